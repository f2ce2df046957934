package com.clientpay.connect.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final int THREADS = 4;

    private final Semaphore begun = new Semaphore(0);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final AtomicInteger together = new AtomicInteger();
    private final AtomicInteger mostTogether = new AtomicInteger();
    private final Route slow = Route.scoped(Scope.READ, "GET", "/v1/slow", x -> {
        mostTogether.accumulateAndGet(together.incrementAndGet(), Math::max);
        begun.release();
        await(mayEnd);
        together.decrementAndGet();
        return Answer.ok(Map.of());
    });
    private final Route live = Route.open("GET", "/v1/live", x -> Answer.ok(Map.of()));
    private final Route local = new Route(
            "GET", "/v1/local", new Route.Access(Optional.of(Scope.ADMIN), true, true), x -> Answer.ok(Map.of()));

    @Test
    void what_needs_no_database_is_answered_while_all_turns_are_taken() throws Exception {
        try (TestServer server =
                TestServer.with(slow, live, local).threads(THREADS).start()) {
            List<CompletableFuture<HttpResponse<String>>> answers = ask(server, 10 * THREADS);
            assertTrue(begun.tryAcquire(THREADS, 20, TimeUnit.SECONDS));
            assertEquals(200, server.get("/v1/live").statusCode());
            assertEquals(
                    200,
                    TestServer.send(HttpRequest.newBuilder(server.loopbackUri("/v1/local"))
                                    .timeout(Duration.ofSeconds(20))
                                    .build())
                            .statusCode());
            mayEnd.countDown();
            for (CompletableFuture<HttpResponse<String>> answer : answers) {
                assertEquals(200, answer.get(20, TimeUnit.SECONDS).statusCode());
            }
            assertEquals(THREADS, mostTogether.get());
        }
    }

    @Test
    void who_has_waited_for_too_long_is_told_to_come_again() throws Exception {
        Limits limits = new Limits(
                Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(30), Duration.ofMillis(200));
        try (TestServer server =
                TestServer.with(slow).threads(THREADS).limits(limits).start()) {
            List<CompletableFuture<HttpResponse<String>>> first = ask(server, THREADS);
            assertTrue(begun.tryAcquire(THREADS, 20, TimeUnit.SECONDS));
            List<CompletableFuture<HttpResponse<String>>> late = ask(server, 3);
            Thread.sleep(1_000);
            mayEnd.countDown();
            for (CompletableFuture<HttpResponse<String>> answer : first) {
                assertEquals(200, answer.get(20, TimeUnit.SECONDS).statusCode());
            }
            for (CompletableFuture<HttpResponse<String>> answer : late) {
                HttpResponse<String> refusal = answer.get(20, TimeUnit.SECONDS);
                assertEquals(503, refusal.statusCode());
                assertEquals("1", refusal.headers().firstValue("Retry-After").orElse("none"));
                assertEquals(
                        "urn:clientpay:problem:busy",
                        Json.read(refusal.body()).get("type").stringValue());
            }
            assertEquals(200, server.get("/v1/slow").statusCode(), "turns were lost");
        }
    }

    @Test
    void a_turn_is_given_back_by_an_answer_that_fails() throws Exception {
        Turns turns = new Turns(1, Duration.ofSeconds(5), Runnable::run);
        List<String> done = new ArrayList<>();
        Runnable never = () -> done.add("refused");
        try {
            turns.take(
                    () -> {
                        turns.take(() -> done.add("waited"), never);
                        throw new IllegalStateException("as a broken connection does");
                    },
                    never);
        } catch (IllegalStateException e) {
            done.add("failed");
        }
        turns.take(() -> done.add("next"), never);
        assertEquals(List.of("waited", "failed", "next"), done);
    }

    @Test
    void more_than_may_wait_are_refused_at_once() {
        Turns turns = new Turns(1, Duration.ofSeconds(5), Runnable::run);
        AtomicInteger answered = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        turns.take(
                () -> {
                    for (int i = 0; i < Turns.MOST_WAITING + 7; i++) {
                        turns.take(answered::incrementAndGet, refused::incrementAndGet);
                    }
                    assertEquals(7, refused.get());
                },
                refused::incrementAndGet);
        assertEquals(Turns.MOST_WAITING, answered.get());
        assertEquals(7, refused.get());
    }

    private static List<CompletableFuture<HttpResponse<String>>> ask(TestServer server, int times) {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            answers.add(CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return server.get("/v1/slow");
                        } catch (IOException | InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    task -> new Thread(task).start()));
        }
        return answers;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
