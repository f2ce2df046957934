package com.clientpay.connect.cli;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lines of comma-separated values, RFC 4180. What a spreadsheet would run as a formula gets an apostrophe before it, and what
 * a terminal would obey is replaced by its number: payers choose their own names.
 */
final class Csv {
    /** What tells a spreadsheet that the file is UTF-8. */
    static final String BYTE_ORDER_MARK = "\uFEFF";

    /** The beginning of a cell, or of what is one where cells end with a semicolon or a tab, before a formula. */
    private static final Pattern FORMULA =
            Pattern.compile("((?:^|[,;\\t\\n\"])[\\h\"]*)(?=[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])");

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");

    private Csv() {}

    /** One line with its line end. */
    static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String plain = Terminal.clean(text.replace("\r\n", "\n"));
        String safe =
                NUMBER.matcher(plain).matches() ? plain : FORMULA.matcher(plain).replaceAll("$1'");
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == ';' || c == '"' || c == '\t' || c == '\n');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
