package com.clientpay.connect.diagnostics.scripts;

import com.clientpay.connect.database.scripts.InstalledModule;
import com.clientpay.connect.database.scripts.ScriptDatabase;
import com.clientpay.connect.diagnostics.checks.Check;
import com.clientpay.connect.diagnostics.checks.Finding;
import java.util.List;

/**
 * Whether everything was created with QUOTED_IDENTIFIER and ANSI_NULLS on, which a procedure keeps for ever: with one of
 * them off, it cannot write to tables that have indexed views, filtered indexes or computed columns. sqlcmd has the first
 * one off unless a script says otherwise.
 */
record SetOptionsCheck(ScriptDatabase database) implements Check {
    static final String NAME = "set-options";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Finding look() {
        List<InstalledModule> modules = database.modules();
        List<String> wrong = modules.stream()
                .filter(module -> !module.quotedIdentifier() || !module.ansiNulls())
                .map(module -> module.qualifiedName() + " was created with"
                        + (module.quotedIdentifier() ? "" : " QUOTED_IDENTIFIER OFF")
                        + (module.ansiNulls() ? "." : " ANSI_NULLS OFF."))
                .toList();
        return wrong.isEmpty()
                ? Finding.pass("QUOTED_IDENTIFIER and ANSI_NULLS were on for all " + modules.size())
                : Finding.fail(
                        ScriptChecks.listed(wrong.size() + " were created with the wrong options", wrong),
                        "Run their scripts again, by connect scripts apply --all, or as files with nothing taken out.");
    }
}
