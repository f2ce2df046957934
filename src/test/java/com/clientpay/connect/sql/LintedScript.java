package com.clientpay.connect.sql;

import com.clientpay.connect.database.scripts.Batch;
import com.clientpay.connect.database.scripts.Script;
import com.clientpay.connect.database.scripts.Token;
import com.clientpay.connect.database.scripts.Token.Kind;
import com.clientpay.connect.database.scripts.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * A script as the rules look at it.
 *
 * @param name its path below {@code sql/sqlserver}
 * @param raw as the file has it
 */
record LintedScript(String name, String raw) {

    /** A batch's tokens, without comments, with their lines in the file. */
    List<List<Token>> batches() {
        return new Script(name, raw)
                .batches().stream().map(LintedScript::tokens).toList();
    }

    private static List<Token> tokens(Batch batch) {
        return Tokens.ofCode(batch.text()).stream()
                .map(token ->
                        new Token(token.kind(), token.text(), token.start(), token.line() + batch.firstLine() - 1))
                .toList();
    }

    /** All tokens but comments and GO. */
    List<Token> tokens() {
        return batches().stream().flatMap(List::stream).toList();
    }

    /** The tokens of each statement: semicolons end them, and so do batches. */
    List<List<Token>> statements() {
        List<List<Token>> statements = new ArrayList<>();
        for (List<Token> batch : batches()) {
            List<Token> current = new ArrayList<>();
            for (Token token : batch) {
                if (token.is(';')) {
                    statements.add(current);
                    current = new ArrayList<>();
                } else {
                    current.add(token);
                }
            }
            if (!current.isEmpty()) {
                statements.add(current);
            }
        }
        return statements;
    }

    /** Scripts of one of our two schemas: not the made-up firms' own, and not the one for the login. */
    boolean isOurs() {
        return !isFirm() && !name.startsWith("security/");
    }

    /** Scripts that stand for a vendor's. */
    boolean isFirm() {
        return name.matches("systems/[^/]+/firm/.*");
    }

    boolean isContractProcedure() {
        return name.startsWith("core/3-procedures/");
    }

    /** Whether these words follow each other from here on. */
    static boolean follow(List<Token> tokens, int index, String... words) {
        if (index < 0 || index + words.length > tokens.size()) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            Token token = tokens.get(index + i);
            boolean symbol = words[i].length() == 1 && token.kind() == Kind.SYMBOL;
            if (symbol ? !token.is(words[i].charAt(0)) : !token.is(words[i])) {
                return false;
            }
        }
        return true;
    }
}
