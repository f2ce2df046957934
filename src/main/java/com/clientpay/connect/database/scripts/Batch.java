package com.clientpay.connect.database.scripts;

import com.clientpay.connect.database.scripts.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is sent to the server at once: the text between two GO lines.
 *
 * @param firstLine the line of the script on which it begins, from 1; so line n of an error is line
 *     {@code firstLine + n - 1} of the script
 * @param times how often it runs: the number after GO, else 1
 */
public record Batch(String text, int firstLine, int times) {
    private static final Pattern GO = Pattern.compile("(?i)[ \\t]*GO(?:[ \\t]+([0-9]{1,5}))?[ \\t]*");

    /**
     * Splits a script as sqlcmd and SSMS do: at lines with nothing but GO, in any case, and perhaps a number; not within a
     * comment, a string or a quoted name. Batches of white space alone are left out.
     *
     * @param script with LF line ends
     */
    static List<Batch> split(String script) {
        List<Batch> batches = new ArrayList<>();
        int start = 0;
        int firstLine = 1;
        for (Token token : Tokens.of(script)) {
            if (token.kind() != Kind.WORD || !token.is("GO") || token.start() < start) {
                continue;
            }
            int lineStart = script.lastIndexOf('\n', token.start()) + 1;
            int lineEnd = script.indexOf('\n', token.start());
            Matcher line = GO.matcher(script.substring(lineStart, lineEnd < 0 ? script.length() : lineEnd));
            if (line.matches()) {
                int times = line.group(1) == null ? 1 : Integer.parseInt(line.group(1));
                add(batches, script.substring(start, lineStart), firstLine, times);
                start = lineEnd < 0 ? script.length() : lineEnd + 1;
                firstLine = token.line() + 1;
            }
        }
        add(batches, script.substring(start), firstLine, 1);
        return List.copyOf(batches);
    }

    private static void add(List<Batch> batches, String text, int firstLine, int times) {
        if (!text.isBlank()) {
            batches.add(new Batch(text, firstLine, times));
        }
    }
}
