package com.clientpay.connect.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest {
    private static final int MEBIBYTE = 1 << 20;
    private static final Route SIZE =
            Route.scoped(Scope.READ, "POST", "/v1/size", x -> Answer.ok(Map.of("size", x.body().length)));

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.with(SIZE, Route.open("GET", "/v1/size", x -> Answer.ok(Map.of("size", x.body().length))))
                .limits(new Limits(
                        Duration.ofMillis(400), Duration.ofSeconds(60), Duration.ofSeconds(1), Duration.ofSeconds(5)))
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "application/json; charset=utf-8",
                "application/json;charset=\"UTF-8\""
            })
    void a_body_is_JSON_in_UTF8(String type) throws Exception {
        assertEquals(
                "{\"size\":2}",
                server.post("/v1/size", type, "{}".getBytes(StandardCharsets.UTF_8))
                        .body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/json; charset=iso-8859-1",
                "application/jsonp",
                "application/x-www-form-urlencoded",
                "nonsense"
            })
    void any_other_type_is_refused(String type) throws Exception {
        HttpResponse<String> refused = server.post("/v1/size", type, "{}".getBytes(StandardCharsets.UTF_8));
        assertEquals(415, refused.statusCode());
        assertTrue(refused.body().contains("unsupported-media-type"), refused.body());
    }

    @Test
    void a_body_without_a_type_is_refused_and_no_body_needs_none() throws Exception {
        HttpRequest.Builder post = server.request("/v1/size");
        assertEquals(
                415,
                TestServer.send(post.POST(HttpRequest.BodyPublishers.ofString("{}"))
                                .build())
                        .statusCode());
        assertEquals(
                "{\"size\":0}",
                TestServer.send(post.POST(HttpRequest.BodyPublishers.noBody()).build())
                        .body());
    }

    @Test
    void an_encoded_body_is_refused() throws Exception {
        HttpRequest.Builder post = server.request("/v1/size")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
        assertEquals(
                415,
                TestServer.send(post.setHeader("Content-Encoding", "gzip").build())
                        .statusCode());
        assertEquals(
                200,
                TestServer.send(post.setHeader("Content-Encoding", "identity").build())
                        .statusCode());
    }

    @Test
    void a_body_has_at_most_one_mebibyte() throws Exception {
        assertEquals(
                "{\"size\":" + MEBIBYTE + "}",
                server.post("/v1/size", "application/json", new byte[MEBIBYTE]).body());
        HttpResponse<String> refused = server.post("/v1/size", "application/json", new byte[MEBIBYTE + 1]);
        assertEquals(413, refused.statusCode());
        assertTrue(refused.body().contains("body-too-large"), refused.body());
    }

    @Test
    void a_body_of_unknown_length_has_at_most_one_mebibyte() throws Exception {
        assertEquals(200, chunked(MEBIBYTE).statusCode());
        assertEquals(413, chunked(MEBIBYTE + 1).statusCode());
        assertEquals(413, chunked(3 * MEBIBYTE).statusCode());
    }

    private HttpResponse<String> chunked(int size) throws Exception {
        return TestServer.send(server.request("/v1/size")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(new byte[size / 2], new byte[size - size / 2])))
                .build());
    }

    @Test
    void an_endless_body_is_not_read_to_its_end() throws Exception {
        try (RawClient client = server.raw()) {
            client.send(head("Transfer-Encoding: chunked\r\n"));
            String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
            for (int i = 0; i < 17; i++) {
                client.send(chunk);
            }
            assertEquals(413, client.reply().status());
            assertTrue(client.isClosedByServer(), "the connection waits for an endless body");
        }
    }

    @Test
    void a_refused_caller_is_answered_before_the_body_is_read() throws Exception {
        try (RawClient client = server.raw()) {
            client.send("POST /v1/size HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 1000\r\n\r\nonly this");
            assertEquals(401, client.reply().status());
        }
    }

    @Test
    void a_client_may_ask_before_it_sends_the_body() throws Exception {
        try (RawClient client = server.raw()) {
            client.send(head("Content-Length: 2\r\nExpect: 100-continue\r\n"));
            assertEquals(100, client.reply().status());
            assertEquals("{\"size\":2}", client.send("{}").reply().body());
        }
    }

    @Test
    void a_client_that_asks_first_learns_of_the_refusal_without_sending() throws Exception {
        try (RawClient client = server.raw()) {
            client.send(head("Content-Length: 2000000\r\nExpect: 100-continue\r\n"));
            assertEquals(413, client.reply().status());
        }
    }

    @Test
    void a_body_that_stops_is_given_up() throws Exception {
        try (RawClient client = server.raw()) {
            client.send(head("Content-Length: 10\r\n") + "{");
            RawClient.Reply reply = client.reply();
            assertEquals(408, reply.status());
            assertTrue(reply.body().contains("request-timeout"), reply.body());
            assertTrue(client.isClosedByServer(), "the connection stays open");
        }
    }

    @Test
    void a_body_that_drips_is_given_up() throws Exception {
        try (RawClient client = server.raw()) {
            client.send(head("Content-Length: 1000\r\n"));
            ScheduledExecutorService dripping = Executors.newSingleThreadScheduledExecutor();
            try {
                dripping.scheduleAtFixedRate(() -> drip(client), 0, 100, TimeUnit.MILLISECONDS);
                assertEquals(408, client.reply().status());
            } finally {
                dripping.shutdownNow();
            }
        }
    }

    /** Throws, and so ends the dripping, when the server has closed the connection. */
    private static void drip(RawClient client) {
        try {
            client.send(" ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_broken_chunk_is_refused() throws Exception {
        try (RawClient client = server.raw()) {
            client.send(head("Transfer-Encoding: chunked\r\n") + "zz\r\n{}\r\n0\r\n\r\n");
            RawClient.Reply reply = client.reply();
            assertEquals(400, reply.status());
            assertTrue(reply.body().contains("broken-body"), reply.body());
        }
    }

    @Test
    void a_client_that_leaves_amid_its_body_is_told_about() throws Exception {
        try (RawClient client = server.raw()) {
            client.send(head("Content-Length: 10\r\n") + "{");
        }
        FinishedRequest finished = server.finished();
        assertEquals("broken-body", finished.problem().orElseThrow());
        assertEquals(400, finished.status());
    }

    @Test
    void the_body_of_a_GET_means_nothing() throws Exception {
        try (RawClient client = server.raw()) {
            client.send("GET /v1/size HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n12345");
            assertEquals("{\"size\":0}", client.reply().body());
            client.send("GET /v1/size HTTP/1.1\r\nHost: a\r\n\r\n");
            assertEquals("{\"size\":0}", client.reply().body());
        }
    }

    private static String head(String headers) {
        return "POST /v1/size HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer good\r\nContent-Type: application/json\r\n"
                + headers + "\r\n";
    }
}
