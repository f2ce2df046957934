package com.clientpay.connect.batches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.clientpay.connect.batches.BatchSteps.Step;
import com.clientpay.connect.config.BatchLayout;
import com.clientpay.connect.config.BatchLayoutFile;
import com.clientpay.connect.platform.ServiceEvent;
import com.clientpay.connect.posting.FirmDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class BatchWriterTest {
    private static final String FIRST = "receipts-00000001.csv";

    private final BatchFirm firm = new BatchFirm();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("com.clientpay.connect.batches");

    @TempDir
    Path folder;

    /** The process ends here. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    @BeforeEach
    void listen() {
        logged.start();
        logger.addAppender(logged);
    }

    @AfterEach
    void close() {
        logger.detachAppender(logged);
        firm.close();
    }

    private List<String> warnings() {
        return logged.list.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private BatchWriter writer() {
        return firm.writer(new BatchFolder(folder), BatchSteps.NONE);
    }

    private void write() throws IOException {
        writer().writeAll();
    }

    /** Writes until the step is done, and crashes there. */
    private void crashAfter(Step step, boolean links) {
        BatchSteps steps = done -> {
            if (done == step) {
                throw new Crash();
            }
        };
        assertThrows(
                Crash.class,
                () -> firm.writer(new BatchFolder(folder, links, steps), steps).writeAll());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    // ---- the whole way

    @Test
    void what_is_queued_is_written_into_one_file_with_sums_that_are_those_of_the_database() throws Exception {
        firm.queued("A. Payor", "100.00");
        firm.queued("B, \"Payor\"", "50.50");
        write();

        assertEquals(List.of(FIRST), files());
        assertEquals(List.of("1 WRITTEN"), firm.states());
        assertEquals("""
                H,1,2026-11-02,12:00:00\r
                R,1,POST,1,2026-11-02,2026-11-02,100,CARD,PAY,1001,A. Payor,10001,10001-0001,20001,,100.00,,pst_1,1,1,\r
                R,2,POST,1,2026-11-02,2026-11-02,100,CARD,PAY,1001,"B, ""Payor""\",10001,10001-0001,20001,,50.50,,pst_2,1,1,\r
                T,2,2,150.50,0.00,150.50\r
                """, text(FIRST));
        assertEquals(
                List.of("2 2 150.50 " + Sha256.of(Files.readAllBytes(folder.resolve(FIRST)))),
                firm.books.query(
                        "SELECT Receipts || ' ' || Lines || ' ' || Total || ' ' || Sha256 FROM clientpay_internal.Batch"));
    }

    @Test
    void nothing_is_written_when_nothing_waits() throws Exception {
        write();
        firm.queued("A. Payor", "100.00");
        write();
        write();
        assertEquals(List.of(FIRST), files());
    }

    @Test
    void what_is_queued_later_gets_the_next_file() throws Exception {
        firm.queued("A. Payor", "100.00");
        write();
        firm.queued("B. Payor", "10.00");
        write();
        assertEquals(List.of(FIRST, "receipts-00000002.csv"), files());
    }

    @Test
    void a_file_holds_as_many_receipts_as_the_layout_says() throws Exception {
        firm.layout = () -> Layouts.of("""
                [file]
                name = "{number}.txt"
                most_receipts = 2
                columns = ["receipt_key", "amount"]
                """);
        for (int i = 0; i < 5; i++) {
            firm.queued("A. Payor", "1.00");
        }
        write();
        assertEquals(List.of("1.txt", "2.txt", "3.txt"), files());
        assertEquals("1,1.00\r\n2,1.00\r\n", text("1.txt"));
    }

    @Test
    void a_receipt_that_the_layout_cannot_show_becomes_incomplete_and_the_others_are_written() throws Exception {
        firm.layout = () -> Layouts.of("""
                [file]
                name = "{number}.txt"
                columns = ["receipt_key", { value = "payor", width = 10 }, "amount"]
                """);
        String tooLong = firm.queued("A payor with a long name", "1.00");
        String fits = firm.queued("B. Payor", "2.00");
        write();

        assertEquals("INCOMPLETE", firm.status(tooLong));
        assertEquals("QUEUED", firm.status(fits));
        assertEquals("2,B. Payor,2.00\r\n", text("1.txt"));
        assertTrue(firm.books
                .query("SELECT Detail FROM clientpay_internal.PostingReason")
                .get(0)
                .startsWith("The payor has 24 characters, and column 2 of the import's file takes 10."));
    }

    @Test
    void a_layout_with_mistakes_keeps_everything_waiting_and_is_told_once() throws Exception {
        BatchLayout right = firm.layout.load();
        firm.layout = () -> BatchLayoutFile.load(folder.resolve("none.toml"));
        firm.queued("A. Payor", "1.00");
        BatchWriter writer = writer();
        writer.writeAll();
        writer.writeAll();
        assertEquals(List.of(), files());
        assertEquals(1, warnings().size(), () -> warnings().toString());
        firm.layout = () -> right;
        write();
        assertEquals(List.of(FIRST), files());
    }

    // ---- a crash at each step

    static Stream<Arguments> crashes() {
        return Stream.of(true, false)
                .flatMap(links -> EnumSet.allOf(Step.class).stream()
                        .filter(step -> links || step != Step.MARKED)
                        .map(step -> Arguments.of(step, links)));
    }

    @ParameterizedTest(name = "after {0}, with hard links: {1}")
    @MethodSource("crashes")
    void a_crash_at_any_step_loses_no_line_and_writes_none_twice(Step step, boolean links) throws Exception {
        firm.queued("A. Payor", "100.00");
        crashAfter(step, links);
        write();

        if (step == Step.MARKED) {
            assertEquals(List.of("1 UNKNOWN"), firm.states(), "the file may have had its name");
            return;
        }
        assertEquals(List.of("1 WRITTEN"), firm.states());
        assertEquals(List.of(FIRST), files(), "no temporary file is left");
        assertTrue(text(FIRST).contains("R,1,POST,1,"));
    }

    @ParameterizedTest(name = "after {0}, with hard links: {1}")
    @MethodSource("crashes")
    void a_file_that_the_import_took_before_the_connector_was_back_is_never_written_again(Step step, boolean links)
            throws Exception {
        firm.queued("A. Payor", "100.00");
        crashAfter(step, links);
        boolean wasThere = Files.deleteIfExists(folder.resolve(FIRST));
        write();

        if (!wasThere) {
            assertFalse(EnumSet.of(Step.NAMED, Step.PUBLISHED, Step.WRITTEN).contains(step));
            return;
        }
        assertEquals(List.of(), files().stream().filter(FIRST::equals).toList());
        assertEquals(List.of(step == Step.WRITTEN ? "1 WRITTEN" : "1 UNKNOWN"), firm.states());
        assertEquals(
                step == Step.WRITTEN ? 0 : 1,
                warnings().size(),
                () -> warnings().toString());
    }

    @Test
    void a_file_that_the_import_moved_within_its_disk_was_written_when_its_second_name_is_still_there()
            throws Exception {
        firm.queued("A. Payor", "100.00");
        crashAfter(Step.NAMED, true);
        Path done = Files.createDirectory(folder.resolve("done"));
        Files.move(folder.resolve(FIRST), done.resolve(FIRST));
        write();
        assertEquals(List.of("1 WRITTEN"), firm.states());
        assertEquals(List.of("done"), files());
    }

    @Test
    void a_temporary_file_that_is_cut_off_was_seen_by_nobody_and_is_written_again() throws Exception {
        firm.queued("A. Payor", "100.00");
        crashAfter(Step.WRITING, true);
        Path part = folder.resolve(files().get(0));
        Files.writeString(part, "H,1,20");
        write();
        assertEquals(List.of("1 WRITTEN"), firm.states());
        assertEquals(List.of(FIRST), files());
    }

    @Test
    void a_temporary_file_of_another_writer_is_not_taken_for_the_file() throws Exception {
        firm.queued("A. Payor", "100.00");
        crashAfter(Step.WRITING, true);
        Path part = folder.resolve(files().get(0));
        Files.move(part, folder.resolve("~" + FIRST + ".0123456789abcdef.part"));
        write();
        assertEquals(List.of("1 UNKNOWN"), firm.states());
        assertFalse(files().contains(FIRST));
        write();
        assertEquals(List.of(ServiceEvent.BATCH_UNKNOWN), firm.events.events, "told once");
        assertTrue(firm.events.details.get(0).contains("connect batches resolve 1 --written, or --not-written"));
    }

    @Test
    void an_unknown_batch_whose_file_is_there_after_all_is_written() throws Exception {
        firm.queued("A. Payor", "100.00");
        crashAfter(Step.NAMED, false);
        Path away = Files.createDirectory(folder.resolve("away")).resolve(FIRST);
        Files.move(folder.resolve(FIRST), away);
        write();
        assertEquals(List.of("1 UNKNOWN"), firm.states());
        Files.move(away, folder.resolve(FIRST));
        write();
        assertEquals(List.of("1 WRITTEN"), firm.states());
    }

    @Test
    void a_database_restored_from_before_a_file_was_written_finds_it() throws Exception {
        firm.queued("A. Payor", "100.00");
        write();
        firm.books.execute("UPDATE clientpay_internal.Batch SET State = 'SEALED', Token = NULL");
        write();
        assertEquals(List.of("1 WRITTEN"), firm.states());
        assertEquals(List.of(FIRST), files());
    }

    // ---- the folder

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void another_file_of_its_name_is_never_overwritten(boolean links) throws Exception {
        firm.queued("A. Payor", "100.00");
        Files.writeString(folder.resolve(FIRST), "somebody else's");
        BatchWriter writer = firm.writer(new BatchFolder(folder, links, BatchSteps.NONE), BatchSteps.NONE);
        writer.writeAll();
        writer.writeAll();
        assertEquals("somebody else's", text(FIRST));
        assertEquals(List.of("1 SEALED"), firm.states());
        assertEquals(1, warnings().size(), () -> warnings().toString());

        firm.queued("B. Payor", "10.00");
        writer.writeAll();
        assertEquals(List.of("1 SEALED", "2 WRITTEN"), firm.states(), "the next one is not kept waiting");

        Files.delete(folder.resolve(FIRST));
        writer.writeAll();
        assertEquals(List.of("1 WRITTEN", "2 WRITTEN"), firm.states());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void another_file_that_takes_the_name_at_the_last_moment_is_not_overwritten(boolean links) throws Exception {
        firm.queued("A. Payor", "100.00");
        BatchSteps intruder = step -> {
            if (step == Step.WRITING) {
                try {
                    Files.writeString(folder.resolve(FIRST), "somebody else's");
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        firm.writer(new BatchFolder(folder, links, intruder), intruder).writeAll();
        assertEquals("somebody else's", text(FIRST));
        assertEquals(List.of("1 SEALED"), firm.states());
        Files.delete(folder.resolve(FIRST));
        write();
        assertEquals(List.of("1 WRITTEN"), firm.states());
        assertEquals(List.of(FIRST), files());
    }

    @Test
    void a_folder_that_is_away_loses_nothing_and_makes_nothing_unknown() throws Exception {
        firm.queued("A. Payor", "100.00");
        crashAfter(Step.NAMED, true);
        Path moved = folder.resolveSibling(folder.getFileName() + "-away");
        Files.move(folder, moved);
        try {
            BatchJob job = firm.job(folder);
            job.run();
            job.run();
            assertEquals(List.of("1 WRITING"), firm.states());
            assertEquals(1, warnings().size(), () -> warnings().toString());
            assertTrue(
                    warnings().get(0).contains("there is no such folder"),
                    warnings().get(0));
        } finally {
            Files.move(moved, folder);
        }
        write();
        assertEquals(List.of("1 WRITTEN"), firm.states());
    }

    @Test
    void a_folder_that_cannot_be_written_keeps_everything_waiting() throws Exception {
        Path readOnly = Path.of("/proc"); // nobody can make a file there, not even root
        assumeTrue(Files.isDirectory(readOnly), "There is no folder that nobody can write to.");
        firm.queued("A. Payor", "100.00");
        firm.job(readOnly).run();
        assertEquals(List.of("1 SEALED"), firm.states());
        assertEquals(1, warnings().size(), () -> warnings().toString());
        write();
        assertEquals(List.of("1 WRITTEN"), firm.states());
    }

    @Test
    void a_full_disk_keeps_everything_waiting_and_leaves_no_half_file() throws Exception {
        firm.queued("A. Payor", "100.00");
        List<Step> done = new ArrayList<>();
        BatchFolder full = new BatchFolder(folder, true, BatchSteps.NONE) {
            @Override
            void prepare(String fileName, String token, byte[] bytes) throws IOException {
                super.prepare(fileName, token, bytes);
                Files.delete(folder.resolve("~" + fileName + "." + token + ".part"));
                throw new IOException("No space left on device");
            }
        };
        BatchWriter writer = firm.writer(full, done::add);
        firm.job(Optional.of(writer)).run();
        assertEquals(List.of("1 SEALED"), firm.states());
        assertEquals(List.of(), files());
        assertEquals(List.of(Step.SEALED), done);
        assertTrue(
                warnings().get(0).contains("No space left on device"),
                warnings().get(0));
        write();
        assertEquals(List.of("1 WRITTEN"), firm.states());
    }

    @Test
    void a_file_where_the_folder_should_be_is_told() throws Exception {
        firm.queued("A. Payor", "100.00");
        Path file = Files.writeString(folder.resolve("file"), "");
        firm.job(file).run();
        assertTrue(warnings().get(0).contains("it is no folder"), warnings().get(0));
    }

    // ---- the job

    @Test
    void without_a_folder_what_is_queued_waits_and_is_told_once() {
        String id = firm.queued("A. Payor", "100.00");
        BatchJob job = firm.job(Optional.empty());
        job.run();
        job.run();
        assertEquals("QUEUED", firm.status(id));
        assertEquals(1, warnings().size(), () -> warnings().toString());
        assertEquals(
                Set.of("LINES 1"),
                Set.copyOf(job.latest().stream()
                        .map(c -> c.what() + " " + c.count())
                        .toList()));
    }

    @Test
    void answers_are_taken_also_without_a_folder() {
        String booked = firm.queued("A. Payor", "100.00");
        String rejected = firm.queued("B. Payor", "10.00");
        firm.answer(booked, "BOOKED");
        firm.answer(rejected, "REJECTED");
        firm.job(Optional.empty()).run();
        assertEquals("POSTED", firm.status(booked));
        assertEquals("INCOMPLETE", firm.status(rejected));
    }

    @Test
    void one_that_was_answered_before_its_batch_was_written_keeps_the_batch_from_being_written() throws Exception {
        firm.queued("A. Payor", "100.00");
        firm.queued("B. Payor", "10.00");
        crashAfter(Step.SEALED, true);
        firm.answer("pst_1", "BOOKED");
        firm.job(folder).run();

        assertEquals(List.of("1 ABANDONED", "2 WRITTEN"), firm.states());
        assertEquals(List.of("receipts-00000002.csv"), files());
        assertFalse(text("receipts-00000002.csv").contains("pst_1"));
        assertTrue(text("receipts-00000002.csv").contains("pst_2"));
    }

    @Test
    void nothing_is_done_in_another_database() throws Exception {
        firm.queued("A. Payor", "100.00");
        new BatchJob(
                        firm.books.database(),
                        new FirmDatabase(firm.books.database(), firm.clock, Optional.of("another")),
                        new BatchStore(firm.books.database()),
                        new ImportAnswers(firm.books.database(), firm.clock),
                        Optional.of(writer()))
                .run();
        assertEquals(List.of(), files());
    }

    @Test
    void a_job_that_finds_another_one_writing_leaves_it_to_that_one() throws Exception {
        firm.queued("A. Payor", "100.00");
        BatchStore store = new BatchStore(firm.books.database());
        firm.books.database().transaction(transaction -> {
            assertTrue(store.lock(transaction));
            firm.job(folder).run();
            transaction.rollBack();
            return null;
        });
        assertEquals(List.of(), files());
        firm.job(folder).run();
        assertEquals(List.of(FIRST), files());
    }

    @Test
    void a_database_that_is_away_is_told_once() {
        firm.books.close();
        BatchJob job = firm.job(folder);
        job.run();
        job.run();
        assertEquals(1, warnings().size(), () -> warnings().toString());
    }
}
