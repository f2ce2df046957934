package com.clientpay.connect.batches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.config.ConnectConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchServiceTest {
    private static final String ACTOR = "cli:admin";
    private static final String FIRST = "receipts-00000001.csv";

    private final BatchFirm firm = new BatchFirm();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        firm.close();
    }

    private BatchService service() {
        return new BatchService(
                firm.books.database(),
                firm.clock,
                new ConnectConfig.Batches(Optional.of(folder), Optional.empty(), Duration.ofSeconds(1)));
    }

    private static void refused(String says, Runnable command) {
        String message = assertThrows(BatchRefusedException.class, command::run).getMessage();
        assertTrue(message.contains(says), message);
    }

    @Test
    void the_identical_file_is_written_again_from_the_database() throws Exception {
        firm.queued("A. Payor", "100.00");
        firm.job(folder).run();
        byte[] before = Files.readAllBytes(folder.resolve(FIRST));
        Files.delete(folder.resolve(FIRST));

        assertEquals(folder.resolve(FIRST), service().writeAgain(1, ACTOR));
        assertEquals(Sha256.of(before), Sha256.of(Files.readAllBytes(folder.resolve(FIRST))));
        assertEquals(List.of("1 WRITTEN"), firm.states());
        refused("It is there already", () -> service().writeAgain(1, ACTOR));
    }

    @Test
    void a_file_is_not_written_again_over_another_one() throws Exception {
        firm.queued("A. Payor", "100.00");
        firm.job(folder).run();
        Files.writeString(folder.resolve(FIRST), "somebody else's");
        refused("Another file has its name", () -> service().writeAgain(1, ACTOR));
        assertEquals("somebody else's", Files.readString(folder.resolve(FIRST)));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count(), "no temporary file is left");
        }
    }

    @Test
    void only_what_is_written_is_written_again() {
        refused("There is no batch 7", () -> service().writeAgain(7, ACTOR));
        unknown();
        refused("connect batches resolve 1", () -> service().writeAgain(1, ACTOR));
    }

    @Test
    void a_content_that_is_not_what_was_sealed_is_not_written() throws Exception {
        firm.queued("A. Payor", "100.00");
        firm.job(folder).run();
        Files.delete(folder.resolve(FIRST));
        firm.books.execute("UPDATE clientpay_internal.Batch SET Content = ?", (Object) new byte[] {1, 2});
        refused("its SHA-256 is another one", () -> service().writeAgain(1, ACTOR));
        firm.books.execute("UPDATE clientpay_internal.Batch SET Content = NULL");
        refused("were purged", () -> service().writeAgain(1, ACTOR));
    }

    @Test
    void nothing_is_written_or_resolved_while_a_connector_writes() {
        firm.queued("A. Payor", "100.00");
        firm.books.database().transaction(transaction -> {
            new BatchStore(firm.books.database()).lock(transaction);
            refused("A connector is writing batches", () -> service().writeAgain(1, ACTOR));
            refused("A connector is writing batches", () -> service().resolve(1, true, ACTOR));
            return null;
        });
    }

    @Test
    void a_batch_that_was_not_written_gives_its_lines_to_the_next() throws Exception {
        unknown();
        assertEquals(BatchState.ABANDONED, service().resolve(1, false, ACTOR));
        firm.job(folder).run();
        assertEquals(List.of("1 ABANDONED", "2 WRITTEN"), firm.states());
        assertTrue(Files.readString(folder.resolve("receipts-00000002.csv")).contains("pst_1"));
    }

    @Test
    void a_batch_that_was_written_waits_for_its_answers() {
        unknown();
        assertEquals(BatchState.WRITTEN, service().resolve(1, true, ACTOR));
        assertEquals(BatchState.WRITTEN, service().resolve(1, true, ACTOR));
        refused("only an UNKNOWN one can be resolved", () -> service().resolve(1, false, ACTOR));
    }

    @Test
    void a_batch_whose_file_is_there_was_written_whatever_anybody_says() throws Exception {
        firm.queued("A. Payor", "100.00");
        firm.job(folder).run();
        firm.books.execute("UPDATE clientpay_internal.Batch SET State = 'UNKNOWN'");
        refused("Its file is in the folder", () -> service().resolve(1, false, ACTOR));
    }

    private void unknown() {
        firm.queued("A. Payor", "100.00");
        firm.job(folder).run();
        try {
            Files.delete(folder.resolve(FIRST));
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
        firm.books.execute("UPDATE clientpay_internal.Batch SET State = 'UNKNOWN'");
    }

    @Test
    void a_preview_shows_what_is_queued_and_what_would_be() {
        String queued = firm.queued("A. Payor", "100.00");
        BatchService.Preview preview = service().preview(queued, ACTOR);
        assertEquals(1, preview.lines().size());
        assertTrue(preview.lines().get(0).startsWith("R,1,POST,1,"), preview.lines()::toString);
        assertEquals("Handover 1 of attempt 1, not in a batch yet.", preview.why());

        firm.answer(queued, "REJECTED");
        firm.job(Optional.empty()).run();
        BatchService.Preview again = service().preview(queued, ACTOR);
        assertTrue(again.lines().get(0).endsWith(queued + ",1,2,"), again.lines()::toString);
        assertEquals("INCOMPLETE", firm.status(queued), "a preview changes nothing");
    }

    @Test
    void a_preview_of_what_cannot_be_written_says_why() {
        assertEquals(
                "There is no posting pst_none.",
                service().preview("pst_none", ACTOR).why());
    }
}
