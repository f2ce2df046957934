package com.clientpay.connect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.batches.BatchFirm;
import com.clientpay.connect.database.DriverUrl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchesCommandTest {
    private static final String FIRST = "receipts-00000001.csv";

    private final BatchFirm firm = new BatchFirm();

    @TempDir
    Path home;

    private Path folder;

    @BeforeEach
    void configure() throws IOException {
        folder = Files.createDirectory(home.resolve("import"));
        Files.createDirectory(home.resolve("conf"));
        Files.writeString(home.resolve("conf/connect.toml"), """
                [database]
                url = "%s"
                [batches]
                folder = "import"
                """.formatted(DriverUrl.of(firm.books.settings())));
    }

    @AfterEach
    void close() {
        firm.close();
    }

    private Finished batches(String... arguments) {
        return Finished.command(Stream.of(
                        List.of("batches"),
                        List.of(arguments),
                        List.of("--config", home.resolve("conf/connect.toml").toString()))
                .flatMap(List::stream)
                .toArray(String[]::new));
    }

    private Finished answered(String answer, String... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
        try {
            return batches(arguments);
        } finally {
            System.setIn(before);
        }
    }

    private void written() {
        firm.queued("A. Payor", "100.00");
        firm.run(folder);
    }

    private void unknown() throws IOException {
        written();
        Files.delete(folder.resolve(FIRST));
        firm.books.execute("UPDATE clientpay_internal.Batch SET State = 'UNKNOWN'");
    }

    @Test
    void list_shows_state_sums_and_what_waits() {
        assertEquals("There is no batch.\n", batches("list").out());
        written();
        Finished list = batches("list");
        assertEquals(0, list.code(), list.err());
        assertTrue(
                list.out()
                        .matches("(?s).*1  WRITTEN  2026-11-02T12:00:00Z  connector +1 +1 +100.00 +1  " + FIRST + "\n"),
                list.out());
        assertEquals(
                "Every batch is finished.\n", batches("list", "--unfinished").out());
        assertTrue(batches("list", "--json").out().contains("\"fileName\""));
    }

    @Test
    void show_lists_the_receipts() {
        written();
        Finished show = batches("show", "1");
        assertTrue(show.out().contains("1 receipts, 1 lines, total 100.00"), show.out());
        assertTrue(show.out().contains("pst_1"), show.out());
        assertTrue(batches("show", "1", "--json").out().contains("\"receiptKey\""));
        assertEquals(1, batches("show", "2").code());
    }

    @Test
    void preview_shows_the_lines_of_a_posting() {
        String id = firm.queued("A. Payor", "100.00");
        Finished preview = batches("preview", id);
        assertEquals(0, preview.code(), preview.err());
        assertTrue(preview.out().startsWith("R,1,POST,1,2026-11-02"), preview.out());
        Finished none = batches("preview", "pst_none");
        assertEquals(1, none.code());
        assertEquals("There is no posting pst_none.\n", none.err());
    }

    @Test
    void write_again_asks_first() throws IOException {
        written();
        byte[] before = Files.readAllBytes(folder.resolve(FIRST));
        Files.delete(folder.resolve(FIRST));

        assertEquals(1, answered("no\n", "write-again", "1").code());
        assertEquals(1, answered("", "write-again", "1").code());
        assertTrue(Files.notExists(folder.resolve(FIRST)));

        Finished again = answered("yes\n", "write-again", "1");
        assertEquals(0, again.code(), again.err());
        assertTrue(again.out().contains("may book every receipt in it twice"), again.out());
        assertEquals(new String(before, StandardCharsets.UTF_8), Files.readString(folder.resolve(FIRST)));
        Finished there = batches("write-again", "1", "--yes");
        assertEquals(1, there.code());
        assertTrue(there.err().startsWith("It is there already"), there.err());
    }

    @Test
    void resolve_needs_to_be_told_which() throws IOException {
        unknown();
        assertEquals(2, batches("resolve", "1").code());
        assertEquals(2, batches("resolve", "1", "--written", "--not-written").code());
        assertEquals(
                "Batch 1 is ABANDONED: its receipts go into the next file.\n",
                batches("resolve", "1", "--not-written").out());
        assertEquals(List.of("1 ABANDONED"), firm.states());
    }

    @Test
    void resolve_as_written_waits_for_the_answers() throws IOException {
        unknown();
        assertEquals(
                "Batch 1 is WRITTEN: the import's answers are waited for.\n",
                batches("resolve", "1", "--written").out());
        assertEquals(1, batches("resolve", "1", "--not-written").code());
    }
}
