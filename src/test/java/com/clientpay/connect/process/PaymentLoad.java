package com.clientpay.connect.process;

import com.clientpay.connect.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Callers that behave like the ClientPay cloud: each sends payments one after the other, and sends a payment again, with
 * the same key, until it is acknowledged. What was acknowledged is remembered, to be compared with the books.
 */
final class PaymentLoad {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Supplier<String> url;
    private final String key;
    private final List<String> invoiceIds;
    private final AtomicBoolean ending = new AtomicBoolean();
    private final AtomicInteger made = new AtomicInteger();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> surprises = new ConcurrentLinkedQueue<>();
    private final List<Thread> callers = new ArrayList<>();

    /** @param url where to send the next request: callers move to another connector when one is gone */
    PaymentLoad(Supplier<String> url, String key, List<String> invoiceIds) {
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

    /** The posting's status as it was last acknowledged, by payment id. */
    Map<String, String> acknowledged() {
        return acknowledged;
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
                "2026-11-20",
                "allocations",
                allocations));
    }

    private boolean acknowledge(String payment, String body) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url.get() + "/v1/postings"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "key-" + payment)
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return switch (answer.statusCode()) {
                case 200, 201 -> {
                    JsonNode posting = Json.read(answer.body());
                    acknowledged.put(payment, posting.get("status").stringValue());
                    yield true;
                }
                case 503 -> false;
                default -> {
                    surprises.add(answer.statusCode() + " " + answer.body());
                    acknowledged.put(payment, "?");
                    yield true;
                }
            };
        } catch (IOException e) {
            Thread.sleep(5);
            return false;
        }
    }
}
