package com.clientpay.connect.diagnostics.checks;

import com.clientpay.connect.config.ConnectConfig;
import com.clientpay.connect.config.NetworkAddress;
import com.clientpay.connect.platform.Firewall;
import java.util.Optional;

/** Whether our rule of the Windows firewall lets the cloud in. Another rule may do so as well, which cannot be told. */
record FirewallCheck(ConnectConfig.Server server, Optional<Firewall> firewall) implements Check {
    static final String NAME = "firewall";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Finding look() {
        if (firewall.isEmpty()) {
            return MachineFacts.ONLY_WINDOWS;
        }
        if (NetworkAddress.isLoopback(server.host())) {
            return Finding.pass("not needed: the connector listens to this machine only");
        }
        return MachineFacts.told(() -> switch (firewall.get().rule(server.port())) {
            case FOR_PORT -> Finding.pass("a rule for port " + server.port());
            case FOR_OTHER_PORT -> Finding.warn("the rule is for another port than " + server.port(), action());
            case NONE -> Finding.warn("no rule of ours; another one may let the cloud in", action());
        });
    }

    private String action() {
        return server.allowedAddresses().isEmpty()
                ? "Set server.allowed_addresses to the cloud's addresses, and run connect setup, which makes the rule for them."
                : "As an administrator: " + firewall.orElseThrow().command(server.port(), server.allowedAddresses());
    }
}
