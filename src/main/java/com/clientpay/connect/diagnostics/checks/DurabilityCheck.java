package com.clientpay.connect.diagnostics.checks;

import java.util.List;
import java.util.function.Supplier;

/** Whether what the database has committed is on its disk when it says so. */
record DurabilityCheck(Supplier<Installation> installation) implements Check {
    static final String NAME = "durability";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> needs() {
        return List.of(ContractVersionCheck.NAME);
    }

    @Override
    public Finding look() {
        return installation.get().delaysDurability()
                ? Finding.fail(
                        "the database answers commits before they are on its disk (DELAYED_DURABILITY = FORCED)",
                        "Nothing is recorded or posted, since a payment could be lost. Have the DBA run: ALTER DATABASE ..."
                                + " SET DELAYED_DURABILITY = DISABLED (or ALLOWED, if other programs need it).")
                : Finding.pass("what is committed is on the disk");
    }
}
