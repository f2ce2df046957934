package com.clientpay.connect.diagnostics.scripts;

import com.clientpay.connect.database.scripts.ScriptDatabase;
import com.clientpay.connect.diagnostics.checks.Check;
import com.clientpay.connect.diagnostics.checks.Finding;
import java.util.List;

/** Whether everything of ours belongs to dbo. */
record OwnersCheck(ScriptDatabase database) implements Check {
    static final String NAME = "owners";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Finding look() {
        List<String> foreign = database.foreignOwners();
        return foreign.isEmpty()
                ? Finding.pass("all is dbo's")
                : Finding.fail(
                        ScriptChecks.listed(foreign.size() + " are not dbo's", foreign),
                        "Give them back: ALTER AUTHORIZATION ON SCHEMA::clientpay TO dbo (an object: ... ON OBJECT::NAME TO"
                                + " SCHEMA OWNER). Else the procedures don't reach the firm's tables.");
    }
}
