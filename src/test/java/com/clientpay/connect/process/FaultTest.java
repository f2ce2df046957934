package com.clientpay.connect.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The common part of the faults: real connectors under load while something breaks, and the books compared afterwards.
 * {@code -Dconnect.kills} says how long: a quarter of it is how often each thing breaks. The seed is printed.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
abstract class FaultTest {
    static final int TIMES = Math.max(2, Integer.getInteger("connect.kills", 8) / 4);
    static final long SEED = Long.getLong("connect.seed", System.nanoTime());
    static final int CALLERS = 6;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    final Distribution distribution = Distribution.built();
    final Random random = new Random(SEED);
    private final List<ConnectorProcess> started = new ArrayList<>();
    private final List<Long> recoveries = new ArrayList<>();

    @TempDir
    Path folder;

    ConnectorProcess start(String name, SharedFirm firm, String further) throws Exception {
        return start(name, firm, FreePort.pair(), further, Map.of());
    }

    ConnectorProcess start(String name, SharedFirm firm, int port, String further, Map<String, String> environment)
            throws Exception {
        ConnectorProcess connector =
                ConnectorProcess.start(distribution, folder, name, firm, port, further, environment);
        started.add(connector);
        return connector;
    }

    PaymentLoad load(SharedFirm firm, ConnectorProcess connector, int callers) throws Exception {
        String url = connector.url();
        PaymentLoad load = new PaymentLoad(() -> url, firm.key(), firm.records().payableInvoices());
        load.start(callers, SEED);
        return load;
    }

    /** The fault is over: waits for the next payment that is acknowledged, and remembers how long that took. */
    void awaitRecovery(PaymentLoad load) throws IOException {
        try {
            recoveries.add(load.awaitNext(Duration.ofMinutes(1)).toMillis());
        } catch (AssertionError e) {
            List<String> lines = Files.readAllLines(folder.resolve("alone-logs/connect.log"));
            throw new AssertionError(
                    e.getMessage() + "\n"
                            + String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size())),
                    e);
        }
    }

    /** Ends the load and compares; prints what was done and how soon payments went on after each time. */
    void compare(SharedFirm firm, PaymentLoad load, String what) throws Exception {
        while (load.acknowledged().size() <= BooksComparison.LEAST) {
            load.awaitNext(Duration.ofMinutes(1));
        }
        load.finish();
        String recovered = recoveries.isEmpty() ? "" : ", good answers again after " + recoveries + " ms";
        BooksComparison.whenDone(firm.records(), load, what + recovered + ", seed " + SEED);
    }

    /** Whatever else is broken, the process says within ten seconds that it lives. */
    static void assertLives(ConnectorProcess connector) throws IOException, InterruptedException {
        assertEquals(
                200,
                get(connector.url() + "/v1/health/live", "", Duration.ofSeconds(10))
                        .statusCode());
    }

    static HttpResponse<String> get(String url, String key, Duration patience)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(patience)
                .header("Authorization", "Bearer " + key)
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    @AfterEach
    void end_whatever_still_runs() {
        started.forEach(ConnectorProcess::close);
    }
}
