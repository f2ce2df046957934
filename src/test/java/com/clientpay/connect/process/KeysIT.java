package com.clientpay.connect.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.DatabasePool;
import com.clientpay.connect.http.Scope;
import com.clientpay.connect.keys.KeyService;
import com.clientpay.connect.keys.NewKey;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Keys of two real connectors on one database: guessed, revoked by the command, expired. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KeysIT {
    /** What the connectors promise; waiting for a busy machine comes on top. */
    private static final Duration PROMISED = Duration.ofSeconds(1);

    private static final Duration BUSY_MACHINE = Duration.ofSeconds(9);

    private final Distribution distribution = Distribution.built();
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private H2Firm firm;
    private List<ConnectorProcess> connectors;

    @BeforeEach
    void start() throws Exception {
        firm = H2Firm.create(distribution, folder);
        connectors = List.of(
                ConnectorProcess.start(distribution, folder, "first", firm, FreePort.pair()),
                ConnectorProcess.start(distribution, folder, "second", firm, FreePort.pair()));
    }

    @AfterEach
    void stop() {
        connectors.forEach(ConnectorProcess::close);
        firm.close();
    }

    @Test
    void a_key_that_is_revoked_stops_on_every_connector_within_a_second() throws Exception {
        String key = create("portal", Optional.empty());
        assertEquals(200, call(0, key).statusCode());
        assertEquals(200, call(1, key).statusCode());
        Distribution.Ran ran = distribution.run(
                Map.of(),
                "key",
                "revoke",
                "portal",
                "--config",
                folder.resolve("first/connect.toml").toString());
        assertEquals(0, ran.exitCode(), ran.output());
        long revoked = System.nanoTime();
        for (int connector = 0; connector < 2; connector++) {
            assertStops(connector, key, revoked, "revoked");
        }
        assertEquals(200, call(0, firm.key()).statusCode());
        assertTrue(log("second").contains("revoked key portal"), "the second connector's log does not say why");
    }

    @Test
    void a_key_that_expires_stops_on_every_connector_within_a_second() throws Exception {
        Instant end = Instant.now().plusSeconds(3);
        String key = create("short", Optional.of(end));
        assertEquals(200, call(0, key).statusCode());
        assertEquals(200, call(1, key).statusCode());
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), end).toMillis()));
        long expired = System.nanoTime();
        for (int connector = 0; connector < 2; connector++) {
            assertStops(connector, key, expired, "expired");
        }
    }

    /** Callers of one address: who guesses is slowed and reported, who has the right key is served all the while. */
    @Test
    void guessing_is_slowed_and_reported_and_locks_nobody_out() throws Exception {
        int refused = 0;
        int slowed = 0;
        for (int guess = 0; guess < 200; guess++) {
            String wrong = guess % 2 == 0 ? "cpk_cloud_" + "x".repeat(43) : "cpk_name" + guess + "_" + "x".repeat(43);
            HttpResponse<String> answer = call(0, wrong);
            if (answer.statusCode() == 429) {
                slowed++;
                int wait = Integer.parseInt(
                        answer.headers().firstValue("Retry-After").orElseThrow());
                assertTrue(wait >= 1, "Retry-After is " + wait);
            } else {
                assertEquals(401, answer.statusCode(), answer.body());
                refused++;
            }
            assertEquals(200, call(0, firm.key()).statusCode(), "the right key is locked out after guess " + guess);
        }
        System.out.println(
                "200 wrong keys of one address: " + refused + " were looked at, " + slowed + " refused unseen");
        assertTrue(slowed >= 100, "only " + slowed + " of 200 guesses were refused unseen");
        String log = log("first");
        assertEquals(
                1,
                log.split("Many calls with wrong keys came from one address", -1).length - 1,
                "how often the log reports it");
        assertTrue(log.contains("wrong secret for key cloud"), "the log does not say which key was guessed at");
        assertTrue(!log.contains("x".repeat(20)), "a guessed secret is in the log");
    }

    private void assertStops(int connector, String key, long since, String why) throws Exception {
        long deadline = since + PROMISED.plus(BUSY_MACHINE).toNanos();
        while (call(connector, key).statusCode() == 200) {
            assertTrue(System.nanoTime() < deadline, "a key that is " + why + " is still taken");
        }
        System.out.printf(
                "A key %s: refused by connector %d after %d ms%n",
                why, connector, Duration.ofNanos(System.nanoTime() - since).toMillis());
    }

    private HttpResponse<String> call(int connector, String key) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(connectors.get(connector).url() + "/v1/bank-accounts"))
                .header("Authorization", "Bearer " + key)
                .timeout(Duration.ofSeconds(20))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private String create(String name, Optional<Instant> end) {
        DatabaseSettings settings = new DatabaseSettings(
                firm.url(),
                Optional.of("sa"),
                Optional.empty(),
                Optional.empty(),
                1,
                Duration.ofSeconds(10),
                Duration.ofSeconds(10));
        try (Database database = new Database(DatabasePool.open(settings))) {
            return new KeyService(database, Clock.systemUTC())
                    .create(new NewKey(name, Set.of(Scope.READ), List.of(), end), "cli:test")
                    .token()
                    .reveal();
        }
    }

    private String log(String name) throws Exception {
        return Files.readString(folder.resolve(name + "-logs/connect.log"));
    }
}
