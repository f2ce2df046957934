package com.clientpay.connect.diagnostics.scripts;

import com.clientpay.connect.database.scripts.AppliedScript;
import com.clientpay.connect.database.scripts.Installed;
import com.clientpay.connect.database.scripts.Script;
import com.clientpay.connect.database.scripts.ScriptDatabase;
import com.clientpay.connect.database.scripts.ScriptSet;
import com.clientpay.connect.diagnostics.checks.Check;
import com.clientpay.connect.diagnostics.checks.Finding;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether every script has run, with the text that its file has now. */
record HistoryCheck(ScriptSet set, ScriptDatabase database) implements Check {
    static final String NAME = "history";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Finding look() {
        Installed installed = database.installed();
        List<String> differences = new ArrayList<>();
        for (Script script : set.scripts()) {
            Optional<AppliedScript> last = installed.last(script.name());
            if (last.isEmpty()) {
                differences.add(script.name() + " has never run.");
            } else if (!last.get().sha256().equals(script.sha256())) {
                differences.add(script.name() + " is another one than ran at "
                        + last.get().at().truncatedTo(ChronoUnit.SECONDS) + " by "
                        + last.get().by() + " (version "
                        + last.get().version() + ").");
            }
        }
        if (!differences.isEmpty()) {
            return Finding.fail(
                    ScriptChecks.listed(
                            differences.size() + " of "
                                    + ScriptChecks.count(set.scripts().size(), "script")
                                    + " did not run as their files are",
                            differences),
                    "connect scripts apply runs them. If the database is the newer one, this connector is to be upgraded.");
        }
        Set<String> others = new TreeSet<>();
        installed.history().forEach(row -> others.add(row.name()));
        set.scripts().forEach(script -> others.remove(script.name()));
        return others.isEmpty()
                ? Finding.pass("all " + ScriptChecks.count(set.scripts().size(), "script") + " ran as their files are")
                : Finding.warn(
                        ScriptChecks.listed(
                                "all " + ScriptChecks.count(set.scripts().size(), "script") + " ran, and "
                                        + others.size() + " that are not among these files",
                                List.copyOf(others)),
                        "They belong to another version. What they made is not used; it does no harm.");
    }
}
