package com.clientpay.connect.config;

import com.clientpay.connect.config.BatchLayout.Column;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The types of settings that only layouts have. They come from a file, never from an environment variable. */
final class LayoutTypes {
    /** What may stand in braces in a header or trailer. */
    static final Set<String> SUMS = new TreeSet<>(Set.of(
            "number", "date", "time", "file_name", "receipts", "lines", "records", "total", "posted", "reversed"));

    private static final Set<String> NAME_PARTS = new TreeSet<>(Set.of("number", "date"));

    private LayoutTypes() {}

    /** Reads from a file only. */
    private interface OfFile<T> extends SettingType<T> {
        @Override
        default T parse(String text) throws WrongValueException {
            throw new WrongValueException("can only be given in the layout's file.");
        }

        @Override
        default String toml(T value) {
            return value.toString();
        }

        @Override
        default String show(T value) {
            return value.toString();
        }
    }

    /** The pattern of file names: plain characters that every file system takes, and the number. */
    record FileName() implements OfFile<LayoutTemplate> {
        private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
        private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

        @Override
        public LayoutTemplate read(JsonNode value) throws WrongValueException {
            LayoutTemplate name = LayoutTemplate.parse(text(value, describe()), NAME_PARTS);
            if (!name.has("number")) {
                throw new WrongValueException(
                        "must have {number}: a file gets its name from the number of its batch, so that no two are the same.");
            }
            for (String number : List.of("1", "99999999")) {
                String sample = name.fill(Map.of("number", number, "date", "20261231"));
                if (!SAFE.matcher(sample).matches()
                        || sample.endsWith(".")
                        || RESERVED.matcher(sample).matches()) {
                    throw new WrongValueException("makes \"" + sample
                            + "\", which is no file name everywhere: letters, digits, points, hyphens and underscores"
                            + " only, at most 100, and none of Windows's own names.");
                }
            }
            return name;
        }

        @Override
        public String describe() {
            return "file name with {number}, such as \"receipts-{number:8}.csv\"";
        }
    }

    /** Lines with sums in braces. */
    record Lines() implements OfFile<List<LayoutTemplate>> {
        @Override
        public List<LayoutTemplate> read(JsonNode value) throws WrongValueException {
            if (!value.isArray()) {
                throw new WrongValueException("must be a " + describe() + ".");
            }
            List<LayoutTemplate> lines = new ArrayList<>();
            for (JsonNode line : value) {
                lines.add(LayoutTemplate.parse(text(line, describe()), SUMS));
            }
            return List.copyOf(lines);
        }

        @Override
        public String describe() {
            return "list of lines, such as [\"T,{lines},{total}\"]";
        }
    }

    record Encoding() implements OfFile<Charset> {
        @Override
        public Charset read(JsonNode value) throws WrongValueException {
            String name = text(value, describe());
            try {
                Charset charset = Charset.forName(name);
                if (charset.canEncode()) {
                    return charset;
                }
            } catch (IllegalArgumentException e) {
                throw unknown(name);
            }
            throw unknown(name);
        }

        private WrongValueException unknown(String name) {
            return new WrongValueException("is \"" + name + "\", but must be " + describe() + ".");
        }

        @Override
        public String describe() {
            return "an encoding that Java knows, such as \"UTF-8\", \"windows-1252\" or \"US-ASCII\"";
        }
    }

    /** A pattern of days. */
    record DayPattern() implements OfFile<DateTimeFormatter> {
        @Override
        public DateTimeFormatter read(JsonNode value) throws WrongValueException {
            try {
                DateTimeFormatter format = DateTimeFormatter.ofPattern(text(value, describe()), Locale.ROOT);
                String day = format.format(LocalDate.of(2026, 11, 23));
                if (!day.equals(format.format(LocalDate.of(2026, 12, 23)))
                        && !day.equals(format.format(LocalDate.of(2026, 11, 24)))
                        && !day.equals(format.format(LocalDate.of(2025, 11, 23)))) {
                    return format;
                }
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new WrongValueException("must be a " + describe() + ".");
            }
            throw new WrongValueException("does not tell day, month and year: it must be a " + describe() + ".");
        }

        @Override
        public String describe() {
            return "pattern of a day, such as \"yyyy-MM-dd\" or \"MM/dd/yyyy\"";
        }
    }

    /** The columns: names of values, or tables with more about a column. Every mistake in them is told. */
    record Columns() implements OfFile<List<Column>> {
        private static final Set<String> KEYS = Set.of("value", "text", "width", "overflow", "align", "fill");
        private static final Map<String, BatchValue> NAMES = Arrays.stream(BatchValue.values())
                .collect(Collectors.toMap(BatchValue::written, v -> v, (a, b) -> a, TreeMap::new));

