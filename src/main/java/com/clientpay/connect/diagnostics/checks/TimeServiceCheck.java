package com.clientpay.connect.diagnostics.checks;

import com.clientpay.connect.platform.Machine;
import java.util.Optional;

/** Whether Windows keeps this machine's clock right. */
record TimeServiceCheck(Optional<Machine> machine) implements Check {
    static final String NAME = "time-service";
    private static final String ACTION =
            "Have the Windows Time service run and synchronise: w32tm /config /update, then net"
                    + " start w32time; w32tm /query /status shows it. If another program keeps the clock right, ignore this.";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Finding look() {
        if (machine.isEmpty()) {
            return MachineFacts.ONLY_WINDOWS;
        }
        return MachineFacts.told(() -> switch (machine.get().timeService()) {
            case RUNNING -> Finding.pass("the Windows Time service is running");
            case STOPPED -> Finding.warn("the Windows Time service is not running", ACTION);
            case WITHOUT_SOURCE -> Finding.warn("the Windows Time service synchronises with nothing", ACTION);
            case MISSING -> Finding.warn("there is no Windows Time service", ACTION);
        });
    }
}
