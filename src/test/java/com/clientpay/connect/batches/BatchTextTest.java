package com.clientpay.connect.batches;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.config.BatchLayout;
import com.clientpay.connect.config.BatchLayoutFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTextTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);
    private static final Instant NOW = Instant.parse("2026-11-03T09:08:07.123Z");
    private static final String DELIMITED = """
            [file]
            name = "r-{number:4}-{date}.csv"
            line_end = "lf"
            header = ["H,{number:6},{date},{time},{file_name}"]
            trailer = ["T,{receipts},{lines},{posted},{reversed},{total}"]
            columns = ["receipt_key", "payor", "matter_number", "amount"]
            """;
    private static final String FIXED = """
            [file]
            name = "{number}.txt"
            format = "fixed"
            encoding = "windows-1252"
            line_end = "lf"
            trailer = ["{lines:4}{total:12}"]
            columns = [
                { text = "R", width = 1 },
                { value = "receipt_key", width = 6, fill = "0" },
                { value = "payor", width = 10, overflow = "cut" },
                { value = "matter_number", width = 12 },
                { value = "amount", width = 9, fill = "0" },
            ]
            """;

    private static String file(String layout, BatchReceipt... receipts) {
        BatchLayout read = Layouts.of(layout);
        return new String(new BatchText(read).bytes(7, DAY, NOW, List.of(receipts)), read.encoding());
    }

    private static Optional<String> complaint(String layout, Lines line) {
        return new BatchText(Layouts.of(layout)).complaint(line.receipt());
    }

    @Test
    void a_file_has_its_name_from_its_number() {
        assertEquals("r-0007-20261103.csv", new BatchText(Layouts.of(DELIMITED)).fileName(7, DAY));
    }

    @Test
    void a_receipt_may_have_a_line_before_those_of_its_allocations_which_say_what_they_are_for() {
        String layout = """
                [file]
                name = "r-{number}.csv"
                line_end = "lf"
                trailer = ["T,{receipts},{lines},{records}"]
                receipt_columns = [{ text = "R" }, "receipt_number", "receipt_key", "payor", "receipt_amount", "receipt_lines"]
                columns = ["target", "line_number", "invoice_number", "trust_ledger", "amount"]

                [values]
                invoice = "I"
                trust = "T"
                matter = "M"
                """;
        BatchLine invoice = Lines.of(1, "100.00").receipt().first();
        BatchReceipt two = new BatchReceipt(List.of(invoice, invoice));
        assertEquals(
                """
                R,1,1,A. Payor,100.00,2
                I,1,7001,,100.00
                I,2,7001,,100.00
                R,2,2,A. Payor,30.50,1
                T,3,,L1,30.50
                R,3,3,A. Payor,7.00,1
                M,4,,,7.00
                T,3,4,7
                """,
                file(
                        layout,
                        two,
                        Lines.of(2, "30.50").trust("L1"),
                        Lines.of(3, "7.00").matterAccount()));
    }

    @Test
    void receipts_for_aderant_have_a_line_of_their_own_and_trust_lines_are_told_from_those_of_invoices()
            throws Exception {
        BatchLayout layout = BatchLayoutFile.ofSystem("aderant-expert");
        BatchReceipt invoice = Lines.of(1, "100.00").receipt();
        BatchReceipt trust = Lines.of(2, "30.50").trust("L1");
        String text = new String(new BatchText(layout).bytes(7, DAY, NOW, List.of(invoice, trust)), layout.encoding());
        assertEquals(
                List.of(
                        "R,11/02/2026,OPER-1,,CP0000000001,A. Payor,,,,,100.00,,,,,,ClientPay Payment,7,,1,POST,100.00,,11/03/2026,1001,,",
                        "I,11/02/2026,OPER-1,,CP0000000001,A. Payor,10023,10023,10023-0001,7001,100.00,,,,,,ClientPay Payment,7,1,1,POST,100.00,I1,11/03/2026,1001,,",
                        "R,11/02/2026,OPER-1,,CP0000000002,A. Payor,,,,,30.50,,,,,,ClientPay Payment,7,,2,POST,30.50,,11/03/2026,1001,,",
                        "T,11/02/2026,OPER-1,,CP0000000002,A. Payor,10023,10023,10023-0001,,30.50,L1,,,,,ClientPay Payment,7,2,2,POST,30.50,,11/03/2026,1001,,"),
                text.lines().skip(1).toList());
    }

    @Test
    void header_and_trailer_hold_number_time_counts_and_sums() {
        assertEquals(
                """
                H,000007,2026-11-03,09:08:07,r-0007-20261103.csv
                1,A. Payor,10023-0001,100.00
                2,A. Payor,10023-0001,-30.50
                T,2,2,100.00,30.50,69.50
                """,
                file(
                        DELIMITED,
                        Lines.of(1, "100.00").receipt(),
                        Lines.of(2, "30.50").reversal().receipt()));
    }

    @Test
    void a_receipt_s_reference_is_its_key_in_ten_digits() {
        assertEquals("CP0000000057,100.00\n", file("""
                        [file]
                        name = "{number}.csv"
                        line_end = "lf"
                        columns = ["receipt_reference", "amount"]
                        """, Lines.of(57, "100.00").receipt()));
    }

    @Test
    void a_reversal_names_the_receipt_that_it_takes_back_and_any_other_receipt_names_none() {
        assertEquals(
                """
                57,POST,,,100.00
                58,REVERSE,57,CP0000000057,-100.00
                """,
                file(
                        """
                        [file]
                        name = "{number}.csv"
                        line_end = "lf"
                        columns = [
                            "receipt_key", "kind", "original_receipt_key", "original_receipt_reference", "amount",
                        ]
                        """,
                        Lines.of(57, "100.00").receipt(),
                        Lines.of(58, "100.00").reversalOf(57).receipt()));
    }

    /** Taken for a receipt of its own it would be booked a second time. */
    @ParameterizedTest
    @ValueSource(strings = {"aderant-expert", "elite-3e", "elite-enterprise"})
    void in_every_pack_s_layout_a_reversal_has_amounts_below_zero_and_names_its_original(String system)
            throws Exception {
        BatchLayout layout = BatchLayoutFile.ofSystem(system);
        BatchReceipt reversal = Lines.of(58, "100.00").reversalOf(57).receipt();
        List<String> lines = new BatchText(layout).preview(reversal);
        for (String line : lines) {
            List<String> cells = List.of(line.split("[,\t]", -1));
            assertTrue(cells.contains("-100.00") && !cells.contains("100.00"), line);
            assertTrue(cells.contains("CP0000000057") && cells.contains("57"), line);
            assertTrue(cells.contains("1001"), "the payment's own reference: " + line);
        }
    }

    @Test
    void fixed_columns_are_filled_cut_and_signed() {
        assertEquals(
                """
                R000001A. Payor  10023-0001  000100.00
                R000002Müller & S10023-0001  -00030.50
                0002000000069.50
                """,
                file(
                        FIXED,
                        Lines.of(1, "100.00").receipt(),
                        Lines.of(2, "30.50").reversal().payor("Müller & Söhne").receipt()));
    }

    @Test
    void delimiters_and_quotes_are_put_between_quotes() {
        String line = file(
                        DELIMITED,
                        Lines.of(1, "1.00").payor("O\"Hara, Smith & \"Co\"").receipt())
                .lines()
                .toList()
                .get(1);
        assertEquals("1,\"O\"\"Hara, Smith & \"\"Co\"\"\",10023-0001,1.00", line);
    }

    @Test
    void without_quotes_a_delimiter_in_a_payor_is_a_blank_and_in_a_number_a_refusal() {
        String layout = DELIMITED + "[delimited]\nquote = \"none\"";
        assertTrue(file(layout, Lines.of(1, "1.00").payor("Smith, Jones").receipt())
                .contains("1,Smith  Jones,10023"));
        assertEquals(
                Optional.of("The matter number holds the delimiter \",\", which the import's file cannot show."),
                complaint(layout, Lines.of(1, "1.00").matter("10,023")));
        assertEquals(
                Optional.of("The payor holds the delimiter \",\", which the import's file cannot show."),
                complaint(
                        layout + "\ndelimiter_in_value = \"refuse\"",
                        Lines.of(1, "1.00").payor("Smith, Jones")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\t", "\u0000", "\u0085", "\u2028", "\u2029", "\u000B", "\u001A"})
    void nothing_in_a_value_ends_a_line(String evil) {
        for (String layout : List.of(DELIMITED, FIXED, DELIMITED + "[delimited]\ndelimiter = \"tab\"")) {
            String text =
                    file(layout, Lines.of(1, "1.00").payor("A" + evil + "B").receipt());
            assertEquals(
                    file(
                            layout,
                            Lines.of(1, "1.00")
                                    .payor("A" + " ".repeat(evil.length()) + "B")
                                    .receipt()),
                    text);
        }
        assertTrue(complaint(DELIMITED, Lines.of(1, "1.00").matter("1" + evil + "2"))
                .isPresent());
        assertTrue(complaint(
                        DELIMITED + "[values]\ncontrol_characters = \"refuse\"",
                        Lines.of(1, "1.00").payor("A" + evil + "B"))
                .isPresent());
    }

    @Test
    void characters_that_the_encoding_has_not_are_replaced_or_refused() {
        String layout = DELIMITED.replace("[file]", "[file]\nencoding = \"US-ASCII\"");
        assertTrue(
                file(layout, Lines.of(1, "1.00").payor("Éric 青波 🦉").receipt()).contains("1,?ric ?? ?,"));
        assertEquals(
                Optional.of("The matter number holds a character that the file's encoding US-ASCII has not, which the"
                        + " import's file cannot show."),
                complaint(layout, Lines.of(1, "1.00").matter("10023-Ä")));
        assertTrue(complaint(
                        layout + "[values]\nmissing_characters = \"refuse\"",
                        Lines.of(1, "1.00").payor("É"))
                .isPresent());
    }

    @Test
    void half_a_character_is_replaced() {
        assertTrue(
                file(DELIMITED, Lines.of(1, "1.00").payor("A\uD83EB").receipt()).contains("1,A?B,"));
    }

    @Test
    void a_value_that_is_too_long_is_refused_with_its_column() {
        assertEquals(
                Optional.of("The matter number has 13 characters, and column 4 of the import's file takes 12."),
                complaint(FIXED, Lines.of(1, "1.00").matter("10023-0001-XX")));
        assertEquals(
                Optional.of("The amount has 10 characters, and column 5 of the import's file takes 9."),
                complaint(FIXED, Lines.of(1, "1234567.00")));
    }

    @Test
    void a_cut_keeps_whole_characters() {
        String layout = DELIMITED.replace("\"payor\"", "{ value = \"payor\", width = 3, overflow = \"cut\" }");
        assertTrue(file(layout, Lines.of(1, "1.00").payor("🦉🦉🦉🦉").receipt()).contains("1,🦉🦉🦉,"));
    }

    @Test
    void bytes_are_those_of_the_encoding_with_its_mark_if_wanted() {
        String layout = DELIMITED.replace("[file]", "[file]\nencoding = \"UTF-16LE\"\nbyte_order_mark = true");
        byte[] bytes = new BatchText(Layouts.of(layout))
                .bytes(7, DAY, NOW, List.of(Lines.of(1, "1.00").receipt()));
        assertArrayEquals(new byte[] {(byte) 0xFF, (byte) 0xFE, 'H', 0}, Arrays.copyOf(bytes, 4));
    }

    @Test
    void the_same_receipts_make_the_same_bytes() {
        BatchText text = new BatchText(Layouts.of(DELIMITED));
        List<BatchReceipt> receipts = List.of(Lines.of(1, "1.00").receipt());
        assertArrayEquals(text.bytes(7, DAY, NOW, receipts), text.bytes(7, DAY, NOW, receipts));
    }

    @Test
    void amounts_and_days_are_written_as_the_layout_says() {
        String layout = DELIMITED.replace("\"payor\"", "\"book_date\"")
                + "[delimited]\ndelimiter = \";\"\n[values]\ndate = \"MM/dd/yyyy\"\ndecimals = \"comma\"";
        assertTrue(file(layout, Lines.of(1, "1234.50").receipt()).contains("1;11/03/2026;10023-0001;1234,50\n"));
        String cents = DELIMITED + "[values]\ndecimals = \"none\"";
        assertTrue(file(cents, Lines.of(1, "1234.50").receipt()).contains(",123450\n"));
    }

    @Test
    void no_value_whatever_breaks_a_line_or_shifts_a_column() {
        Random random = new Random(20261103);
        String hostile = ",\"';|\t\r\n\\ \u0000\u0085\u2028üé青🦉\uD83E=+-@{}%";
        for (String layout :
                List.of(DELIMITED, DELIMITED + "[delimited]\nquoting = \"always\"\nquote = \"single\"", FIXED)) {
            for (int i = 0; i < 300; i++) {
                StringBuilder payor = new StringBuilder();
                for (int j = random.nextInt(30); j >= 0; j--) {
                    payor.append(hostile.charAt(random.nextInt(hostile.length())));
                }
                List<String> lines = file(
                                layout,
                                Lines.of(1, "1.00").payor(payor.toString()).receipt())
                        .lines()
                        .toList();
                if (layout.equals(FIXED)) {
                    assertEquals(2, lines.size(), payor::toString);
                    assertEquals(38, lines.get(0).length(), payor::toString);
                    assertTrue(lines.get(0).endsWith("10023-0001  000001.00"), payor::toString);
                } else {
                    assertEquals(3, lines.size(), payor::toString);
                    char quote = layout.contains("single") ? '\'' : '"';
                    assertEquals(4, fields(lines.get(1), quote).size(), lines.get(1));
                    assertEquals("1.00", fields(lines.get(1), quote).get(3), lines.get(1));
                }
            }
        }
    }

    /** As RFC 4180 reads a line. */
    private static List<String> fields(String line, char quote) {
        List<String> fields = new java.util.ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == quote && i + 1 < line.length() && line.charAt(i + 1) == quote) {
                field.append(c);
                i++;
            } else if (c == quote && (quoted || field.isEmpty())) {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
