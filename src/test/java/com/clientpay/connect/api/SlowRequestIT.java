package com.clientpay.connect.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.http.Json;
import com.clientpay.connect.http.Scope;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A request that does not arrive, to the connector as it is: it takes the thirty seconds that the description names. */
class SlowRequestIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void a_request_that_takes_longer_than_thirty_seconds_is_given_up_with_a_problem() throws IOException {
        try (TestConnector connector = TestConnector.start()) {
            URI url = URI.create(connector.url());
            try (Socket socket = new Socket(url.getHost(), url.getPort())) {
                socket.setSoTimeout((int) PATIENCE.toMillis());
                long begun = System.nanoTime();
                socket.getOutputStream()
                        .write(("POST /v1/postings HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                                        + "Idempotency-Key: k\r\nContent-Length: 100\r\nAuthorization: Bearer "
                                        + connector.key(Scope.POST) + "\r\n\r\n{")
                                .getBytes(StandardCharsets.US_ASCII));
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                Duration taken = Duration.ofNanos(System.nanoTime() - begun);

                assertTrue(answer.startsWith("HTTP/1.1 408 "), answer);
                JsonNode problem = Json.read(answer.substring(answer.indexOf("\r\n\r\n") + 4));
                assertEquals(List.of(), OpenApi.described().violations("Problem", problem));
                assertEquals(
                        "urn:clientpay:problem:request-timeout",
                        problem.get("type").stringValue());
                assertTrue(taken.compareTo(Duration.ofSeconds(29)) > 0, taken::toString);
            }
        }
    }
}
