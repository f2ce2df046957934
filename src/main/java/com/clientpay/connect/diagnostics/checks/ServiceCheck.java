package com.clientpay.connect.diagnostics.checks;

import com.clientpay.connect.platform.Machine;
import com.clientpay.connect.platform.ServiceFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the Windows service is there, runs, starts with Windows, recovers, and may do no more than it must. */
record ServiceCheck(Optional<Machine> machine) implements Check {
    static final String NAME = "service";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Finding look() {
        if (machine.isEmpty()) {
            return MachineFacts.ONLY_WINDOWS;
        }
        return MachineFacts.told(() -> machine.get()
                .connectService()
                .map(ServiceCheck::judged)
                .orElse(Finding.warn(
                        "it is not installed: the connector runs only while somebody runs it",
                        "Run connect service install and connect service start, as an administrator.")));
    }

    private static Finding judged(ServiceFacts service) {
        String seen = service.state() + " as " + service.account() + ", starts " + service.startType();
        if (!service.isRunning() && !service.endedWell()) {
            return Finding.fail(
                    seen + "; it ended with exit code " + service.exitCode(),
                    "Why is in the Event Viewer under Application, and in connect.log of the log folder. Put that right,"
                            + " then connect service start.");
        }
        List<String> actions = new ArrayList<>();
        if (!service.isRunning()) {
            actions.add("Start it: connect service start.");
        }
        if (!service.startType().startsWith("automatic")) {
            actions.add("It does not start with Windows: connect service install sets that again.");
        }
        if (service.recovers().filter(does -> !does).isPresent()) {
            actions.add("Windows does not start it again after a failure: connect service install sets that again.");
        }
        if (service.account().equalsIgnoreCase("LocalSystem")) {
            actions.add(
                    "LocalSystem may do everything on this machine, which the connector does not need: connect service"
                            + " install --account \"NT SERVICE\\ClientPayConnect\".");
        }
        return actions.isEmpty() ? Finding.pass(seen) : Finding.warn(seen, String.join(" ", actions));
    }
}
