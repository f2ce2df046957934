package com.clientpay.connect.database.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {
    @Test
    void batches_end_at_lines_with_nothing_but_go() {
        assertEquals(List.of("1: SELECT 1", "3: SELECT 2", "6: SELECT 3"), split("""
                SELECT 1
                GO
                SELECT 2

                  go\t
                SELECT 3
                Go"""));
    }

    @Test
    void a_number_after_go_is_how_often_the_batch_runs() {
        List<Batch> batches = Batch.split("INSERT t VALUES (1)\nGO 3\nSELECT 1\nGO 0\n");
        assertEquals(List.of(3, 0), batches.stream().map(Batch::times).toList());
    }

    @Test
    void words_that_only_begin_with_go_or_stand_beside_something_are_none() {
        String text = "GOTO done\nSELECT 1 AS\n  go, 2 AS\nGO_ON\n@GO\nGO x\nGO;\nGO -- not alone\n";
        assertEquals(List.of("1: " + text.strip()), split(text));
    }

    @Test
    void go_in_comments_strings_and_quoted_names_is_text() {
        String text = """
                /* a comment
                GO
                /* in a comment
                GO
                */
                GO
                */
                SELECT 'it''s
                GO
                ', N'
                GO
                ', [a]]
                GO
                ], "b""
                GO
                "
                """;
        assertEquals(List.of("1: " + text.strip(), "18: SELECT 2"), split(text + "GO\nSELECT 2\n"));
    }

    @Test
    void quotes_in_comments_and_comments_in_quotes_open_nothing() {
        assertEquals(
                List.of("1: -- it's /* not [open", "3: SELECT '--', '/*', [/*], \"--\"", "5: SELECT 2"),
                split("-- it's /* not [open\nGO\nSELECT '--', '/*', [/*], \"--\"\nGO\nSELECT 2\n"));
    }

    @Test
    void what_is_not_closed_lasts_to_the_end() {
        assertEquals(List.of("1: SELECT 'a\nGO\nSELECT 2"), split("SELECT 'a\nGO\nSELECT 2\n"));
        assertEquals(
                List.of("1: /* a\nGO\n"),
                List.of("1: " + Batch.split("/* a\nGO\n").get(0).text()));
    }

    @Test
    void empty_batches_are_left_out() {
        assertEquals(List.of("4: SELECT 1"), split("GO\n\nGO\nSELECT 1\nGO\nGO\n \n"));
    }

    @Test
    void windows_line_ends_and_a_byte_order_mark_change_neither_batches_nor_checksum() {
        Script unix = new Script("core/1-tables/a.sql", "SELECT 1\nGO\nSELECT 2\n");
        Script windows = new Script("core/1-tables/a.sql", "\uFEFFSELECT 1\r\nGO\r\nSELECT 2\r\n");
        assertEquals(unix.batches(), windows.batches());
        assertEquals(unix.sha256(), windows.sha256());
        // printf 'SELECT 1\nGO\nSELECT 2\n' | sha256sum
        assertEquals("ecb5ef36744276303246cdf775c57c847df85d8b36183a073d1bc21a4f768105", unix.sha256());
    }

    private static List<String> split(String text) {
        return Batch.split(text).stream()
                .map(batch -> batch.firstLine() + ": " + batch.text().strip())
                .toList();
    }
}
