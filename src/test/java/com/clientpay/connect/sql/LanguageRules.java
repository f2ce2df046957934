package com.clientpay.connect.sql;

import static com.clientpay.connect.sql.LintedScript.follow;

import com.clientpay.connect.database.scripts.Token;
import com.clientpay.connect.database.scripts.Token.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What of T-SQL may be used. */
final class LanguageRules {
    /** Functions that are not there at compatibility level 100, on SQL Server 2016 or on Babelfish; what to use instead. */
    private static final Map<String, String> FUNCTIONS = new HashMap<>();

    /** Words that no script has, wherever they stand. */
    private static final Set<String> WORDS = Set.of(
            "MERGE",
            "OPENJSON",
            "OPENXML",
            "OPENROWSET",
            "OPENQUERY",
            "OPENDATASOURCE",
            "OFFSET",
            "READONLY",
            "WAITFOR",
            "GOTO",
            "XML",
            "HIERARCHYID",
            "GEOGRAPHY",
            "GEOMETRY",
            "ROWVERSION",
            "SQL_VARIANT",
            "PIVOT",
            "UNPIVOT",
            "USE",
            "BULK",
            "XP_CMDSHELL",
            "SHUTDOWN",
            "TRUSTWORTHY");

    static {
        for (String function : new String[] {
            "JSON_VALUE",
            "JSON_QUERY",
            "JSON_MODIFY",
            "JSON_OBJECT",
            "JSON_ARRAY",
            "ISJSON",
            "STRING_SPLIT",
            "STRING_AGG",
            "STRING_ESCAPE",
            "TRANSLATE",
            "PARSE",
            "TRY_PARSE",
            "FORMAT",
            "CHOOSE",
            "LAG",
            "LEAD",
            "FIRST_VALUE",
            "LAST_VALUE",
            "PERCENT_RANK",
            "CUME_DIST",
            "PERCENTILE_CONT",
            "PERCENTILE_DISC",
            "GREATEST",
            "LEAST",
            "DATE_BUCKET",
            "DATETRUNC",
            "GENERATE_SERIES",
            "APPROX_COUNT_DISTINCT",
            "COMPRESS",
            "DECOMPRESS",
            "SESSION_CONTEXT"
        }) {
            FUNCTIONS.put(function, "");
        }
        FUNCTIONS.put("TRIM", "; LTRIM and RTRIM are");
        FUNCTIONS.put("CONCAT_WS", "; CONCAT is");
        FUNCTIONS.put("TRY_CONVERT", "; TRY_CAST is");
        FUNCTIONS.put("IIF", "; CASE is");
    }

    private LanguageRules() {}

