package com.clientpay.connect.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Changes single settings in the text of a {@code connect.toml} and keeps everything else: comments, order, what it does not
 * know. A setting that is not there yet is put where its commented-out default stands, else at the end of its section.
 */
public final class ConfigEdit {
    private static final Pattern HEADER = Pattern.compile("\\s*\\[([^\\[\\]]+)]\\s*(?:#.*)?");

    private final List<String> lines;

    public ConfigEdit(String text) {
        this.lines = new ArrayList<>(text.lines().toList());
    }

    /**
     * What the text gives, by name: texts as they are, lists with commas. What cannot be read is left out.
     */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (TomlEntry entry : new TomlReader(text(), (line, mistake) -> {}).read()) {
            values.putIfAbsent(entry.name(), shown(entry.value()));
        }
        return values;
    }

    private static String shown(JsonNode value) {
        return value.isArray()
                ? String.join(
                        ", ", value.valueStream().map(item -> item.asString("")).toList())
                : value.asString("");
    }

    /**
     * Gives the setting that value; without one, it is not set any more.
     *
     * @param name such as {@code server.port}, of a key in a section
     */
    public void set(String name, Optional<Object> value) {
        String section = name.substring(0, name.indexOf('.'));
        String key = name.substring(name.indexOf('.') + 1);
        int begin = section(section);
        if (begin < 0) {
            if (value.isEmpty()) {
                return;
            }
            lines.add("");
            lines.add("[" + section + "]");
            begin = lines.size() - 1;
        }
        int end = end(begin);
        int active = find(begin, end, Pattern.compile("\\s*" + Pattern.quote(key) + "\\s*=.*"));
        if (active >= 0) {
            int last = lastLine(active, end);
            if (value.isPresent()) {
                lines.subList(active, last + 1).clear();
                lines.add(active, key + " = " + toml(value.get()));
            } else {
                for (int line = active; line <= last; line++) {
                    lines.set(line, "# " + lines.get(line).stripLeading());
                }
            }
        } else if (value.isPresent()) {
            int commented = find(begin, end, Pattern.compile("\\s*#\\s*" + Pattern.quote(key) + "\\s*=.*"));
            if (commented >= 0) {
                lines.set(commented, key + " = " + toml(value.get()));
            } else {
                lines.add(lastOf(begin, end) + 1, key + " = " + toml(value.get()));
            }
        }
    }

    public String text() {
        return String.join("\n", lines) + "\n";
    }

    /** The line of the section's header; -1: there is none. */
    private int section(String name) {
        for (int i = 0; i < lines.size(); i++) {
            Matcher header = HEADER.matcher(lines.get(i));
            if (header.matches() && header.group(1).strip().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** The line after the section's last. */
    private int end(int begin) {
        for (int i = begin + 1; i < lines.size(); i++) {
            if (HEADER.matcher(lines.get(i)).matches()) {
                return i;
            }
        }
        return lines.size();
    }

    private int find(int begin, int end, Pattern pattern) {
        for (int i = begin + 1; i < end; i++) {
            if (pattern.matcher(lines.get(i)).matches()) {
                return i;
            }
        }
        return -1;
    }

    /** A list may take several lines. */
    private int lastLine(int first, int end) {
        String value = lines.get(first).substring(lines.get(first).indexOf('=') + 1);
        if (!value.strip().startsWith("[")) {
            return first;
        }
        int line = first;
        while (!lines.get(line).replaceFirst("#.*", "").contains("]") && line + 1 < end) {
            line++;
        }
        return line;
    }

    /** The last line of the section that says something; comments at its end belong to what follows. */
    private int lastOf(int begin, int end) {
        int last = begin;
        for (int i = begin + 1; i < end; i++) {
            if (!lines.get(i).isBlank() && !lines.get(i).stripLeading().startsWith("#")) {
                last = i;
            }
        }
        return last;
    }

    private static String toml(Object value) {
        if (value instanceof List<?> list) {
            return "[" + String.join(", ", list.stream().map(ConfigEdit::toml).toList()) + "]";
        }
        return value instanceof Number || value instanceof Boolean ? value.toString() : quoted(value.toString());
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c == 0x7F) {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
