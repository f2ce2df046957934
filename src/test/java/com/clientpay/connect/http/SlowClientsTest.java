package com.clientpay.connect.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlowClientsTest {
    private static final Route HELLO = Route.open("GET", "/v1/hello", x -> Answer.ok(Map.of("hello", "world")));

    @Test
    void a_connection_that_is_silent_amid_its_headers_ends() throws Exception {
        try (TestServer server = TestServer.with(HELLO)
                        .limits(new Limits(
                                Duration.ofMillis(300),
                                Duration.ofSeconds(60),
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(5)))
                        .start();
                RawClient client = server.raw()) {
            client.send("GET /v1/hello HTTP/1.1\r\nHos");
            assertTrue(client.isClosedByServer(), "the server waits for the headers for ever");
        }
    }

    @Test
    void a_connection_whose_headers_never_end_is_closed_however_steadily_they_come() throws Exception {
        try (TestServer server = TestServer.with(HELLO)
                        .limits(new Limits(
                                Duration.ofSeconds(30),
                                Duration.ofMillis(300),
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(5)))
                        .start();
                RawClient client = server.raw()) {
            client.send("GET /v1/hello HTTP/1.1\r\nHost: a\r\n\r\n");
            assertEquals(200, client.reply().status());
            client.send("GET /v1/hello HTTP/1.1\r\nHost: a\r\nX: ");
            assertTrue(client.isClosedByServer(), "the server waits for the headers for ever");
        }
    }
}
