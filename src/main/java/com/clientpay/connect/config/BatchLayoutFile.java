package com.clientpay.connect.config;

import com.clientpay.connect.config.BatchLayout.Column;
import com.clientpay.connect.config.BatchLayout.Delimited;
import com.clientpay.connect.config.BatchLayout.Values;
import com.clientpay.connect.config.LayoutSettings.Format;
import com.clientpay.connect.config.LayoutSettings.Quote;
import com.clientpay.connect.config.LayoutSettings.Sign;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the layout of batch files, as {@link ConfigFile} reads {@code connect.toml}: whatever is wrong is reported together,
 * with its line.
 */
public final class BatchLayoutFile {
    private final String place;
    private final Map<String, Setting<?>> known =
            LayoutSettings.all().stream().collect(Collectors.toMap(Setting::name, s -> s));
    private final SettingValues values = new SettingValues();
    private final List<ConfigMistake> mistakes = new ArrayList<>();

    private BatchLayoutFile(String place) {
        this.place = place;
    }

    /** A firm's own layout. */
    public static BatchLayout load(Path file) throws ConfigException {
        BatchLayoutFile layout = new BatchLayoutFile(file.toString());
        try {
            return layout.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw layout.failed(
                    Files.exists(file)
                            ? "The file cannot be read. This user must have the right to read it."
                            : "There is no such file. Correct batches.layout.");
        }
    }

