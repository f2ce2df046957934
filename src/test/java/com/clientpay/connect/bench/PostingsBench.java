package com.clientpay.connect.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.clientpay.connect.http.Json;
import com.clientpay.connect.process.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * What somebody at the console waits for in a firm of many postings, beside the same in one of a thousand: each call that
 * Manage postings makes; of a text that very many begin with, that it is not counted. {@code -Dbench.postings} is how many
 * (100,000; a firm of 1,000,000 is made once, within minutes, and kept).
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class PostingsBench {
    private static final int POSTINGS = Integer.getInteger("bench.postings", 100_000);
    private static final int FEW = 1_000;
    private static final int WARM_UP = 20;
    private static final int REPETITIONS = 15;
    /** Milliseconds in which an answer seems to be there at once. */
    private static final int AT_ONCE = 100;

    private static final Path LAUNCHER = Path.of(
                    System.getProperty("connect.distribution", "target/clientpay-connect"), "connect")
            .toAbsolutePath();
    private static final Path KEPT = Path.of("target", "bench").toAbsolutePath();
    private static final Evidence EVIDENCE = new Evidence();
    private static final String LIST = "/v1/postings?limit=50";
    private static final List<String> VIEWS = List.of(
            "PENDING,INCOMPLETE", "PENDING", "INCOMPLETE", "QUEUED", "POSTED", "REMOVED", "REVERSED,REVERSING", "");

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @AfterAll
    static void print() throws IOException {
        EVIDENCE.print(Path.of("target", "bench-postings.json"));
    }

    @Test
    void manage_postings() throws Exception {
        try (DemoServer few = server(FEW);
                DemoServer many = server(POSTINGS)) {
            Map<String, String> inFew = calls(few);
            Map<String, String> inMany = calls(many);
            for (String what : inMany.keySet()) {
                Figure beside = milliseconds(few, inFew.get(what));
                Figure figure = milliseconds(many, inMany.get(what));
                EVIDENCE.add(
                        what,
                        figure.text(" ms"),
                        beside.text(" ms of " + FEW) + ", at once is " + AT_ONCE + " ms",
                        String.format(java.util.Locale.ROOT, "%.2f", figure.median() / beside.median()),
                        figure.median() < AT_ONCE,
                        List.of(figure));
            }
        }
    }

    /** Each call by its name. */
    private Map<String, String> calls(DemoServer server) throws Exception {
        Map<String, String> calls = new LinkedHashMap<>();
        for (String view : VIEWS) {
            String path = LIST + (view.isEmpty() ? "" : "&status=" + view);
            String name = view.isEmpty() ? "ALL" : view;
            calls.put(name + ", first page", path);
            calls.put(name + ", last page", lastPage(server, path));
        }
        JsonNode oldest =
                Json.read(get(server, calls.get("ALL, last page"))).get("items").get(0);
        String id = oldest.get("id").asString();
        String day = oldest.get("createdAt").asString().substring(0, 10);
        String reference = oldest.get("reference").asString();
        calls.put("one posting", "/v1/postings/" + id);
        calls.put("all counts", "/v1/postings/counts");
        calls.put("counts of an old day", "/v1/postings/counts?from=" + day + "&to=" + day);
        calls.put("counts since an old day", "/v1/postings/counts?from=" + day);
        calls.put("an old day", LIST + "&from=" + day + "&to=" + day);
        calls.put("up to an old day, POSTED", LIST + "&status=POSTED&to=" + day);
        for (Map.Entry<String, String> text : Map.of(
                        "one reference", reference,
                        "the start of old references", reference.substring(0, reference.length() - 4),
                        "one payer", "Baker%20777",
                        "every fifth payer", "Baker",
                        "every reference", "CP",
                        "nobody", "Zyx")
                .entrySet()) {
            calls.put("search " + text.getKey(), LIST + "&q=" + text.getValue());
            calls.put("search " + text.getKey() + " in PENDING", LIST + "&status=PENDING&q=" + text.getValue());
            calls.put("counts of " + text.getKey(), "/v1/postings/counts?q=" + text.getValue());
        }
        return calls;
    }

    /** The path of the last whole page, found by walking there in large steps. */
    private String lastPage(DemoServer server, String path) throws Exception {
        String steps = path.replace("limit=50", "limit=500");
        String at = steps;
        String before = path;
        for (JsonNode next = Json.read(get(server, at)).get("next"); !next.isNull(); ) {
            before = path + "&cursor=" + next.asString();
            at = steps + "&cursor=" + next.asString();
            next = Json.read(get(server, at)).get("next");
        }
        return before;
    }

    private Figure milliseconds(DemoServer server, String path) throws Exception {
        List<Double> milliseconds = new ArrayList<>();
        for (int i = 0; i < WARM_UP + REPETITIONS; i++) {
            long begun = System.nanoTime();
            get(server, path);
            double taken = (System.nanoTime() - begun) / 1e6;
            if (i >= WARM_UP || taken > 1_000) {
                milliseconds.add(taken);
            }
            if (milliseconds.size() >= 3 && taken > 1_000) {
                break; // slow enough to be told
            }
        }
        return Figure.of(milliseconds);
    }

    private DemoServer server(int postings) throws Exception {
        Path kept = Files.createDirectories(KEPT).resolve("postings-" + postings);
        ManyPostings.in(kept, postings);
        return DemoServer.start(
                LAUNCHER, folder.resolve(postings + ".out"), FreePort.pair(), Optional.of(kept), Optional.empty());
    }

    private String get(DemoServer server, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Authorization", "Bearer " + server.key())
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        boolean isRefused = path.contains("/counts?q=") && answer.body().contains("problem:search-too-wide");
        assertEquals(isRefused ? 422 : 200, answer.statusCode(), path + answer.body());
        return answer.body();
    }
}
