package com.clientpay.connect.diagnostics.checks;

import com.clientpay.connect.platform.Machine;
import java.util.List;
import java.util.Optional;

/** Whether Windows waits for a restart, which installations may have to wait for as well. */
record PendingRebootCheck(Optional<Machine> machine) implements Check {
    static final String NAME = "pending-reboot";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Finding look() {
        if (machine.isEmpty()) {
            return MachineFacts.ONLY_WINDOWS;
        }
        return MachineFacts.told(() -> {
            List<String> reasons = machine.get().pendingReboot();
            return reasons.isEmpty()
                    ? Finding.pass("Windows waits for no restart")
                    : Finding.warn(
                            "Windows waits for a restart: " + String.join("; ", reasons),
                            "Restart the machine when it suits. Until then, do not update the connector or its Java.");
        });
    }
}