    /** The layout that belongs to a system's script pack, as this version ships it. */
    public static BatchLayout ofSystem(String systemName) throws ConfigException {
        String resource = "/sql/sqlserver/systems/" + systemName + "/batch.toml";
        BatchLayoutFile layout = new BatchLayoutFile(resource.substring(1));
        try (InputStream in = BatchLayoutFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw layout.failed("This version has no layout of batch files for the system " + systemName
                        + ". Set batches.layout to one.");
            }
            return layout.read(in.readAllBytes());
        } catch (IOException e) {
            throw layout.failed("The layout cannot be read: " + e.getMessage() + ".");
        }
    }

    private BatchLayout read(byte[] bytes) throws ConfigException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            parse(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw failed("The file is not UTF-8. Save it again with the encoding UTF-8.");
        }
        LayoutSettings.all().forEach(this::require);
        if (mistakes.isEmpty()) {
            contradictions();
        }
        if (!mistakes.isEmpty()) {
            throw new ConfigException(mistakes);
        }
        return layout();
    }

    private void parse(String text) {
        TomlReader reader = new TomlReader(text, this::mistake);
        List<TomlEntry> entries = reader.read();
        UnknownNames names = new UnknownNames(known.values());
        Map<String, Integer> sections = new LinkedHashMap<>(reader.sections());
        entries.forEach(entry -> sections.putIfAbsent(UnknownNames.sectionOf(entry.name()), entry.line()));
        sections.forEach((section, line) -> names.section(section).ifPresent(message -> mistake(line, message)));
        for (TomlEntry entry : entries) {
            Setting<?> setting = known.get(names.probablyMeant(entry.name()));
            if (setting == null) {
                names.key(entry.name()).ifPresent(message -> mistake(entry.line(), message));
            } else {
                put(setting, entry);
            }
        }
        mistakes.sort(Comparator.comparingInt(
                m -> Integer.parseInt(m.place().substring(m.place().lastIndexOf(':') + 1))));
    }

    private <T> void put(Setting<T> setting, TomlEntry entry) {
        try {
            values.put(setting, setting.type().read(entry.value()), place + ":" + entry.line(), "line " + entry.line());
        } catch (WrongValueException e) {
            mistake(entry.line(), setting.name() + " " + e.getMessage());
        }
    }

    private void require(Setting<?> setting) {
        boolean named = mistakes.stream().anyMatch(m -> m.message().startsWith(setting.name() + " "));
        if (setting.defaultValue().isEmpty() && !values.isGiven(setting) && !named) {
            mistakes.add(new ConfigMistake(
                    place,
                    setting.name() + " is missing. Set " + setting.key() + " in section [" + setting.section()
                            + "] to a " + setting.type().describe() + ".",
                    false));
        }
    }

    private void contradictions() {
        boolean fixed = values.get(LayoutSettings.FORMAT) == Format.FIXED;
        Map<Setting<List<Column>>, List<Column>> lists = new LinkedHashMap<>();
        lists.put(LayoutSettings.RECEIPT_COLUMNS, values.get(LayoutSettings.RECEIPT_COLUMNS));
        lists.put(LayoutSettings.COLUMNS, values.get(LayoutSettings.COLUMNS));
        Set<BatchValue> shown = lists.values().stream()
                .flatMap(List::stream)
                .flatMap(column -> column.value().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(BatchValue.class)));
        if (!shown.contains(BatchValue.AMOUNT)) {
            wrong(LayoutSettings.COLUMNS, "must show amount.");
        }
        for (Column column : values.get(LayoutSettings.RECEIPT_COLUMNS)) {
            column.value()
                    .filter(BatchValue::ofAllocation)
                    .ifPresent(value -> wrong(
                            LayoutSettings.RECEIPT_COLUMNS,
                            "must not show " + value.written() + ": a receipt may have several of it."));
        }
        if (!shown.contains(BatchValue.RECEIPT_KEY)
                && !shown.contains(BatchValue.RECEIPT_REFERENCE)
                && !shown.containsAll(
                        EnumSet.of(BatchValue.POSTING_ID, BatchValue.ATTEMPT, BatchValue.KIND, BatchValue.HANDOVER))) {
            wrong(
                    LayoutSettings.COLUMNS,
                    "must show receipt_key or receipt_reference, or posting_id, attempt, kind and handover: the import's"
                            + " answers are told apart by it.");
        }
        if (values.get(LayoutSettings.REVERSALS) == Sign.POSITIVE && !shown.contains(BatchValue.KIND)) {
            wrong(LayoutSettings.REVERSALS, "is \"positive\": then columns must show kind, or nobody can tell them.");
        }
        Charset encoding = values.get(LayoutSettings.ENCODING);
        if (fixed) {
            if (encoding.newEncoder().maxBytesPerChar() != 1.0f) {
                wrong(
                        LayoutSettings.ENCODING,
                        "has characters of several bytes: in a fixed format nobody could say where a column begins. Use"
                                + " one such as \"windows-1252\" or \"US-ASCII\".");
            }
            for (Setting<?> setting : List.of(
                    LayoutSettings.DELIMITER,
                    LayoutSettings.QUOTE,
                    LayoutSettings.QUOTING,
                    LayoutSettings.DELIMITER_IN_VALUE)) {
                if (values.isGiven(setting)) {
                    wrong(setting, "belongs to a delimited format, but file.format is \"fixed\".");
                }
            }
        } else {
            delimiterContradictions(lists.values());
        }
        if (values.get(LayoutSettings.BYTE_ORDER_MARK) && !encoding.newEncoder().canEncode('\uFEFF')) {
            wrong(LayoutSettings.BYTE_ORDER_MARK, "is true, but the encoding has none.");
        }
        for (Setting<List<LayoutTemplate>> setting : List.of(LayoutSettings.HEADER, LayoutSettings.TRAILER)) {
            for (LayoutTemplate line : values.get(setting)) {
                Map<String, String> sample =
                        LayoutTypes.SUMS.stream().collect(Collectors.toMap(name -> name, name -> "0"));
                if (!encoding.newEncoder().canEncode(line.fill(sample))) {
                    wrong(setting, "has a character that the encoding has not.");
                }
            }
        }
        lists.forEach((setting, columns) -> columnContradictions(setting, columns, fixed, encoding));
        for (Setting<String> setting : List.of(
                LayoutSettings.POST,
                LayoutSettings.REVERSE,
                LayoutSettings.INVOICE,
                LayoutSettings.TRUST,
                LayoutSettings.MATTER,
                LayoutSettings.REPLACEMENT)) {
            if (!encoding.newEncoder().canEncode(values.get(setting))) {
                wrong(setting, "has a character that the encoding has not.");
            }
        }
    }

    private void columnContradictions(
            Setting<List<Column>> setting, List<Column> columns, boolean fixed, Charset encoding) {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (fixed && column.width() == 0) {
                wrong(setting, "of a fixed format need a width each; column " + (i + 1) + " has none.");
            }
            if (!encoding.newEncoder().canEncode(column.text())) {
                wrong(setting, "has a text that the encoding has not, in column " + (i + 1) + ".");
            }
            if (column.width() > 0 && column.text().length() > column.width()) {
                wrong(setting, "has a text longer than its width, in column " + (i + 1) + ".");
            }
        }
    }

    /** What is ours must not hold the delimiter: it is not put between quotes everywhere. */
    private void delimiterContradictions(Collection<List<Column>> lists) {
        if (values.get(LayoutSettings.QUOTE) == Quote.NONE && values.isGiven(LayoutSettings.QUOTING)) {
            wrong(LayoutSettings.QUOTING, "needs quotes, but delimited.quote is \"none\".");
        }
        String delimiter = String.valueOf(delimiter());
        if (values.get(LayoutSettings.DATE).format(LocalDate.of(2026, 11, 23)).contains(delimiter)) {
            wrong(LayoutSettings.DATE, "has the delimiter in it. Choose another one of the two.");
        }
        if (values.get(LayoutSettings.DECIMALS) == BatchLayout.Decimals.COMMA && delimiter.equals(",")) {
            wrong(LayoutSettings.DECIMALS, "is \"comma\", which is the delimiter too. Choose another one of the two.");
        }
        if (values.get(LayoutSettings.REVERSALS) == Sign.NEGATIVE && delimiter.equals("-")) {
            wrong(LayoutSettings.DELIMITER, "is the minus sign of reversals too. Choose another one.");
        }
        boolean inText = lists.stream()
                        .flatMap(List::stream)
                        .anyMatch(column -> column.text().contains(delimiter))
                || Stream.of(
                                LayoutSettings.POST,
                                LayoutSettings.REVERSE,
                                LayoutSettings.INVOICE,
                                LayoutSettings.TRUST,
                                LayoutSettings.MATTER)
                        .anyMatch(word -> values.get(word).contains(delimiter));
        if (inText) {
            wrong(LayoutSettings.DELIMITER, "stands in a text of the layout too. Choose another one.");
        }
    }

    private void wrong(Setting<?> setting, String message) {
        mistakes.add(new ConfigMistake(values.place(setting).orElse(place), setting.name() + " " + message, false));
    }

    private BatchLayout layout() {
        Optional<Delimited> delimited = values.get(LayoutSettings.FORMAT) == Format.FIXED
                ? Optional.empty()
                : Optional.of(new Delimited(
                        delimiter(),
                        quote(),
                        values.get(LayoutSettings.QUOTING),
                        values.get(LayoutSettings.DELIMITER_IN_VALUE)));
        return new BatchLayout(
                values.get(LayoutSettings.NAME),
                delimited,
                values.get(LayoutSettings.ENCODING),
                values.get(LayoutSettings.BYTE_ORDER_MARK),
                values.get(LayoutSettings.LINE_END).characters(),
                values.get(LayoutSettings.MOST_RECEIPTS),
                values.get(LayoutSettings.HEADER),
                values.get(LayoutSettings.TRAILER),
                values.get(LayoutSettings.RECEIPT_COLUMNS),
                values.get(LayoutSettings.COLUMNS),
                new Values(
                        values.get(LayoutSettings.DATE),
                        values.get(LayoutSettings.DECIMALS),
                        values.get(LayoutSettings.REVERSALS) == Sign.NEGATIVE,
                        values.get(LayoutSettings.POST),
                        values.get(LayoutSettings.REVERSE),
                        values.get(LayoutSettings.INVOICE),
                        values.get(LayoutSettings.TRUST),
                        values.get(LayoutSettings.MATTER),
                        values.get(LayoutSettings.CONTROL_CHARACTERS),
                        values.get(LayoutSettings.MISSING_CHARACTERS),
                        values.get(LayoutSettings.REPLACEMENT)));
    }

    private char delimiter() {
        String delimiter = values.get(LayoutSettings.DELIMITER);
        return delimiter.equals("tab") ? '\t' : delimiter.charAt(0);
    }

    private Optional<Character> quote() {
        return switch (values.get(LayoutSettings.QUOTE)) {
            case DOUBLE -> Optional.of('"');
            case SINGLE -> Optional.of('\'');
            case NONE -> Optional.empty();
        };
    }

    private ConfigException failed(String message) {
        return new ConfigException(List.of(new ConfigMistake(place, message, false)));
    }

    private void mistake(int line, String message) {
        mistakes.add(new ConfigMistake(place + ":" + line, message, false));
    }
}
