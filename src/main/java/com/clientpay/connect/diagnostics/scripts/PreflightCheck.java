package com.clientpay.connect.diagnostics.scripts;

import com.clientpay.connect.database.scripts.Misfit;
import com.clientpay.connect.database.scripts.ScriptDatabase;
import com.clientpay.connect.database.scripts.ScriptSet;
import com.clientpay.connect.diagnostics.checks.Check;
import com.clientpay.connect.diagnostics.checks.Finding;
import java.util.List;

/** Whether the firm's tables still have what the pack uses: an upgrade of its system may have changed them. */
record PreflightCheck(ScriptSet set, ScriptDatabase database) implements Check {
    static final String NAME = "preflight";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Finding look() {
        if (set.preflight().isEmpty()) {
            return Finding.skip("system " + set.system() + " has no preflight");
        }
        List<Misfit> misfits = database.preflight(set);
        return misfits.isEmpty()
                ? Finding.pass("the database has every table and column that the scripts use")
                : Finding.fail(
                        ScriptChecks.listed(
                                misfits.size()
                                        + " of the tables and columns that the scripts use are missing or different",
                                misfits.stream()
                                        .map(one -> one.place() + " is " + one.found() + "; expected: " + one.expected()
                                                + ".")
                                        .toList()),
                        "The firm's system is of another version than the scripts are for, or its tables were changed. Send"
                                + " this list to ClientPay's support; what reads these columns may be wrong.");
    }
}
