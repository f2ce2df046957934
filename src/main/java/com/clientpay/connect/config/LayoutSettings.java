package com.clientpay.connect.config;

import com.clientpay.connect.config.BatchLayout.Column;
import com.clientpay.connect.config.BatchLayout.Decimals;
import com.clientpay.connect.config.BatchLayout.Quoting;
import com.clientpay.connect.config.BatchLayout.Remedy;
import com.clientpay.connect.config.SettingTypes.Choice;
import com.clientpay.connect.config.SettingTypes.Flag;
import com.clientpay.connect.config.SettingTypes.Text;
import com.clientpay.connect.config.SettingTypes.Whole;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every key of a {@code batch.toml}. What is not here is an unknown key. */
final class LayoutSettings {
    /** How columns are told from each other. */
    enum Format {
        DELIMITED,
        FIXED
    }

    /** How a line ends. */
    enum LineEnd {
        CRLF("\r\n"),
        LF("\n");

        private final String characters;

        LineEnd(String characters) {
            this.characters = characters;
        }

        String characters() {
            return characters;
        }
    }

    /** What stands around a value. */
    enum Quote {
        DOUBLE,
        SINGLE,
        NONE
    }

    /** The sign of a reversal's amounts. */
    enum Sign {
        NEGATIVE,
        POSITIVE
    }

    private static final List<Setting<?>> ALL = new ArrayList<>();

    static final Setting<LayoutTemplate> NAME = required("file", "name", new LayoutTypes.FileName());
    static final Setting<Format> FORMAT =
            optional("file", "format", new Choice<>(Format.class, true), Format.DELIMITED);
    static final Setting<Charset> ENCODING =
            optional("file", "encoding", new LayoutTypes.Encoding(), StandardCharsets.UTF_8);
    static final Setting<Boolean> BYTE_ORDER_MARK = optional("file", "byte_order_mark", new Flag(), false);
    static final Setting<LineEnd> LINE_END =
            optional("file", "line_end", new Choice<>(LineEnd.class, true), LineEnd.CRLF);
    static final Setting<Integer> MOST_RECEIPTS = optional("file", "most_receipts", new Whole(1, 10_000), 500);
    static final Setting<List<LayoutTemplate>> HEADER =
            optional("file", "header", new LayoutTypes.Lines(), List.<LayoutTemplate>of());
    static final Setting<List<LayoutTemplate>> TRAILER =
            optional("file", "trailer", new LayoutTypes.Lines(), List.<LayoutTemplate>of());
    static final Setting<List<Column>> RECEIPT_COLUMNS =
            optional("file", "receipt_columns", new LayoutTypes.Columns(), List.<Column>of());
    static final Setting<List<Column>> COLUMNS = required("file", "columns", new LayoutTypes.Columns());

    static final Setting<String> DELIMITER =
            optional("delimited", "delimiter", new Text("one character, or \"tab\"", LayoutSettings::delimiter), ",");
    static final Setting<Quote> QUOTE = optional("delimited", "quote", new Choice<>(Quote.class, true), Quote.DOUBLE);
    static final Setting<Quoting> QUOTING =
            optional("delimited", "quoting", new Choice<>(Quoting.class, true), Quoting.MINIMAL);
    static final Setting<Remedy> DELIMITER_IN_VALUE =
            optional("delimited", "delimiter_in_value", new Choice<>(Remedy.class, true), Remedy.REPLACE);

    static final Setting<DateTimeFormatter> DATE =
            optional("values", "date", new LayoutTypes.DayPattern(), DateTimeFormatter.ISO_LOCAL_DATE);
    static final Setting<Decimals> DECIMALS =
            optional("values", "decimals", new Choice<>(Decimals.class, true), Decimals.POINT);
    static final Setting<Sign> REVERSALS =
            optional("values", "reversals", new Choice<>(Sign.class, true), Sign.NEGATIVE);
    static final Setting<String> POST = optional("values", "post", new Text("text", text -> {}), "POST");
    static final Setting<String> REVERSE = optional("values", "reverse", new Text("text", text -> {}), "REVERSE");
    static final Setting<String> INVOICE = optional("values", "invoice", new Text("text", text -> {}), "INVOICE");
    static final Setting<String> TRUST = optional("values", "trust", new Text("text", text -> {}), "TRUST");
    static final Setting<String> MATTER = optional("values", "matter", new Text("text", text -> {}), "MATTER");
    static final Setting<Remedy> CONTROL_CHARACTERS =
            optional("values", "control_characters", new Choice<>(Remedy.class, true), Remedy.REPLACE);
    static final Setting<Remedy> MISSING_CHARACTERS =
            optional("values", "missing_characters", new Choice<>(Remedy.class, true), Remedy.REPLACE);
    static final Setting<String> REPLACEMENT =
            optional("values", "replacement", new Text("one visible character", LayoutSettings::one), "?");

    private LayoutSettings() {}

    static List<Setting<?>> all() {
        return List.copyOf(ALL);
    }

    private static <T> Setting<T> required(String section, String key, SettingType<T> type) {
        return add(section, key, type, Optional.empty());
    }

    private static <T> Setting<T> optional(String section, String key, SettingType<T> type, T defaultValue) {
        return add(section, key, type, Optional.of(defaultValue));
    }

    private static <T> Setting<T> add(String section, String key, SettingType<T> type, Optional<T> defaultValue) {
        Setting<T> setting = new Setting<>(section, key, type, defaultValue, "");
        ALL.add(setting);
        return setting;
    }

    private static void delimiter(String text) throws WrongValueException {
        if (!text.equals("tab") && !text.matches("[!#$%&*+,/:;<=>@^`|~-]")) {
            throw new WrongValueException("is \"" + text
                    + "\", but must be one character that is no letter, digit, quote or brace, or \"tab\".");
        }
    }

    private static void one(String text) throws WrongValueException {
        if (!text.matches("[!-~]")) {
            throw new WrongValueException("must be one visible character of ASCII.");
        }
    }
}
