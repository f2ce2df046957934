package com.clientpay.connect.diagnostics.checks;

import com.clientpay.connect.platform.Machine;
import java.util.Optional;

/** Whether the Event Viewer finds the texts of our events. */
record EventSourceCheck(Optional<Machine> machine) implements Check {
    static final String NAME = "event-log";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Finding look() {
        if (machine.isEmpty()) {
            return MachineFacts.ONLY_WINDOWS;
        }
        return MachineFacts.told(() -> machine.get().isEventSourceRegistered()
                ? Finding.pass("the source ClientPayConnect is registered")
                : Finding.warn(
                        "the source ClientPayConnect is not registered: the Event Viewer complains before each of our texts",
                        "Repair the installation of ClientPay Connect, which registers it."));
    }
}
