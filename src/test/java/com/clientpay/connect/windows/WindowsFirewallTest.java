package com.clientpay.connect.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.platform.Firewall;
import com.clientpay.connect.windows.WindowsFirewall.Ended;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowsFirewallTest {
    private final List<String> run = new ArrayList<>();

    @Test
    void the_rule_before_is_replaced_and_limited_to_the_addresses() {
        firewall(0).allow(443, List.of("203.0.113.0/24", "198.51.100.7"));

        assertEquals(
                List.of(
                        "advfirewall firewall delete rule name=ClientPay Connect",
                        "advfirewall firewall add rule name=ClientPay Connect dir=in action=allow protocol=TCP localport=443"
                                + " remoteip=203.0.113.0/24,198.51.100.7 profile=any"),
                run);
    }

    @Test
    void a_refusal_is_told_with_what_netsh_said() {
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> firewall(1).allow(443, List.of("203.0.113.9")));
        assertEquals("netsh refused the rule: The requested operation requires elevation.", refused.getMessage());
    }

    @Test
    void there_is_no_rule_for_everybody() {
        assertThrows(IllegalArgumentException.class, () -> firewall(0).allow(443, List.of()));
        assertTrue(run.isEmpty());
    }

    @Test
    void the_rule_is_found_by_its_port_in_every_language() {
        assertEquals(Firewall.Rule.NONE, firewall(1).rule(443));
        Firewall german = new WindowsFirewall(
                command -> new Ended(0, "Regelname:   ClientPay Connect\r\nLokaler Port:   443\r\n"));
        assertEquals(Firewall.Rule.FOR_PORT, german.rule(443));
        assertEquals(Firewall.Rule.FOR_OTHER_PORT, german.rule(44));
        Firewall silent = new WindowsFirewall(command -> new Ended(0, ""));
        assertThrows(IllegalStateException.class, () -> silent.rule(443));
    }

    @Test
    void the_command_can_be_typed() {
        String command = firewall(0).command(443, List.of("203.0.113.9"));
        assertTrue(
                command.endsWith(
                        "advfirewall firewall add rule name=\"ClientPay Connect\" dir=in action=allow protocol=TCP"
                                + " localport=443 remoteip=203.0.113.9 profile=any"),
                command);
    }

    private WindowsFirewall firewall(int code) {
        return new WindowsFirewall(command -> {
            run.add(String.join(" ", command.subList(1, command.size())));
            return new Ended(code, "The requested operation requires elevation.\r\n");
        });
    }
}
