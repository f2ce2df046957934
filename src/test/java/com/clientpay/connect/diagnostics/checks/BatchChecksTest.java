package com.clientpay.connect.diagnostics.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.batches.Batch;
import com.clientpay.connect.batches.BatchState;
import com.clientpay.connect.config.ConnectConfig;
import com.clientpay.connect.diagnostics.checks.CheckResult.Status;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks of batch files and of their folder. */
class BatchChecksTest {
    private static final long PLENTY = 10L * 1024 * 1024 * 1024;

    @TempDir
    Path folder;

    private Finding look(Optional<Path> configured, boolean takesBatches, Optional<String> mistakes, long free) {
        ConnectConfig.Batches config = new ConnectConfig.Batches(configured, Optional.empty(), Duration.ofSeconds(30));
        return new BatchFolderCheck(config, () -> takesBatches, () -> mistakes, path -> free).look();
    }

    private void is(Status status, String seen, Finding finding) {
        assertEquals(status, finding.status(), finding.seen());
        assertTrue(finding.seen().contains(seen), finding.seen());
    }

    @Test
    void a_system_that_books_at_once_needs_no_folder() {
        is(Status.PASS, "books at once", look(Optional.empty(), false, Optional.empty(), PLENTY));
        is(Status.WARN, "books at once", look(Optional.of(folder), false, Optional.empty(), PLENTY));
    }

    @Test
    void a_system_with_an_import_fails_without_a_folder() {
        is(Status.FAIL, "batches.folder is not set", look(Optional.empty(), true, Optional.empty(), PLENTY));
    }

    @Test
    void a_folder_must_be_there_and_have_room() throws Exception {
        is(Status.PASS, "can be written, 10.0 GB free", look(Optional.of(folder), true, Optional.empty(), PLENTY));
        is(Status.FAIL, "0.0 GB free", look(Optional.of(folder), true, Optional.empty(), 1024));
        is(Status.FAIL, "is not there", look(Optional.of(folder.resolve("no")), true, Optional.empty(), PLENTY));
        Path file = Files.writeString(folder.resolve("file"), "");
        is(Status.FAIL, "is no folder", look(Optional.of(file), true, Optional.empty(), PLENTY));
    }

    @Test
    void a_layout_with_mistakes_fails_with_all_of_them() {
        is(
                Status.FAIL,
                "\nbatch.toml:3: wrong",
                look(Optional.of(folder), true, Optional.of("batch.toml:3: wrong"), PLENTY));
    }

    @Test
    void an_unknown_batch_fails_and_one_that_is_not_written_yet_warns() {
        is(Status.PASS, "every one is finished", new BatchesCheck(List::of).look());
        is(Status.WARN, "batch 7 not written", new BatchesCheck(() -> List.of(batch(7, BatchState.SEALED))).look());
        is(
                Status.FAIL,
                "has seen batch 8, 9",
                new BatchesCheck(() -> List.of(
                                batch(9, BatchState.UNKNOWN),
                                batch(8, BatchState.UNKNOWN),
                                batch(7, BatchState.SEALED)))
                        .look());
    }

    private static Batch batch(long number, BatchState state) {
        return new Batch(
                number,
                "file",
                state,
                Instant.EPOCH,
                "connector",
                Optional.empty(),
                1,
                1,
                BigDecimal.ONE,
                "hash",
                Instant.EPOCH,
                1);
    }
}
