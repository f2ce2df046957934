package com.clientpay.connect.sql;

import com.clientpay.connect.database.scripts.Batch;
import com.clientpay.connect.database.scripts.CreatedObject;
import com.clientpay.connect.database.scripts.Script;
import com.clientpay.connect.database.scripts.Token;
import com.clientpay.connect.database.scripts.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What every procedure of core/3-procedures has. */
final class ProcedureRules {
    private static final String REST = " SET LOCK_TIMEOUT 5000 ; SET DEADLOCK_PRIORITY LOW ; ";
    private static final List<String> BEGINNINGS =
            List.of("SET NOCOUNT , XACT_ABORT ON ;" + REST, "SET NOCOUNT ON ; SET XACT_ABORT ON ;" + REST);

    /** Only reads, and goes on after a lock that it did not get. */
    private static final String GOES_ON = "core/3-procedures/GetSyncWatermark.sql";

    private static final String GOING_ON = "SET NOCOUNT ON ; SET XACT_ABORT OFF ;" + REST;

    private ProcedureRules() {}

    /** One procedure a file, named as the file. */
    static List<Flaw> name(LintedScript script) {
        if (!script.isContractProcedure()) {
            return List.of();
        }
        String due = "PROCEDURE clientpay."
                + script.name().substring(script.name().lastIndexOf('/') + 1).replaceFirst("\\.sql$", "");
        List<String> created = new ArrayList<>();
        for (Batch batch : new Script(script.name(), script.raw()).batches()) {
            CreatedObject.of(batch).ifPresent(object -> created.add(object.kind() + " " + object.qualifiedName()));
        }
        return created.equals(List.of(due))
                ? List.of()
                : List.of(new Flaw(1, "creates " + created + " instead of " + due + " alone"));
    }

    /** So that it answers in time, is the loser of deadlocks, and never leaves half of its work. */
    static List<Flaw> session(LintedScript script) {
        if (!script.isContractProcedure()) {
            return List.of();
        }
        List<Flaw> flaws = new ArrayList<>();
        for (Batch batch : new Script(script.name(), script.raw()).batches()) {
            if (CreatedObject.of(batch).isEmpty()) {
                continue;
            }
            List<Token> tokens = Tokens.ofCode(batch.text());
            int body = 0;
            while (body < tokens.size() && !tokens.get(body).is("AS")) {
                body++;
            }
            body += body + 1 < tokens.size() && tokens.get(body + 1).is("BEGIN") ? 2 : 1;
            String text = tokens.stream()
                            .skip(body)
                            .map(token -> token.text().toUpperCase(Locale.ROOT))
                            .collect(Collectors.joining(" "))
                    + " ";
            boolean goesOn = script.name().equals(GOES_ON) && text.startsWith(GOING_ON);
            if (!goesOn && BEGINNINGS.stream().noneMatch(text::startsWith)) {
                int line = body < tokens.size() ? tokens.get(body).line() : 1;
                flaws.add(
                        new Flaw(
                                batch.firstLine() + line - 1,
                                "does not begin with SET NOCOUNT, XACT_ABORT ON; SET LOCK_TIMEOUT 5000; SET DEADLOCK_PRIORITY LOW;"));
            }
        }
        return flaws;
    }

    /** The server can't describe what a procedure with a temporary table answers. */
    static List<Flaw> temporaryTables(LintedScript script) {
        return script.isContractProcedure()
                ? script.tokens().stream()
                        .filter(token -> token.text().startsWith("#"))
                        .map(token ->
                                new Flaw(token.line(), token.text() + ": a temporary table; table variables are used"))
                        .toList()
                : List.of();
    }
}
