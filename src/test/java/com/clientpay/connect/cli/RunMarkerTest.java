package com.clientpay.connect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunMarkerTest {
    @TempDir
    Path logs;

    @Test
    void after_a_stop_in_good_order_nothing_is_noticed() {
        try (RunMarker first = RunMarker.begin(logs)) {
            assertEquals(Optional.empty(), first.unexpectedEnd());
            assertTrue(Files.exists(mark()));
        }
        assertFalse(Files.exists(mark()));
        try (RunMarker second = RunMarker.begin(logs)) {
            assertEquals(Optional.empty(), second.unexpectedEnd());
        }
    }

    @Test
    void a_run_that_ended_without_a_stop_is_noticed_at_the_next() throws Exception {
        Process ended = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        ended.waitFor();
        Files.writeString(mark(), ended.pid() + " 2026-11-23T10:00:00Z\n");
        try (RunMarker next = RunMarker.begin(logs)) {
            assertEquals(
                    Optional.of("It had been running since 2026-11-23T10:00:00Z as process " + ended.pid() + "."),
                    next.unexpectedEnd());
        }
    }

    @Test
    void a_process_that_only_has_the_number_of_the_ended_one_does_not_hide_it() throws IOException {
        long alive = ProcessHandle.current().parent().orElseThrow().pid();
        Files.writeString(mark(), alive + " 2001-01-01T00:00:00Z\n");
        try (RunMarker next = RunMarker.begin(logs)) {
            assertTrue(next.unexpectedEnd().isPresent());
        }
        Files.writeString(mark(), alive + " " + Instant.now() + "\n");
        try (RunMarker beside = RunMarker.begin(logs)) {
            assertEquals(Optional.empty(), beside.unexpectedEnd());
        }
    }

    @Test
    void a_damaged_mark_is_an_unexpected_end_too() throws IOException {
        Files.writeString(mark(), "");
        try (RunMarker next = RunMarker.begin(logs)) {
            assertEquals(Optional.of("When it had started is not known."), next.unexpectedEnd());
        }
    }

    private Path mark() {
        return logs.resolve("connect.running");
    }
}
