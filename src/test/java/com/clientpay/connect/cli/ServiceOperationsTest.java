package com.clientpay.connect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.windows.ServiceState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceOperationsTest {
    private static final Optional<URI> LOOPBACK = Optional.of(URI.create("http://127.0.0.1:32322"));
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path logs;

    private final FakeService service = new FakeService();

    @Test
    void a_start_is_over_when_the_connector_answers_not_when_windows_says_running() {
        service.then(ServiceState.STOPPED, 1077)
                .then(ServiceState.START_PENDING, 0)
                .then(ServiceState.RUNNING, 0);
        AtomicInteger looks = new AtomicInteger();
        String said = with(base -> looks.incrementAndGet() > 4).start(LOOPBACK, logs, PATIENCE);
        assertTrue(said.contains("answers http://127.0.0.1:32322/v1/health/live"), said);
        assertTrue(looks.get() > 4);
    }

    @Test
    void one_that_was_just_ending_is_started_again() {
        service.runsAlready()
                .then(ServiceState.RUNNING, 0)
                .then(ServiceState.STOPPED, 1067)
                .then(ServiceState.START_PENDING, 0)
                .then(ServiceState.RUNNING, 0);
        AtomicInteger looks = new AtomicInteger();
        with(base -> looks.incrementAndGet() > 3).start(LOOPBACK, logs, PATIENCE);
        assertEquals(List.of("start", "start"), service.asked);
    }

    @Test
    void an_answer_of_somebody_else_is_not_taken_for_the_services() {
        service.then(ServiceState.STOPPED, 0)
                .then(ServiceState.START_PENDING, 0)
                .then(ServiceState.STOPPED, 1067);
        assertThrows(CommandFailed.class, () -> with(base -> true).start(LOOPBACK, logs, PATIENCE));
    }

    @Test
    void a_start_that_fails_tells_what_the_service_said_and_not_what_it_said_before() throws IOException {
        Path file = Files.writeString(logs.resolve("clientpayconnect-stderr.2026-11-24.log"), "an old trouble\n");
        service.then(ServiceState.STOPPED, 0).then(ServiceState.RUNNING, 0).then(ServiceState.STOPPED, 1067);
        service.whenStarted(() -> append(file, "The port 32321 is taken by another program.\n"));
        String said = assertThrows(
                        CommandFailed.class, () -> with(base -> false).start(LOOPBACK, logs, PATIENCE))
                .getMessage();
        assertTrue(said.contains("exit code 1067"), said);
        assertTrue(said.contains("The port 32321 is taken by another program."), said);
        assertFalse(said.contains("an old trouble"), said);
    }

    @Test
    void a_start_without_an_answer_ends_after_the_time_given() {
        service.then(ServiceState.STOPPED, 0).then(ServiceState.RUNNING, 0);
        String said = assertThrows(
                        CommandFailed.class, () -> with(base -> false).start(LOOPBACK, logs, Duration.ofSeconds(1)))
                .getMessage();
        assertTrue(said.contains("does not answer http://127.0.0.1:32322/v1/health/live within 1 second"), said);
    }

    @Test
    void one_that_runs_is_not_started_again() {
        service.then(ServiceState.RUNNING, 0);
        assertEquals(
                "The service runs already, and answers.", with(base -> true).start(LOOPBACK, logs, PATIENCE));
        assertEquals(List.of(), service.asked);
    }

    @Test
    void one_that_is_not_installed_is_told_how_to_be() {
        String said = assertThrows(CommandFailed.class, () -> with(base -> true).start(LOOPBACK, logs, PATIENCE))
                .getMessage();
        assertTrue(said.contains("connect service install"), said);
    }

    @Test
    void a_stop_is_asked_for_once_and_waited_for() {
        service.then(ServiceState.RUNNING, 0)
                .then(ServiceState.STOP_PENDING, 0)
                .then(ServiceState.STOP_PENDING, 0)
                .then(ServiceState.STOPPED, 0);
        assertEquals("The service is stopped.", with(base -> true).stop(PATIENCE));
        assertEquals(List.of("stop"), service.asked);
    }

    @Test
    void a_stop_that_hangs_names_the_process_to_end() {
        service.then(ServiceState.STOP_PENDING, 0);
        String said = assertThrows(CommandFailed.class, () -> with(base -> true).stop(Duration.ofMillis(50)))
                .getMessage();
        assertTrue(said.contains("taskkill /F /PID 4711"), said);
    }

    @Test
    void removing_stops_first_and_one_that_is_gone_is_fine() {
        assertEquals("The service is not installed.", with(base -> true).uninstall(PATIENCE));
        service.then(ServiceState.RUNNING, 0).then(ServiceState.RUNNING, 0).then(ServiceState.STOPPED, 0);
        assertEquals("The service is removed.", with(base -> true).uninstall(PATIENCE));
        assertEquals(List.of("delete", "stop", "delete"), service.asked, "its rests are removed too");
    }

    private ServiceOperations with(LiveProbe probe) {
        return new ServiceOperations(service, probe, Duration.ofMillis(1));
    }

    private static void append(Path file, String text) {
        try {
            Files.writeString(file, text, java.nio.file.StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
