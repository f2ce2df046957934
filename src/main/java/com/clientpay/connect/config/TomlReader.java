package com.clientpay.connect.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * Reads TOML statement by statement. A TOML parser stops at the first mistake and its tokens carry no line numbers once
 * tables are put together; so this finds where each statement begins and ends, lets the parser read it alone, and goes
 * on after one that it cannot read. So every mistake of a file is found in one go, with its line.
 */
final class TomlReader {
    private static final int LONGEST_VALUE = 1000;
    private static final Pattern SECTION_GUESS = Pattern.compile("[A-Za-z0-9_-]+");

    private final TomlMapper mapper = new TomlMapper();
    private final List<String> lines;
    private final BiConsumer<Integer, String> mistakes;
    private final List<TomlEntry> entries = new ArrayList<>();
    private final Map<String, Integer> keys = new HashMap<>();
    private final Map<String, Integer> sections = new LinkedHashMap<>();
    private String section = "";

    /** @param mistakes takes the line, from 1, and what is wrong there */
    TomlReader(String text, BiConsumer<Integer, String> mistakes) {
        this.lines = text.lines().toList();
        this.mistakes = mistakes;
    }

    /** Every key that can be read, in the order of the file. A key that stands twice keeps its first value. */
    List<TomlEntry> read() {
        for (int line = 0; line < lines.size(); ) {
            String text = lines.get(line).strip();
            if (text.isEmpty() || text.startsWith("#")) {
                line++;
            } else if (text.startsWith("[")) {
                header(text, line + 1);
                line++;
            } else {
                line = statement(line);
            }
        }
        return entries;
    }

    /** The sections that were begun, with the line; after {@link #read}. */
    Map<String, Integer> sections() {
        return sections;
    }

    private void header(String text, int line) {
        try {
            String name = "";
            JsonNode node = mapper.readTree(text + "\n");
            while (node.isObject() && !node.isEmpty()) {
                String key = node.propertyNames().iterator().next();
                name = join(name, key);
                node = node.get(key);
            }
            if (node.isArray()) {
                mistakes.accept(line, "[[" + name + "]] is a list of tables, but there is one: write [" + name + "].");
            }
            begin(name, line);
        } catch (JacksonException e) {
            mistakes.accept(line, "This is no section: write its name in square brackets, such as [server].");
            Matcher guess = SECTION_GUESS.matcher(text);
            if (guess.find()) {
                section = guess.group();
            }
        }
    }

    private void begin(String name, int line) {
        section = name;
        Integer first = sections.putIfAbsent(name, line);
        if (first != null) {
            mistakes.accept(
                    line,
                    "The section [" + name + "] began on line " + first + " already. Put its keys together there.");
        }
    }

    /** Reads the statement that begins at the line and answers the line after it. A list may take several lines. */
    private int statement(int start) {
        StringBuilder text = new StringBuilder(lines.get(start)).append('\n');
        if (parsed(text, start + 1)) {
            return start + 1;
        }
        if (mayGoOn(text.toString())) {
            int end = Math.min(lines.size(), start + LONGEST_VALUE);
            for (int line = start + 1; line < end; line++) {
                text.append(lines.get(line)).append('\n');
                if (parsed(text, start + 1)) {
                    return line + 1;
                }
            }
        }
        mistakes.accept(start + 1, unreadable(lines.get(start)));
        return start + 1;
    }

    private boolean parsed(CharSequence text, int line) {
        try {
            flatten(section, mapper.readTree(text.toString()), line);
            return true;
        } catch (JacksonException e) {
            return false;
        }
    }

    private static boolean mayGoOn(String text) {
        String value = text.substring(text.indexOf('=') + 1).strip();
        return value.startsWith("[") || value.startsWith("\"\"\"") || value.startsWith("'''");
    }

    /** Dotted keys and inline tables are other ways to write a section. */
    private void flatten(String prefix, JsonNode table, int line) {
        table.forEachEntry((key, value) -> {
            String name = join(prefix, key);
            if (value.isObject() && !value.isEmpty()) {
                flatten(name, value, line);
                return;
            }
            Integer first = keys.putIfAbsent(name, line);
            if (first == null) {
                entries.add(new TomlEntry(name, value, line));
            } else {
                mistakes.accept(line, name + " stands on line " + first + " already. Keep one of the two.");
            }
        });
    }

    /** Says what is probably wrong; repeats nothing of the value, which may be a secret. */
    private static String unreadable(String line) {
        int equals = line.indexOf('=');
        if (equals < 0) {
            return "This is no setting: write key = value, or put a # before a comment.";
        }
        String key = line.substring(0, equals).strip();
        if (!key.matches("[A-Za-z0-9_.-]+")) {
            return "Before the = there must be a key of letters, digits and underscores.";
        }
        String value = line.substring(equals + 1).strip();
        if (value.isEmpty() || value.startsWith("#")) {
            return key + " has no value. Give one, or put a # before the line.";
        }
        if (value.startsWith("\"") && value.contains("\\")) {
            return key + ": in double quotes a backslash begins an escape. Write it in single quotes, as in"
                    + " 'C:\\folder', or with slashes, as in \"C:/folder\".";
        }
        if (value.startsWith("[")) {
            return key + ": the list does not end. Write [\"one\", \"two\"].";
        }
        if (value.startsWith("\"") || value.startsWith("'")) {
            return key + ": the text does not end where the line does. It begins and ends with the same quote, and only"
                    + " a # comment may follow.";
        }
        return key + ": this is no value. Text stands in double quotes; numbers, true and false without.";
    }

    private static String join(String prefix, String key) {
        return prefix.isEmpty() ? key : prefix + "." + key;
    }
}
