package com.clientpay.connect.process;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A caller who asks for the bank accounts again and again, and remembers how long each answer took and what was wrong. */
final class HonestCaller implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(10);

    private static final int FEW = 50;

    private final HttpClient http;
    private final HttpRequest request;
    private final List<Long> micros = Collections.synchronizedList(new ArrayList<>());
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final Thread thread = new Thread(this::call, "honest-caller");
    private volatile boolean over;

    HonestCaller(HttpClient http, String url, String key) {
        this.http = http;
        this.request = HttpRequest.newBuilder(URI.create(url + "/v1/bank-accounts"))
                .header("Authorization", "Bearer " + key)
                .timeout(Duration.ofSeconds(30))
                .build();
        thread.start();
    }

    private void call() {
        while (!over) {
            long begun = System.nanoTime();
            try {
                HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
                micros.add(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begun));
                if (answer.statusCode() != 200) {
                    failures.add(answer.statusCode() + " " + answer.body());
                }
            } catch (Exception e) {
                failures.add(e.toString());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Of the calls since the last time this was asked, such as {@code p50 1.2 ms, p99 5.0 ms of 300}. */
    String times() {
        List<Long> sorted;
        synchronized (micros) {
            sorted = new ArrayList<>(micros);
            micros.clear();
        }
        Collections.sort(sorted);
        if (sorted.size() < FEW) {
            return "p50 %.1f ms of %d calls, too few for a p99".formatted(at(sorted, 0.5) / 1000.0, sorted.size());
        }
        return "p50 %.1f ms, p99 %.1f ms of %d calls"
                .formatted(at(sorted, 0.5) / 1000.0, at(sorted, 0.99) / 1000.0, sorted.size());
    }

    private static long at(List<Long> sorted, double part) {
        return sorted.isEmpty() ? 0 : sorted.get((int) (part * (sorted.size() - 1)));
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
