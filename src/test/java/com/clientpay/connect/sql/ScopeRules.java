package com.clientpay.connect.sql;

import com.clientpay.connect.database.scripts.Token;
import com.clientpay.connect.database.scripts.Token.Kind;
import com.clientpay.connect.database.scripts.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What scripts may touch: the schemas clientpay and clientpay_internal, and nothing else. */
final class ScopeRules {
    private static final Set<String> SCHEMAS = Set.of("clientpay", "clientpay_internal");
    private static final Set<String> KINDS = Set.of(
            "TABLE",
            "VIEW",
            "PROCEDURE",
            "PROC",
            "FUNCTION",
            "TRIGGER",
            "TYPE",
            "SEQUENCE",
            "SYNONYM",
            "INDEX",
            "SCHEMA",
            "STATISTICS");
    private static final Set<String> OTHERS = Set.of(
            "LOGIN",
            "USER",
            "ROLE",
            "DATABASE",
            "SERVER",
            "CERTIFICATE",
            "ASYMMETRIC",
            "ASSEMBLY",
            "CREDENTIAL",
            "APPLICATION",
            "PARTITION",
            "FULLTEXT",
            "SECURITY",
            "MASTER");

    private ScopeRules() {}

    /** Whatever is created, altered or dropped lies in one of our schemas, by its full name. */
    static List<Flaw> schemas(LintedScript script) {
        return script.isOurs() ? flaws(script.tokens()) : List.of();
    }

    private static List<Flaw> flaws(List<Token> tokens) {
        List<Flaw> flaws = new ArrayList<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() == Kind.STRING && isExecuted(tokens, i)) {
                String text = token.text()
                        .substring(token.text().indexOf('\'') + 1, token.text().length() - 1);
                flaws(Tokens.ofCode(text.replace("''", "'")))
                        .forEach(flaw -> flaws.add(new Flaw(token.line() + flaw.line() - 1, flaw.what())));
            }
            if (token.is("GRANT") || token.is("DENY") || token.is("REVOKE")) {
                flaws.add(new Flaw(token.line(), token.text() + ": rights are given by the script in security"));
            }
            if (!token.is("CREATE") && !token.is("ALTER") && !token.is("DROP")) {
                continue;
            }
            int kind = i + 1;
            while (kind < tokens.size() && isAdjective(tokens.get(kind))) {
                kind++;
            }
            String word = kind < tokens.size() ? tokens.get(kind).text().toUpperCase(Locale.ROOT) : "";
            if (OTHERS.contains(word)) {
                flaws.add(new Flaw(token.line(), token.text() + " " + word + " is not for these scripts"));
            } else if (KINDS.contains(word) && !isOurs(tokens, kind, word)) {
                flaws.add(new Flaw(
                        token.line(),
                        token.text() + " " + word + " of something that is not in clientpay or clientpay_internal"));
            }
        }
        return flaws;
    }

    private static boolean isExecuted(List<Token> tokens, int index) {
        return index > 1
                && tokens.get(index - 1).is('(')
                && (tokens.get(index - 2).is("EXEC") || tokens.get(index - 2).is("EXECUTE"));
    }

    private static boolean isAdjective(Token token) {
        return token.is("UNIQUE") || token.is("CLUSTERED") || token.is("NONCLUSTERED");
    }

    private static boolean isOurs(List<Token> tokens, int kind, String word) {
        int name = kind + 1;
        while (name < tokens.size()
                && (tokens.get(name).is("IF") || tokens.get(name).is("EXISTS"))) {
            name++;
        }
        if (word.equals("INDEX") || word.equals("STATISTICS")) {
            while (name < tokens.size() && !tokens.get(name).is("ON")) {
                name++;
            }
            name++;
        }
        if (name >= tokens.size() || !SCHEMAS.contains(tokens.get(name).name())) {
            return false;
        }
        return word.equals("SCHEMA")
                || (name + 1 < tokens.size() && tokens.get(name + 1).is('.'));
    }
}
