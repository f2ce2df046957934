package com.clientpay.connect.diagnostics.checks;

import com.clientpay.connect.config.ConnectConfig;
import com.clientpay.connect.diagnostics.checks.PortProbe.State;

/** Whether both ports are free, or this connector's already. */
record PortCheck(ConnectConfig.Server server, PortProbe probe) implements Check {
    static final String NAME = "ports";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Finding look() {
        State open = state(server.host(), server.port());
        State loopback = state("127.0.0.1", server.loopbackPort());
        if (open == State.ELSEWHERE) {
            return Finding.fail(
                    server.host() + " is no address of this machine",
                    "Set server.host to an address of this machine, or to 0.0.0.0 for all of them.");
        }
        if (open == State.FORBIDDEN || loopback == State.FORBIDDEN) {
            return Finding.fail(
                    "this user may not listen on port "
                            + (open == State.FORBIDDEN ? server.port() : server.loopbackPort()),
                    "Give the user that right, or choose a port of 1024 and above.");
        }
        if (open == State.FREE && loopback == State.FREE) {
            return Finding.pass(server.port() + " and " + server.loopbackPort() + " are free: no connector is running");
        }
        if (loopback == State.TAKEN && probe.isConnector(server.loopbackPort())) {
            return Finding.pass("the connector is running on " + server.port() + " and " + server.loopbackPort());
        }
        int taken = open == State.TAKEN ? server.port() : server.loopbackPort();
        return Finding.fail(
                "another program listens on port " + taken,
                "Find it (Windows: netstat -ano | findstr :" + taken + "; Linux: ss -ltnp) and stop it, or set "
                        + (open == State.TAKEN ? "server.port" : "server.loopback_port") + " to another port.");
    }

    /** Port 0 is whichever is free. */
    private State state(String host, int port) {
        return port == 0 ? State.FREE : probe.state(host, port);
    }
}
