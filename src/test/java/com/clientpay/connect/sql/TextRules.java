package com.clientpay.connect.sql;

import com.clientpay.connect.database.scripts.Token;
import com.clientpay.connect.database.scripts.Token.Kind;
import com.clientpay.connect.database.scripts.Tokens;
import java.util.ArrayList;
import java.util.List;

/** How the text of every script looks. */
final class TextRules {
    static final String SET_OPTIONS = """
            SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
            SET NUMERIC_ROUNDABORT OFF;
            GO
            """;

    private TextRules() {}

    /** Characters that every tool and code page shows alike; LF line ends; no tabs. */
    static List<Flaw> plainText(LintedScript script) {
        List<Flaw> flaws = new ArrayList<>();
        String[] lines = script.raw().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            if (line.indexOf('\t') >= 0) {
                flaws.add(new Flaw(i + 1, "a tab"));
            }
            if (line.indexOf('\r') >= 0) {
                flaws.add(new Flaw(i + 1, "a carriage return"));
            }
            if (line.chars().anyMatch(c -> c > 126 || (c < 32 && c != '\t' && c != '\r'))) {
                flaws.add(new Flaw(i + 1, "a character that is not plain ASCII"));
            }
            if (line.endsWith(" ")) {
                flaws.add(new Flaw(i + 1, "a blank at the end"));
            }
        }
        if (!script.raw().endsWith("\n") || script.raw().endsWith("\n\n")) {
            flaws.add(new Flaw(lines.length, "does not end with one line end"));
        }
        return flaws;
    }

    static List<Flaw> header(LintedScript script) {
        return script.raw().startsWith("/*\n")
                ? List.of()
                : List.of(new Flaw(1, "does not begin with a comment that says what it creates and why"));
    }

    /** Directly after the header, in a batch of their own: they hold from the next batch on. */
    static List<Flaw> setOptions(LintedScript script) {
        List<Token> tokens = Tokens.of(script.raw());
        boolean headed = !tokens.isEmpty() && tokens.get(0).kind() == Kind.COMMENT;
        int end = headed ? tokens.get(0).end() : 0;
        String rest = script.raw().substring(end).stripLeading();
        return rest.startsWith(SET_OPTIONS)
                ? List.of()
                : List.of(new Flaw(
                        headed && tokens.size() > 1 ? tokens.get(1).line() : 1,
                        "the SET options that indexed and filtered objects need do not follow the header"));
    }

    /** GO is written alone, in upper case and without a number; and ends the file. */
    static List<Flaw> go(LintedScript script) {
        List<Flaw> flaws = new ArrayList<>();
        String[] lines = script.raw().split("\n", -1);
        for (Token token : Tokens.ofCode(script.raw())) {
            String line = lines[token.line() - 1];
            if (token.kind() == Kind.WORD && token.is("GO") && !line.equals("GO")) {
                flaws.add(new Flaw(token.line(), "GO is not alone on its line, in upper case"));
            }
        }
        if (!script.raw().endsWith("\nGO\n")) {
            flaws.add(new Flaw(lines.length - 1, "does not end with GO"));
        }
        return flaws;
    }
}
