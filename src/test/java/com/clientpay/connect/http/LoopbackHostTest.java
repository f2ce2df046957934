package com.clientpay.connect.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name that somebody led to 127.0.0.1 opens nothing. */
class LoopbackHostTest {
    private static final Route METRICS = new Route(
            "GET",
            "/metrics",
            new Route.Access(Optional.empty(), false, true),
            exchange -> Answer.ok(Map.of("word", "here")));

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:32322, 200",
        "localhost:32322, 200",
        "LOCALHOST, 200",
        "[::1]:32322, 200",
        "127.0.0.1.evil.example, 421",
        "evil.example:32322, 421",
        "localhost.evil.example, 421"
    })
    void the_loopback_listener_answers_to_names_of_this_machine_only(String host, int status) throws Exception {
        try (TestServer server = TestServer.with(METRICS).start()) {
            assertEquals(status, ask(server.server().loopbackPort(), host));
            assertEquals(200, ask(server.server().port(), host));
        }
    }

    private static int ask(int port, String host) throws Exception {
        try (RawClient client = new RawClient(port)) {
            return client.send("GET /metrics HTTP/1.1\r\nHost: " + host + "\r\n\r\n")
                    .reply()
                    .status();
        }
    }
}
