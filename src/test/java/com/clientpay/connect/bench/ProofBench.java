package com.clientpay.connect.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.http.Json;
import com.clientpay.connect.process.ConnectorsOnOneDatabase;
import com.clientpay.connect.process.FreePort;
import com.clientpay.connect.process.MeasuredConnector;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the connector claims of its speed and size, each beside its limit. {@code -Dbench.seconds} is how long a repetition
 * takes (5), {@code -Dbench.repetitions} how many there are (5), {@code -Dbench.requests} how many precede the second look at
 * the memory (100,000), {@code -Dbench.matters} the size of the large firm (10,000; a firm of 1,000,000 is made once and kept).
 */
@Timeout(value = 120, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProofBench {
    private static final int SECONDS = Integer.getInteger("bench.seconds", 5);
    private static final int REPETITIONS = Integer.getInteger("bench.repetitions", 5);
    private static final int REQUESTS = Integer.getInteger("bench.requests", 100_000);
    private static final int MATTERS = Integer.getInteger("bench.matters", 10_000);
    private static final int CLIENTS = 8;
    private static final Path LAUNCHER = Path.of(
                    System.getProperty("connect.distribution", "target/clientpay-connect"), "connect")
            .toAbsolutePath();
    private static final Path KEPT = Path.of("target", "bench").toAbsolutePath();
    private static final Evidence EVIDENCE = new Evidence();

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @AfterAll
    static void print() throws IOException {
        EVIDENCE.print(Path.of("target", "bench.json"));
    }

    @Test
    @Order(1)
    void start() throws Exception {
        Path data = folder.resolve("kept");
        try (MeasuredConnector run = MeasuredConnector.prepare(Files.createDirectory(folder.resolve("run")))) {
            demo(Optional.of(data)).close(); // makes the firm, and in the background the archive of loaded classes
            awaitArchive();
            List<Double> empty = new ArrayList<>();
            List<Double> fresh = new ArrayList<>();
            List<Double> kept = new ArrayList<>();
            List<Double> existing = new ArrayList<>();
            for (int i = 0; i < REPETITIONS; i++) {
                empty.add(startNothing());
                fresh.add(startDemo(Optional.empty()));
                kept.add(startDemo(Optional.of(data)));
                long begun = System.nanoTime();
                run.start();
                existing.add((System.nanoTime() - begun) / 1e9);
                run.stop();
            }
            addStart("start to the first ready answer, connect demo", Figure.of(fresh), Figure.of(empty));
            addStart("start to the first ready answer, connect demo --data", Figure.of(kept), Figure.of(empty));
            addStart("start to the first ready answer, connect run", Figure.of(existing), Figure.of(empty));
        }
    }

    private void addStart(String what, Figure start, Figure empty) {
        EVIDENCE.add(
                what,
                start.text(" s"),
                empty.text(" s, an empty JVM"),
                ratio(start.median() / empty.median()),
                start.median() < 1,
                List.of(start, empty));
    }

    private static double startNothing() throws Exception {
        long begun = System.nanoTime();
        new ProcessBuilder(Running.java(Nothing.class, List.of())).start().waitFor();
        return (System.nanoTime() - begun) / 1e9;
    }

    /** A demo makes it while it runs, if there is none that fits. */
    private void awaitArchive() throws Exception {
        try (DemoServer demo = demo(Optional.empty())) {
            Path note = LAUNCHER.resolveSibling("lib").resolve("connect.jsa.for");
            for (int i = 0; i < 600 && !Files.exists(note); i++) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            get(demo, "/v1/bank-accounts");
        }
    }

    private double startDemo(Optional<Path> data) throws Exception {
        int port = freePort();
        long begun = System.nanoTime();
        try (Running demo =
                Running.start(folder.resolve("started.out"), Map.of(), DemoServer.command(LAUNCHER, port, data))) {
            while (!isReady(port)) {
                assertTrue(demo.isAlive(), "it ended before it was ready");
                TimeUnit.MILLISECONDS.sleep(5);
            }
            return (System.nanoTime() - begun) / 1e9;
        }
    }

    private boolean isReady(int port) throws InterruptedException {
        try {
            URI ready = URI.create("http://127.0.0.1:" + port + "/v1/health/ready");
            return http.send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Of the connector alone: its database is a process of its own, as in a firm. */
    @Test
    @Order(2)
    void memory() throws Exception {
        try (MeasuredConnector run = MeasuredConnector.prepare(Files.createDirectory(folder.resolve("memory")))) {
            run.start();
            TimeUnit.SECONDS.sleep(2);
            addMemory("memory after the start", Running.residentMegabytes(run.pid()), 120);
            long calls = 0;
            while (calls < REQUESTS) {
                calls += DemoServer.client(run.url(), run.key(), "post", "3000", CLIENTS, SECONDS)
                        .calls();
                for (String path :
                        List.of("/v1/bank-accounts", "/v1/invoices?by=CLIENT_NAME&q=a&limit=50", "/v1/fields")) {
                    calls += DemoServer.client(run.url(), run.key(), "get", path, CLIENTS, SECONDS)
                            .calls();
                }
            }
            addMemory("memory after " + calls + " mixed requests", Running.residentMegabytes(run.pid()), 200);
        }
    }

    private static void addMemory(String what, double megabytes, int limit) {
        Figure figure = Figure.of(List.of(megabytes));
        EVIDENCE.add(
                what, figure.text(" MB"), limit + " MB", ratio(megabytes / limit), megabytes <= limit, List.of(figure));
    }

    @Test
    @Order(3)
    void bank_accounts() throws Exception {
        try (DemoServer demo = demo(Optional.empty());
                Running direct = Running.program(folder.resolve("direct.out"), DirectCalls.class)) {
            int port = freePort();
            try (Running constant = Running.program(
                    folder.resolve("constant.out"),
                    ConstantServer.class,
                    "" + port,
                    "" + get(demo, "/v1/bank-accounts").length())) {
                Subject gets = demo.gets("/v1/bank-accounts", CLIENTS);
                Subject constants = new Subject(
                        constant,
                        seconds -> DemoServer.client(
                                "http://127.0.0.1:" + port, "none", "get", "/v1/constant", CLIENTS, seconds));
                Subject calls = direct(direct, "get");
                Subject.takeTurns(REPETITIONS, SECONDS, gets, constants, calls);
                addSpeed("GET bank accounts", gets, "an empty answer of its size", constants, 0.6);
                addSpeed("GET bank accounts", gets, "the procedure without HTTP", calls, 0);
                EVIDENCE.add(
                        "GET bank accounts, p99 beside p50",
                        ratio(gets.tail()),
                        "10",
                        ratio(gets.tail() / 10),
                        gets.tail() < 10,
                        List.of(gets.perSecond()));
            }
        }
    }

    @Test
    @Order(4)
    void postings_with_durable_commits() throws Exception {
        Path data = folder.resolve("durable");
        try (DemoServer demo = demo(Optional.of(data));
                Running direct = Running.program(
                        folder.resolve("direct.out"),
                        DirectCalls.class,
                        folder.resolve("direct").toString())) {
            Subject posts = demo.posts(CLIENTS);
            Subject calls = direct(direct, "post");
            Subject.takeTurns(REPETITIONS, SECONDS, posts, calls);
            addSpeed("POST postings, two allocations, durable", posts, "its transactions without HTTP", calls, 0.6);
        }
    }

    private static Subject direct(Running direct, String kind) {
        return new Subject(direct, seconds -> Throughput.read(direct.ask(kind + " " + CLIENTS + " " + seconds)));
    }

    private static void addSpeed(String what, Subject subject, String limit, Subject beside, double reach) {
        double ratio = beside.processorTime().median() / subject.processorTime().median();
        EVIDENCE.add(
                what,
                subject.perSecond().text("/s") + ", " + subject.processorTime().text(" ms CPU"),
                limit + ": " + beside.perSecond().text("/s") + ", "
                        + beside.processorTime().text(" ms CPU"),
                ratio(ratio),
                ratio >= reach,
                List.of(subject.processorTime(), beside.processorTime()));
    }

    @Test
    @Order(5)
    void search_in_a_large_firm() throws Exception {
        try (DemoServer small = demo(Optional.empty());
                DemoServer large = large("")) {
            for (String path : List.of(
                    "/v1/matters?by=CLIENT_NAME&q=Nor&limit=50",
                    "/v1/invoices?by=MATTER_NUMBER&q=10023-0001&match=exact")) {
                Subject inSmall = small.gets(path, CLIENTS);
                Subject inLarge = large.gets(path, CLIENTS);
                Subject.takeTurns(REPETITIONS, SECONDS, inSmall, inLarge);
                String what = path.substring(4, path.indexOf('?'));
                addSpeed("search " + what + " of " + MATTERS + " matters", inLarge, "of 1000", inSmall, 0.5);
            }
            String far = page(large, "/v1/matters?by=MATTER_NUMBER&q=1&limit=50", MATTERS / 100);
            Subject first = large.gets("/v1/matters?by=MATTER_NUMBER&q=1&limit=50", CLIENTS);
            Subject later = large.gets(far, CLIENTS);
            Subject.takeTurns(REPETITIONS, SECONDS, first, later);
            addSpeed("page " + MATTERS / 100 + " of matters", later, "page 1", first, 0.5);
        }
    }

    /** The path of the nth page, found by walking there. */
    private String page(DemoServer demo, String path, int number) throws Exception {
        String at = path;
        for (int i = 1; i < number; i++) {
            at = path + "&cursor=" + Json.read(get(demo, at)).get("next").stringValue();
        }
        return at;
    }

    @Test
    @Order(6)
    void sync_of_all_invoices() throws Exception {
        List<Double> synced = new ArrayList<>();
        try (DemoServer large = large("-Xmx96m")) {
            countLines(large);
            for (int i = 0; i < REPETITIONS; i++) {
                long begun = System.nanoTime();
                long lines = countLines(large);
                synced.add(lines / ((System.nanoTime() - begun) / 1e9));
            }
        }
        List<Double> read = new ArrayList<>();
        try (Running direct = Running.program(folder.resolve("rows.out"), DirectCalls.class, kept().toString())) {
            direct.ask("rows");
            for (int i = 0; i < REPETITIONS; i++) {
                read.add(Json.read(direct.ask("rows")).get("perSecond").doubleValue());
            }
        }
        Figure lines = Figure.of(synced);
        Figure rows = Figure.of(read);
        double ratio = lines.median() / rows.median();
        EVIDENCE.add(
                "sync of " + MATTERS * 5 + " invoices, 96 MB heap",
                lines.text(" lines/s"),
                "read by JDBC and thrown away: " + rows.text("/s"),
                ratio(ratio),
                ratio >= 0.5,
                List.of(lines, rows));
    }

    /** Where both have only this machine, they share its processors with the database; a distant one has its own. */
    @Test
    @Order(7)
    void two_connectors_on_one_database() throws Exception {
        addTwo("beside them", CLIENTS, Duration.ZERO);
        addTwo("10 ms away", 4 * CLIENTS, Duration.ofMillis(10));
    }

    private void addTwo(String where, int callers, Duration distance) throws Exception {
        List<Double> alone = new ArrayList<>();
        List<Double> together = new ArrayList<>();
        for (int i = 0; i < REPETITIONS; i++) {
            String name = distance.toMillis() + "-" + i;
            alone.add(ConnectorsOnOneDatabase.postingsPerSecond(
                    1, Files.createDirectory(folder.resolve("one-" + name)), callers, SECONDS, distance));
            together.add(ConnectorsOnOneDatabase.postingsPerSecond(
                    2, Files.createDirectory(folder.resolve("two-" + name)), callers, SECONDS, distance));
        }
        Figure one = Figure.of(alone);
        Figure two = Figure.of(together);
        double ratio = two.median() / one.median();
        EVIDENCE.add(
                "postings of two connectors on one database " + where + ", none doubled",
                two.text("/s"),
                "of one: " + one.text("/s"),
                ratio(ratio),
                ratio > 1,
                List.of(one, two));
    }

    private long countLines(DemoServer demo) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(demo.url() + "/v1/sync/invoices"))
                .header("Authorization", "Bearer " + demo.key())
                .build();
        long lines = 0;
        try (InputStream in = http.send(request, BodyHandlers.ofInputStream()).body()) {
            byte[] buffer = new byte[65536];
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        return lines;
    }

    private static Path kept() throws IOException {
        return Files.createDirectories(KEPT).resolve("firm-" + MATTERS);
    }

    /** Made when it is first asked for, and kept. */
    private DemoServer large(String options) throws IOException {
        return DemoServer.start(
                LAUNCHER, folder.resolve("large.out"), freePort(), Optional.of(kept()), Optional.of(MATTERS), options);
    }

    private DemoServer demo(Optional<Path> data) throws IOException {
        return DemoServer.start(LAUNCHER, folder.resolve("demo.out"), freePort(), data, Optional.empty());
    }

    private String get(DemoServer demo, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(demo.url() + path))
                .header("Authorization", "Bearer " + demo.key())
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), path);
        return answer.body();
    }

    private static int freePort() throws IOException {
        return FreePort.pair();
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
