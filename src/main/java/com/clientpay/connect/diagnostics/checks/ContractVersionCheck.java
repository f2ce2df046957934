package com.clientpay.connect.diagnostics.checks;

import com.clientpay.connect.database.Contract;
import java.util.List;
import java.util.function.Supplier;

/** Whether the scripts in the database are new enough for this connector. */
record ContractVersionCheck(Supplier<Installation> installation) implements Check {
    static final String NAME = "contract-version";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> needs() {
        return List.of(DatabaseCheck.NAME);
    }

    @Override
    public Finding look() {
        Installation found = installation.get();
        String seen = "contract " + found.contractVersion() + ", scripts " + found.scriptVersion() + " for "
                + found.systemTitle();
        return found.contractVersion() >= Contract.VERSION
                ? Finding.pass(seen)
                : Finding.fail(
                        seen,
                        "This connector needs contract " + Contract.VERSION
                                + ". Have the DBA run the scripts of its version.");
    }
}
