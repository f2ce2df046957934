package com.clientpay.connect.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.database.DatabaseAwayException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StreamedAnswersTest {
    private static final byte[] LINE = ("x".repeat(1023) + "\n").getBytes(StandardCharsets.US_ASCII);

    @Test
    void a_streamed_answer_arrives_whole() throws Exception {
        try (TestServer server =
                TestServer.with(stream(out -> lines(out, 5_000))).start()) {
            HttpResponse<String> answer = server.get("/v1/sync");
            assertEquals(200, answer.statusCode());
            assertEquals(5_000 * 1024, answer.body().length());
            assertEquals(
                    "application/x-ndjson",
                    answer.headers().firstValue("Content-Type").orElseThrow());
        }
    }

    @Test
    void a_writer_that_fails_at_once_becomes_a_problem() throws Exception {
        try (TestServer server = TestServer.with(stream(out -> {
                    out.write(LINE);
                    throw new DatabaseAwayException("away", null);
                }))
                .start()) {
            HttpResponse<String> answer = server.get("/v1/sync");
            assertEquals(503, answer.statusCode());
            assertTrue(answer.body().contains("database-away"), answer.body());
            assertEquals(
                    "application/problem+json",
                    answer.headers().firstValue("Content-Type").orElseThrow());
        }
    }

    @Test
    void a_writer_that_fails_midway_breaks_the_transfer() throws Exception {
        try (TestServer server = TestServer.with(stream(out -> {
                    lines(out, 1_000);
                    throw new DatabaseAwayException("away", null);
                }))
                .start()) {
            assertThrows(IOException.class, () -> server.get("/v1/sync"));
            FinishedRequest finished = server.finished();
            assertEquals("database-away", finished.problem().orElseThrow());
        }
    }

    @Test
    void a_broken_transfer_has_no_last_chunk() throws Exception {
        try (TestServer server = TestServer.with(stream(out -> {
                            lines(out, 64);
                            throw new IllegalStateException("broken on purpose");
                        }))
                        .start();
                RawClient client = server.raw()) {
            client.send("GET /v1/sync HTTP/1.1\r\nHost: a\r\n\r\n");
            String all = readUntilClosed(client);
            assertTrue(all.startsWith("HTTP/1.1 200"), "nothing was sent before the failure");
            assertFalse(all.endsWith("0\r\n\r\n"), "the transfer ends as if it were whole");
        }
    }

    private static String readUntilClosed(RawClient client) {
        try {
            return new String(client.rest(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            return "HTTP/1.1 200 reset";
        }
    }

    @Test
    void a_client_that_does_not_read_stops_the_writer_and_is_given_up() throws Exception {
        AtomicLong written = new AtomicLong();
        CountDownLatch failed = new CountDownLatch(1);
        Route endless = stream(out -> {
            try {
                while (true) {
                    out.write(LINE);
                    written.addAndGet(LINE.length);
                }
            } finally {
                failed.countDown();
            }
        });
        try (TestServer server = TestServer.with(endless)
                        .limits(new Limits(
                                Duration.ofMillis(500),
                                Duration.ofSeconds(60),
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(5)))
                        .start();
                RawClient client = server.raw()) {
            client.send("GET /v1/sync HTTP/1.1\r\nHost: a\r\n\r\n");
            assertTrue(failed.await(20, TimeUnit.SECONDS), "the writer still waits for the client");
            assertTrue(written.get() < 64 << 20, written + " bytes were written though nobody read");
            assertEquals("client-gone", server.finished().problem().orElseThrow());
        }
    }

    @Test
    void HEAD_of_a_streamed_answer_runs_no_writer() throws Exception {
        try (TestServer server = TestServer.with(stream(out -> {
                            throw new IllegalStateException("must not run");
                        }))
                        .start();
                RawClient client = server.raw()) {
            client.send("HEAD /v1/sync HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            String all = new String(client.rest(), StandardCharsets.US_ASCII);
            assertTrue(all.startsWith("HTTP/1.1 200"), all);
            assertFalse(all.contains("Content-Length"), all);
            assertTrue(all.endsWith("\r\n\r\n"), all);
        }
    }

    private static void lines(OutputStream out, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            out.write(LINE);
        }
    }

    private static Route stream(Answer.Writer writer) {
        return Route.open("GET", "/v1/sync", x -> Answer.stream("application/x-ndjson", writer));
    }
}
