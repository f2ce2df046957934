package com.clientpay.connect.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchLayoutFileTest {
    private static final String NAME = "name = \"r-{number}.csv\"\n";
    private static final String COLUMNS = "columns = [\"receipt_key\", \"kind\", \"amount\"]\n";

    @TempDir
    Path folder;

    private BatchLayout load(String toml) throws Exception {
        Path file = folder.resolve("batch.toml");
        Files.writeString(file, toml);
        return BatchLayoutFile.load(file);
    }

    /** Each mistake as the line and what is said. */
    private List<String> mistakes(String toml) {
        return assertThrows(ConfigException.class, () -> load(toml)).mistakes().stream()
                .map(mistake -> mistake.toString()
                        .substring(folder.resolve("batch.toml").toString().length()))
                .toList();
    }

    private void wrong(String toml, String... says) {
        String all = String.join("\n", mistakes(toml));
        for (String said : says) {
            assertTrue(all.contains(said), () -> "missing: " + said + "\nin: " + all);
        }
    }

    @Test
    void a_name_and_columns_are_all_that_a_layout_needs() throws Exception {
        BatchLayout layout = load("[file]\n" + NAME + COLUMNS);

        assertEquals(StandardCharsets.UTF_8, layout.encoding());
        assertEquals("\r\n", layout.lineEnd());
        assertEquals(',', layout.delimited().orElseThrow().delimiter());
        assertEquals(3, layout.columns().size());
    }

    @Test
    void the_layout_of_the_reference_firm_is_right_and_explains_every_key() throws Exception {
        BatchLayout layout = BatchLayoutFile.ofSystem("reference-batch");
        String text = Files.readString(Path.of("sql/sqlserver/systems/reference-batch/batch.toml"));

        assertEquals(21, layout.columns().size());
        for (Setting<?> setting : LayoutSettings.all()) {
            assertTrue(
                    text.contains("\n" + setting.key() + " = ") || text.contains("\n# " + setting.key() + " = "),
                    setting.name());
        }
        for (BatchValue value : BatchValue.values()) {
            assertTrue(text.matches("(?s).*[ \"]" + value.written() + "[ ,\"\n].*"), value.written());
        }
    }

    @Test
    void the_line_before_those_of_a_receipt_shows_nothing_of_one_allocation() {
        wrong(
                "[file]\n" + NAME + "receipt_columns = [\"receipt_key\", \"invoice_number\"]\n" + COLUMNS,
                ":3: file.receipt_columns must not show invoice_number: a receipt may have several of it.");
    }

    @Test
    void a_system_without_a_layout_says_so() {
        ConfigException missing = assertThrows(ConfigException.class, () -> BatchLayoutFile.ofSystem("reference"));
        assertTrue(missing.getMessage().contains("batches.layout"), missing.getMessage());
    }

    @Test
    void every_mistake_is_told_with_its_line() {
        assertEquals(
                List.of(
                        ":2: file.name must have {number}: a file gets its name from the number of its batch, so that no two"
                                + " are the same.",
                        ":3: file.encoding is \"latin\", but must be an encoding that Java knows, such as \"UTF-8\","
                                + " \"windows-1252\" or \"US-ASCII\".",
                        ":4: file.header has {sum}, but only these may stand in braces: date, file_name, lines, number,"
                                + " posted, receipts, records, reversed, time, total.",
                        ":5: file.columns has mistakes: column 1 shows \"recept_key\", which there is not. Is it receipt_key?"
                                + " There are " + String.join(", ", names())
                                + ". Also column 2 must not be cut: only payor, reference and description may be; an id, a"
                                + " number or an amount that was cut is another one.",
                        ":7: There is no key values.dat. Is it values.date?"),
                mistakes("""
                        [file]
                        name = "receipts.csv"
                        encoding = "latin"
                        header = ["H,{sum}"]
                        columns = ["recept_key", { value = "amount", overflow = "cut", width = 3 }]
                        [values]
                        dat = "yyyy"
                        """));
    }

    private static List<String> names() {
        return java.util.Arrays.stream(BatchValue.values())
                .map(BatchValue::written)
                .sorted()
                .toList();
    }

    @Test
    void what_is_missing_is_told() {
        wrong("[values]\n", "file.name is missing", "file.columns is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "../r-{number}.csv",
        "r/{number}.csv",
        "{number}.",
        "COM{number}",
        "r {number}.csv",
        "~{number}.csv",
        "{number",
        "-{number}"
    })
    void a_file_name_that_is_none_everywhere_is_refused(String name) {
        wrong("[file]\nname = \"" + name + "\"\n" + COLUMNS, "file.name ");
    }

    @Test
    void a_fixed_format_needs_widths_and_bytes() {
        wrong(
                "[file]\n" + NAME + COLUMNS + "format = \"fixed\"\n[delimited]\nquote = \"none\"",
                "column 1 has none",
                "file.encoding has characters of several bytes",
                "delimited.quote belongs to a delimited format");
    }

    @Test
    void the_answers_must_be_told_apart() {
        wrong(
                "[file]\n" + NAME + "columns = [\"posting_id\", \"kind\", \"amount\"]",
                "receipt_reference, or posting_id");
    }

    @Test
    void without_an_amount_there_is_no_receipt() {
        wrong("[file]\n" + NAME + "columns = [\"receipt_key\"]", "must show amount");
    }

    @Test
    void reversals_must_be_told() {
        wrong(
                "[file]\n" + NAME + "columns = [\"receipt_key\", \"amount\"]\n[values]\nreversals = \"positive\"",
                "columns must show kind");
    }

    @Test
    void the_delimiter_must_not_stand_in_what_the_layout_writes_itself() {
        wrong("[file]\n" + NAME + COLUMNS + "[values]\ndecimals = \"comma\"", "which is the delimiter too");
        wrong("[file]\n" + NAME + COLUMNS + "[values]\ndate = \"dd,MM,yyyy\"", "has the delimiter in it");
        wrong("[file]\n" + NAME + COLUMNS + "[values]\npost = \"P,1\"", "stands in a text of the layout");
        wrong(
                "[file]\n" + NAME + COLUMNS + "[delimited]\ndelimiter = \"-\"\n[values]\ndate = \"yyyyMMdd\"",
                "is the minus sign");
    }

    @Test
    void a_day_must_be_told_in_full() {
        wrong("[file]\n" + NAME + COLUMNS + "[values]\ndate = \"MM/yyyy\"", "does not tell day, month and year");
    }

    @Test
    void what_the_layout_writes_itself_must_be_in_its_encoding() {
        wrong(
                "[file]\n" + NAME + "encoding = \"US-ASCII\"\nbyte_order_mark = true\nheader = [\"É{number}\"]\n"
                        + COLUMNS + "[values]\npost = \"Zahlung ü\"",
                "file.header has a character that the encoding has not",
                "values.post has a character that the encoding has not",
                "file.byte_order_mark is true");
    }
}
