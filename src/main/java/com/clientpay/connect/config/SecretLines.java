package com.clientpay.connect.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Lines {@code NAME=VALUE}: the value is everything after the first =; blanks around either do not count. */
public final class SecretLines {

    /** One line of them. */
    record Entry(String name, String value) {}

    private SecretLines() {}

    /** What the line says; empty for a comment, which begins with #, and for a line without an =. */
    static Optional<Entry> parse(String line) {
        int equals = line.indexOf('=');
        return line.stripLeading().startsWith("#") || equals < 0
                ? Optional.empty()
                : Optional.of(new Entry(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip()));
    }

    /**
     * All secrets of a text that somebody wrote.
     *
     * @throws SecretException when a line is neither empty, a comment nor a secret, or a name stands twice; names the line
     *     by its number and repeats nothing of it
     */
    public static Map<String, String> parseAll(String text) throws SecretException {
        Map<String, String> secrets = new LinkedHashMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            Entry entry = parse(line).orElse(new Entry("", ""));
            if (!SecretRules.isName(entry.name())) {
                throw new SecretException("Line " + number + " is no secret: write NAME=VALUE, with a name of letters,"
                        + " digits, dots, hyphens and underscores, or a # before a comment.");
            }
            if (secrets.put(entry.name(), entry.value()) != null) {
                throw new SecretException("Line " + number + ": the name " + entry.name()
                        + " stands in an earlier line already. Keep one of the two.");
            }
        }
        return secrets;
    }
}