    /** Compatibility level 100 on SQL Server 2016, and Babelfish. */
    static List<Flaw> level(LintedScript script) {
        List<Flaw> flaws = new ArrayList<>();
        List<Token> tokens = script.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() != Kind.WORD || (i > 0 && tokens.get(i - 1).is('.'))) {
                continue;
            }
            String word = token.text().toUpperCase(Locale.ROOT);
            boolean called = i + 1 < tokens.size() && tokens.get(i + 1).is('(');
            if (FUNCTIONS.containsKey(word) && called) {
                flaws.add(new Flaw(
                        token.line(), word + " is not there at compatibility level 100" + FUNCTIONS.get(word)));
            } else if (WORDS.contains(word)) {
                flaws.add(new Flaw(token.line(), word + " is not used"));
            } else if (follow(tokens, i, "CREATE", "OR", "ALTER")) {
                flaws.add(new Flaw(token.line(), "CREATE OR ALTER is not used; DROP ... IF EXISTS and CREATE are"));
            } else if (follow(tokens, i, "FOR", "JSON") || follow(tokens, i, "FOR", "XML")) {
                flaws.add(new Flaw(token.line(), "FOR JSON and FOR XML are not used"));
            } else if (follow(tokens, i, "AT", "TIME", "ZONE")) {
                flaws.add(new Flaw(token.line(), "AT TIME ZONE is not used"));
            } else if (follow(tokens, i, "IS", "DISTINCT") || follow(tokens, i, "IS", "NOT", "DISTINCT")) {
                flaws.add(new Flaw(token.line(), "IS DISTINCT FROM is not there before SQL Server 2022"));
            } else if (follow(tokens, i, "ROWS", "BETWEEN") || follow(tokens, i, "RANGE", "BETWEEN")) {
                flaws.add(new Flaw(token.line(), "window frames are not used"));
            }
        }
        return flaws;
    }

    /** It is that of whatever a trigger inserted last. */
    static List<Flaw> identity(LintedScript script) {
        return script.tokens().stream()
                .filter(token -> token.is("@@IDENTITY"))
                .map(token -> new Flaw(token.line(), "@@IDENTITY may be a trigger's; SCOPE_IDENTITY() is ours"))
                .toList();
    }

    /** The clause fails on tables that have triggers, unless it has an INTO; OUTPUT parameters are another thing. */
    static List<Flaw> outputInto(LintedScript script) {
        List<Flaw> flaws = new ArrayList<>();
        for (List<Token> statement : script.statements()) {
            for (int i = 0; i + 2 < statement.size(); i++) {
                boolean clause = statement.get(i).is("OUTPUT")
                        && (statement.get(i + 1).is("inserted")
                                || statement.get(i + 1).is("deleted"))
                        && statement.get(i + 2).is('.');
                if (clause && !hasInto(statement, i)) {
                    flaws.add(new Flaw(statement.get(i).line(), "OUTPUT without INTO"));
                }
            }
        }
        return flaws;
    }

    private static boolean hasInto(List<Token> statement, int output) {
        for (int i = output + 1; i < statement.size(); i++) {
            Token token = statement.get(i);
            if (token.is("INTO")) {
                return true;
            }
            if (token.is("VALUES") || token.is("SELECT") || token.is("FROM") || token.is("WHERE")) {
                return false;
            }
        }
        return false;
    }

    /** Nothing but literals is executed as text; in contract procedures nothing is, since it breaks ownership chaining. */
    static List<Flaw> dynamicSql(LintedScript script) {
        List<Flaw> flaws = new ArrayList<>();
        List<Token> tokens = script.tokens();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean executes = token.is("EXEC") || token.is("EXECUTE");
            Token next = tokens.get(i + 1);
            boolean text = (executes && next.is('(')) || token.is("sp_executesql");
            if (text && script.isContractProcedure()) {
                flaws.add(new Flaw(token.line(), "dynamic SQL in a contract procedure"));
            } else if (executes && next.is('(') && !isLiteral(tokens, i + 2)) {
                flaws.add(new Flaw(token.line(), "dynamic SQL that is not one literal"));
            } else if (token.is("sp_executesql") && next.kind() != Kind.STRING) {
                flaws.add(new Flaw(token.line(), "dynamic SQL that is not one literal"));
            } else if (executes
                    && next.kind() == Kind.VARIABLE
                    && !(i + 2 < tokens.size() && tokens.get(i + 2).is('='))) {
                flaws.add(new Flaw(token.line(), "a procedure whose name is in a variable"));
            }
        }
        return flaws;
    }

    private static boolean isLiteral(List<Token> tokens, int index) {
        return index + 1 < tokens.size()
                && tokens.get(index).kind() == Kind.STRING
                && tokens.get(index + 1).is(')');
    }

    /** Transactions are the caller's: the runner's around a script, the connector's around a procedure. */
    static List<Flaw> transactions(LintedScript script) {
        if (script.isFirm()) {
            return List.of();
        }
        List<Flaw> flaws = new ArrayList<>();
        List<Token> tokens = script.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean begins = follow(tokens, i, "BEGIN", "TRANSACTION") || follow(tokens, i, "BEGIN", "TRAN");
            boolean saves = follow(tokens, i, "SAVE", "TRANSACTION") || follow(tokens, i, "SAVE", "TRAN");
            if (begins || saves || token.is("COMMIT") || token.is("ROLLBACK") || token.is("IMPLICIT_TRANSACTIONS")) {
                flaws.add(new Flaw(token.line(), token.text() + ": the transaction is the caller's"));
            }
        }
        return flaws;
    }

    /** A lock that was not obtained is said only in the procedure's result. */
    static List<Flaw> applock(LintedScript script) {
        List<Flaw> flaws = new ArrayList<>();
        for (List<Token> batch : script.batches()) {
            for (int i = 0; i < batch.size(); i++) {
                if (batch.get(i).is("sp_getapplock") && !isChecked(batch, i)) {
                    flaws.add(new Flaw(batch.get(i).line(), "the result of sp_getapplock is not compared with 0"));
                }
            }
        }
        return flaws;
    }

    private static boolean isChecked(List<Token> batch, int call) {
        int equals = call > 2 && batch.get(call - 1).is('.') ? call - 3 : call - 1;
        Optional<String> result =
                equals > 0 && batch.get(equals).is('=') && batch.get(equals - 1).kind() == Kind.VARIABLE
                        ? Optional.of(batch.get(equals - 1).text())
                        : Optional.empty();
        for (int i = call; i + 3 < batch.size() && result.isPresent(); i++) {
            boolean below = follow(batch, i, result.get(), "<")
                    && batch.get(i + 2).text().equals("0");
            boolean notBelow = follow(batch, i, result.get(), ">", "=")
                    && batch.get(i + 3).text().equals("0");
            if (below || notBelow) {
                return true;
            }
        }
        return false;
    }

    /** THROW has a number of ours, and ends what it is thrown in; RAISERROR goes on with the next statement. */
    static List<Flaw> raiserror(LintedScript script) {
        return script.isFirm()
                ? List.of()
                : script.tokens().stream()
                        .filter(token -> token.is("RAISERROR"))
                        .map(token -> new Flaw(token.line(), "RAISERROR; THROW is used"))
                        .toList();
    }
}
