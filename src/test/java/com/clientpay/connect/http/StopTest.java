package com.clientpay.connect.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StopTest {
    private final CountDownLatch underWay = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final Route slow = Route.open("GET", "/v1/slow", x -> {
        underWay.countDown();
        return Answer.ok(Map.of("waited", await(mayEnd)));
    });

    @Test
    void a_stop_lets_requests_under_way_end_and_takes_no_new_ones() throws Exception {
        TestServer server = TestServer.with(slow).start();
        try (RawClient idle = server.raw();
                RawClient other = server.raw()) {
            CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() -> get(server));
            assertTrue(await(underWay));
            CompletableFuture<Void> stopping = CompletableFuture.runAsync(server::close);
            awaitRefusal(server);
            assertTrue(idle.isClosedByServer(), "a connection without a request holds up the stop");
            assertTrue(other.isClosedByServer(), "a connection without a request holds up the stop");
            mayEnd.countDown();
            assertEquals(200, answer.get(20, TimeUnit.SECONDS).statusCode());
            stopping.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void a_stop_does_not_wait_for_ever() {
        TestServer server =
                TestServer.with(slow).stopTimeout(Duration.ofMillis(300)).start();
        CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() -> get(server));
        assertTrue(await(underWay));
        server.close();
        assertThrows(Exception.class, () -> answer.get(20, TimeUnit.SECONDS));
    }

    @Test
    void a_server_can_be_closed_twice_and_before_its_start() {
        HttpServer server = TestServer.with(slow).start().server();
        server.close();
        server.close();
    }

    private static void awaitRefusal(TestServer server) {
        Instant end = Instant.now().plusSeconds(20);
        while (Instant.now().isBefore(end)) {
            try (RawClient client = server.raw()) {
                client.send("GET /v1/nothing HTTP/1.1\r\nHost: a\r\n\r\n");
            } catch (IOException e) {
                return;
            }
        }
        throw new AssertionError("The stopping server still accepts connections.");
    }

    private static HttpResponse<String> get(TestServer server) {
        try {
            return server.get("/v1/slow");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