        @Override
        public List<Column> read(JsonNode value) throws WrongValueException {
            if (!value.isArray() || value.isEmpty()) {
                throw new WrongValueException("must be a " + describe() + ".");
            }
            List<Column> columns = new ArrayList<>();
            List<String> mistakes = new ArrayList<>();
            int number = 0;
            for (JsonNode node : value) {
                number++;
                try {
                    columns.add(column(node));
                } catch (WrongValueException e) {
                    mistakes.add("column " + number + " " + e.getMessage());
                }
            }
            if (!mistakes.isEmpty()) {
                throw new WrongValueException("has mistakes: " + String.join(" Also ", mistakes));
            }
            return List.copyOf(columns);
        }

        private static Column column(JsonNode node) throws WrongValueException {
            if (node.isString()) {
                return new Column(Optional.of(value(node.stringValue())), "", 0, false, false, ' ');
            }
            if (!node.isObject()) {
                throw new WrongValueException("must be the name of a value, or a table such as { value = \"payor\" }.");
            }
            for (String key : node.propertyNames()) {
                if (!KEYS.contains(key)) {
                    throw new WrongValueException(
                            "has " + key + ", but may only have " + String.join(", ", new TreeSet<>(KEYS)) + ".");
                }
            }
            Optional<BatchValue> value = Optional.empty();
            if (node.has("value")) {
                value = Optional.of(value(string(node, "value", "")));
            } else if (!node.has("text")) {
                throw new WrongValueException("must have a value or a text.");
            }
            boolean number = value.filter(v -> v.type() == BatchValue.Type.COUNT || v.type() == BatchValue.Type.MONEY)
                    .isPresent();
            boolean cut = choice(node, "overflow", "refuse", "cut").equals("cut");
            if (cut && value.filter(v -> v.type() == BatchValue.Type.TEXT).isEmpty()) {
                throw new WrongValueException(
                        "must not be cut: only payor, reference and description may be; an id, a number or an amount that"
                                + " was cut is another one.");
            }
            return new Column(
                    value,
                    string(node, "text", ""),
                    width(node),
                    cut,
                    choice(node, "align", number ? "right" : "left", number ? "left" : "right")
                            .equals("right"),
                    fill(node));
        }

        private static BatchValue value(String name) throws WrongValueException {
            BatchValue value = NAMES.get(name);
            if (value == null) {
                throw new WrongValueException("shows \"" + name + "\", which there is not."
                        + Nearest.to(name, NAMES.keySet())
                                .map(near -> " Is it " + near + "?")
                                .orElse("")
                        + " There are " + String.join(", ", NAMES.keySet()) + ".");
            }
            return value;
        }

        private static int width(JsonNode node) throws WrongValueException {
            JsonNode width = node.get("width");
            if (width == null) {
                return 0;
            }
            if (!width.isIntegralNumber() || width.asInt() < 1 || width.asInt() > 1000) {
                throw new WrongValueException("must have a width from 1 to 1000.");
            }
            return width.asInt();
        }

        private static char fill(JsonNode node) throws WrongValueException {
            String fill = string(node, "fill", " ");
            if (fill.length() != 1 || fill.charAt(0) < ' ' || fill.charAt(0) > '~') {
                throw new WrongValueException("must be filled with one visible character or a blank.");
            }
            return fill.charAt(0);
        }

        private static String choice(JsonNode node, String key, String first, String second)
                throws WrongValueException {
            String chosen = string(node, key, first);
            if (!chosen.equals(first) && !chosen.equals(second)) {
                throw new WrongValueException("must have \"" + first + "\" or \"" + second + "\" as " + key + ".");
            }
            return chosen;
        }

        private static String string(JsonNode node, String key, String otherwise) throws WrongValueException {
            JsonNode value = node.get(key);
            if (value == null) {
                return otherwise;
            }
            if (!value.isString() || value.stringValue().chars().anyMatch(Character::isISOControl)) {
                throw new WrongValueException("must have a text in quotes as " + key + ", without control characters.");
            }
            return value.stringValue();
        }

        @Override
        public String describe() {
            return "list of columns, such as [\"receipt_key\", { value = \"payor\", width = 40 }]";
        }
    }

    private static String text(JsonNode value, String what) throws WrongValueException {
        if (!value.isString() || value.stringValue().isBlank()) {
            throw new WrongValueException("must be a " + what + ".");
        }
        if (value.stringValue().chars().anyMatch(Character::isISOControl)) {
            throw new WrongValueException("holds a control character.");
        }
        return value.stringValue();
    }
}
