package com.clientpay.connect.diagnostics.scripts;

import com.clientpay.connect.database.scripts.ScriptDatabase;
import com.clientpay.connect.database.scripts.ScriptSet;
import com.clientpay.connect.diagnostics.checks.CheckReport;
import com.clientpay.connect.diagnostics.checks.CheckRunner;
import java.time.Duration;
import java.util.List;

/** Whether the database has what the files of a script set say: what {@code connect scripts verify} runs. */
public final class ScriptChecks {
    private static final Duration EACH = Duration.ofMinutes(2);
    private static final Duration ALL = Duration.ofMinutes(5);

    private ScriptChecks() {}

    /** Changes nothing. */
    public static CheckReport run(ScriptSet set, ScriptDatabase database) {
        return new CheckRunner(EACH, ALL)
                .run(List.of(
                        new PreflightCheck(set, database),
                        new HistoryCheck(set, database),
                        new DefinitionsCheck(set, database),
                        new SetOptionsCheck(database),
                        new OwnersCheck(database),
                        new ContractCheck(database)));
    }

    /** "1 script", "2 scripts". */
    static String count(int number, String singular) {
        return number + " " + singular + (number == 1 ? "" : "s");
    }

    /** A first line, and the particulars below it. */
    static String listed(String first, List<String> particulars) {
        return first + "\n" + String.join("\n", particulars);
    }
}
