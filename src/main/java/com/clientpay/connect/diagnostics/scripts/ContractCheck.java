package com.clientpay.connect.diagnostics.scripts;

import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.scripts.ContractResult;
import com.clientpay.connect.database.scripts.ScriptDatabase;
import com.clientpay.connect.diagnostics.checks.Check;
import com.clientpay.connect.diagnostics.checks.Finding;

/** Whether the procedures take and answer what this connector expects. */
record ContractCheck(ScriptDatabase database) implements Check {
    static final String NAME = "contract";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Finding look() {
        ContractResult result = database.compareContract();
        String how = result.executed().isEmpty()
                ? "described by the server, none was executed"
                : result.executed().size() + " had to be executed for it, and were rolled back";
        return result.differences().isEmpty()
                ? Finding.pass("all " + Contract.procedures().size() + " procedures take and answer what they should ("
                        + how + ")")
                : Finding.fail(
                        ScriptChecks.listed(
                                result.differences().size() + " parts of the procedures are not as they should be ("
                                        + how + ")",
                                result.differences()),
                        "Run the scripts of this connector's version by connect scripts apply.");
    }
}
