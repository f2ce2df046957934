package com.clientpay.connect.process;

import com.clientpay.connect.http.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Callers that behave like the ClientPay cloud: each sends payments one after the other, and sends a payment again, with
 * the same key, until it is acknowledged. What was acknowledged is remembered, to be compared with the books.
 */
final class PaymentLoad {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http;
    private final Supplier<String> url;
    private final String key;
    private final List<String> invoiceIds;
    private final int copies;
    private final AtomicBoolean ending = new AtomicBoolean();
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger unavailable = new AtomicInteger();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> surprises = new ConcurrentLinkedQueue<>();
    private final List<Thread> callers = new ArrayList<>();

    /** @param url where to send the next request: callers move to another connector when one is gone */
    PaymentLoad(Supplier<String> url, String key, List<String> invoiceIds) {
        this(url, key, invoiceIds, 1);
    }

    /** @param copies how often each payment is sent at once, each to where {@code url} says then */
    PaymentLoad(Supplier<String> url, String key, List<String> invoiceIds, int copies) {
        this(HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build(), url, key, invoiceIds, copies);
    }

    /** @param http for connectors that speak HTTPS */
    PaymentLoad(HttpClient http, Supplier<String> url, String key, List<String> invoiceIds, int copies) {
        this.http = http;
        this.copies = copies;
        this.url = url;
        this.key = key;
        this.invoiceIds = invoiceIds;
    }

    /** @param seed decides what is paid, so that a failure can be repeated */
    void start(int numberOfCallers, long seed) {
        for (int i = 0; i < numberOfCallers; i++) {
            Random random = new Random(seed + i);
            Thread caller = new Thread(() -> call(random), "caller-" + i);
            callers.add(caller);
            caller.start();
        }
    }

    /** Makes no further payments, and waits until every one under way is acknowledged. */
    void finish() throws InterruptedException {
        ending.set(true);
        for (Thread caller : callers) {
            caller.join(Duration.ofMinutes(2).toMillis());
            if (caller.isAlive()) {
                throw new IllegalStateException(caller.getName() + " got no acknowledgement for two minutes.");
            }
        }
    }

    /** Returns after so many more acknowledgements, and anyway after ten seconds. */
    void await(int more) {
        int enough = acknowledged.size() + more;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (acknowledged.size() < enough && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(500));
        }
    }

    /** Waits for the next acknowledgement; answers how long that took. */
    Duration awaitNext(Duration longest) {
        long begun = System.nanoTime();
        int before = acknowledged.size();
        while (acknowledged.size() == before) {
            if (System.nanoTime() - begun > longest.toNanos()) {
                throw new AssertionError("Nothing was acknowledged for " + longest + ": " + surprises);
            }
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(500));
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** How many answers said to ask again: 503. */
    int unavailable() {
        return unavailable.get();
    }

    /** The posting's status as it was last acknowledged, by payment id. */
    Map<String, String> acknowledged() {
        return acknowledged;
    }

    /** Of two answers about one payment at the same moment, the one that says more. */
    private static String further(String one, String other) {
        List<String> order = List.of("PENDING", "INCOMPLETE", "QUEUED", "POSTED");
        return order.indexOf(one) < order.indexOf(other) ? other : one;
    }

    /** How often each payment is sent at once. */
    int copies() {
        return copies;
    }

    /** Answers that no caller should ever get. */
    List<String> surprises() {
        return List.copyOf(surprises);
    }

    private void call(Random random) {
        try {
            while (!ending.get()) {
                String payment = "load-" + made.incrementAndGet();
                String body = payment(payment, random);
                while (!acknowledge(payment, body)) {
                    Thread.yield();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String payment(String id, Random random) {
        List<Map<String, String>> allocations = new ArrayList<>();
        int first = random.nextInt(invoiceIds.size());
        int count = 1 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            String invoice = invoiceIds.get((first + i) % invoiceIds.size());
            allocations.add(Map.of("invoiceId", invoice, "amount", "1.00"));
        }
        return Json.text(Map.of(
                "paymentId",
                id,
                "merchantAccountId",
                "operating",
                "amount",
                count + ".00",
                "paymentDate",
                "2026-10-30",
                "allocations",
                allocations));
    }

    /** Sends it, maybe several times at once; true once one of them was acknowledged. */
    private boolean acknowledge(String payment, String body) throws InterruptedException {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < copies; i++) {
            answers.add(http.sendAsync(request(payment, body), BodyHandlers.ofString()));
        }
        boolean isAcknowledged = false;
        Set<String> postings = new HashSet<>();
        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            try {
                isAcknowledged |= take(payment, answer.get(), postings);
            } catch (ExecutionException e) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5)); // no answer: it is asked again
            }
        }
        if (postings.size() > 1) {
            surprises.add(payment + " is several postings: " + postings);
        }
        return isAcknowledged;
    }

    private HttpRequest request(String payment, String body) {
        return HttpRequest.newBuilder(URI.create(url.get() + "/v1/postings"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "key-" + payment)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private boolean take(String payment, HttpResponse<String> answer, Set<String> postings) {
        return switch (answer.statusCode()) {
            case 200, 201 -> {
                JsonNode posting = Json.read(answer.body());
                postings.add(posting.get("id").stringValue());
                acknowledged.merge(payment, posting.get("status").stringValue(), PaymentLoad::further);
                yield true;
            }
            case 503 -> {
                unavailable.incrementAndGet();
                yield false;
            }
            default -> {
                surprises.add(answer.statusCode() + " " + answer.body());
                acknowledged.put(payment, "?");
                yield true;
            }
        };
    }
}
