package com.clientpay.connect.database.scripts;

import java.util.ArrayList;
import java.util.List;

/** The statement around a line of a script, with line numbers, for the message about its failure. */
final class Excerpt {
    private static final int BEFORE = 6;
    private static final int AFTER = 4;

    private Excerpt() {}

    /**
     * The lines of the statement that the line belongs to, at most {@value #BEFORE} before it and {@value #AFTER} after it,
     * each with its number in the script; the line itself is marked. Statements end at semicolons.
     *
     * @param line in the script, within the batch
     */
    static String of(Batch batch, int line) {
        List<String> lines = batch.text().lines().toList();
        int failed = Math.max(1, Math.min(line - batch.firstLine() + 1, lines.size()));
        int first = failed;
        int last = failed;
        int start = 0;
        for (Token token : Tokens.ofCode(batch.text())) {
            if (start == 0) {
                start = token.line();
            }
            if (token.line() > failed && start > failed) {
                break;
            }
            if (start <= failed) {
                first = start;
                last = Math.max(failed, token.line());
            }
            if (token.is(';')) {
                start = 0;
            }
        }
        first = Math.max(first, failed - BEFORE);
        last = Math.min(last, failed + AFTER);
        List<String> shown = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            shown.add(String.format("%s %5d | %s", i == failed ? ">" : " ", batch.firstLine() + i - 1, lines.get(i - 1))
                    .stripTrailing());
        }
        return String.join("\n", shown);
    }
}
