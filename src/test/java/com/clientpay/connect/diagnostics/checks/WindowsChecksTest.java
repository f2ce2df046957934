package com.clientpay.connect.diagnostics.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.config.ConnectConfig;
import com.clientpay.connect.config.FileSecretStore;
import com.clientpay.connect.config.SecretException;
import com.clientpay.connect.config.SecretVault;
import com.clientpay.connect.diagnostics.checks.CheckResult.Status;
import com.clientpay.connect.platform.Firewall;
import com.clientpay.connect.platform.Machine;
import com.clientpay.connect.platform.ServiceFacts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of Windows, the Java that runs this, and the secrets that are kept. */
class WindowsChecksTest {

    /** A Windows that answers what it is told to. */
    private record FakeMachine(
            boolean isEventSourceRegistered,
            List<String> pendingReboot,
            TimeService timeService,
            Optional<ServiceFacts> connectService)
            implements Machine {
        static final ServiceFacts RUNNING = new ServiceFacts(
                "RUNNING", 4711, 0, "NT SERVICE\\ClientPayConnect", "automatic (delayed)", Optional.of(true));
        static final FakeMachine FINE = new FakeMachine(true, List.of(), TimeService.RUNNING, Optional.of(RUNNING));

        @Override
        public List<EventEntry> events(int most) {
            return List.of();
        }
    }

    @TempDir
    Path home;

    @Test
    void elsewhere_nothing_is_asked_and_the_reason_said() {
        for (Check check : checks(Optional.empty())) {
            assertEquals(Finding.skip("only on Windows"), check.look(), check.name());
        }
    }

    @Test
    void a_machine_in_order_passes() {
        for (Check check : checks(Optional.of(FakeMachine.FINE))) {
            assertEquals(Status.PASS, check.look().status(), check.name());
        }
    }

    @Test
    void what_is_not_in_order_is_named_with_what_to_do() {
        for (Machine.TimeService service :
                List.of(Machine.TimeService.STOPPED, Machine.TimeService.MISSING, Machine.TimeService.WITHOUT_SOURCE)) {
            Machine machine =
                    new FakeMachine(false, List.of("Windows Update installed something"), service, Optional.empty());
            for (Check check : checks(Optional.of(machine))) {
                Finding finding = check.look();
                assertEquals(Status.WARN, finding.status(), check.name());
                assertTrue(finding.action().isPresent(), check.name());
            }
            assertEquals(
                    "Windows waits for a restart: Windows Update installed something",
                    new PendingRebootCheck(Optional.of(machine)).look().seen());
        }
    }

    @Test
    void a_service_that_does_not_do_what_it_must_is_told() {
        assertEquals(
                "FAIL STOPPED as NT SERVICE\\ClientPayConnect, starts automatic (delayed); it ended with exit code 1067",
                service(new ServiceFacts(
                        "STOPPED", 0, 1067, FakeMachine.RUNNING.account(), "automatic (delayed)", Optional.empty())));
        assertEquals(
                "WARN STOPPED as LocalSystem, starts manual",
                service(new ServiceFacts("STOPPED", 0, 1077, "LocalSystem", "manual", Optional.of(false))));
    }

    private static String service(ServiceFacts facts) {
        Finding finding = new ServiceCheck(
                        Optional.of(new FakeMachine(true, List.of(), Machine.TimeService.RUNNING, Optional.of(facts))))
                .look();
        assertTrue(finding.action().isPresent());
        return finding.status() + " " + finding.seen();
    }

    @Test
    void our_firewall_rule_must_be_for_the_port() {
        assertEquals(Status.PASS, firewall("0.0.0.0", Firewall.Rule.FOR_PORT).status());
        assertEquals(
                Status.WARN, firewall("0.0.0.0", Firewall.Rule.FOR_OTHER_PORT).status());
        Finding none = firewall("0.0.0.0", Firewall.Rule.NONE);
        assertEquals(Status.WARN, none.status());
        assertEquals(
                "As an administrator: netsh for 443 from [203.0.113.0/24]",
                none.action().orElseThrow());
        assertEquals(Status.PASS, firewall("127.0.0.1", Firewall.Rule.NONE).status());
    }

    private static Finding firewall(String host, Firewall.Rule rule) {
        Firewall firewall = new Firewall() {
            @Override
            public Rule rule(int port) {
                return rule;
            }

            @Override
            public void allow(int port, List<String> addresses) {
                throw new AssertionError("A check changes nothing.");
            }

            @Override
            public String command(int port, List<String> addresses) {
                return "netsh for " + port + " from " + addresses;
            }
        };
        ConnectConfig.Server server = new ConnectConfig.Server(
                host, 443, 32322, List.of("203.0.113.0/24"), List.of(), 50, Duration.ofSeconds(20));
        return new FirewallCheck(server, Optional.of(firewall)).look();
    }

    @Test
    void what_windows_does_not_tell_is_skipped() {
        assertEquals(Finding.skip("Windows does not tell about the registry (error 5)"), MachineFacts.told(() -> {
            throw new IllegalStateException("Windows does not tell about the registry (error 5)");
        }));
    }

    @Test
    void the_java_is_the_bundled_one_or_one_that_was_found() {
        Path runtime = home.resolve("runtime");
        assertEquals(
                "Java 17.0.9, bundled",
                new RuntimeCheck(home, runtime, "17.0.9").look().seen());
        Path other = home.resolve("other");
        assertEquals(
                "Java 21, found on this machine in " + other,
                new RuntimeCheck(home, other, "21").look().seen());
    }

    @Test
    void every_kept_secret_is_opened() throws Exception {
        FileSecretStore store = new FileSecretStore(home.resolve("secrets"));
        assertEquals(
                "none is kept in " + store.description(),
                new SecretStoreCheck(store).look().seen());
        store.put(Map.of("a", "x", "b", "y"));
        assertEquals(
                "2 can be opened in " + store.description(),
                new SecretStoreCheck(store).look().seen());

        Finding closed = new SecretStoreCheck(closed(store)).look();
        assertEquals(Status.WARN, closed.status());
        assertEquals("1 of 2 cannot be opened\nset b again", closed.seen());
    }

    /** The same, of which b came from another machine. */
    private static SecretVault closed(SecretVault store) {
        return new SecretVault() {
            @Override
            public List<String> names() throws SecretException {
                return store.names();
            }

            @Override
            public Optional<String> find(String name) throws SecretException {
                if (name.equals("b")) {
                    throw new SecretException("set b again");
                }
                return store.find(name);
            }

            @Override
            public void put(Map<String, String> secrets) throws SecretException {
                store.put(secrets);
            }

            @Override
            public boolean remove(String name) throws SecretException {
                return store.remove(name);
            }

            @Override
            public String description() {
                return store.description();
            }
        };
    }

    private static List<Check> checks(Optional<Machine> machine) {
        return List.of(new EventSourceCheck(machine), new PendingRebootCheck(machine), new TimeServiceCheck(machine));
    }
}
