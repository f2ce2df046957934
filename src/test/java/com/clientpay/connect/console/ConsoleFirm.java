package com.clientpay.connect.console;

import com.clientpay.connect.Connector;
import com.clientpay.connect.config.ConnectConfig;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.DatabasePool;
import com.clientpay.connect.demo.DemoFirm;
import com.clientpay.connect.demo.DemoOptions;
import com.clientpay.connect.http.Json;
import com.clientpay.connect.http.Scope;
import com.clientpay.connect.keys.KeyService;
import com.clientpay.connect.keys.NewKey;
import com.clientpay.connect.testfirm.TestConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.h2.tools.Server;
import org.junit.jupiter.api.Assertions;
import tools.jackson.databind.JsonNode;

/** A connector in front of a demo firm of its own, whose database server can be taken away and brought back. */
final class ConsoleFirm implements AutoCloseable {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final DemoFirm firm;
    private final ConnectConfig config;
    private final Connector connector;
    private final String key;
    private final int databasePort;
    private Server database;
    private int payments;

    private ConsoleFirm(ConnectConfig.Console settings) throws SQLException {
        firm = DemoFirm.open(DemoOptions.STANDARD, (done, total) -> {});
        database = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        databasePort = database.getPort();
        config = TestConfig.of(
                firm.url().replace("jdbc:h2:", "jdbc:h2:tcp://127.0.0.1:" + databasePort + "/"),
                Optional.empty(),
                settings);
        key = newKey("accounting", EnumSet.allOf(Scope.class));
        connector = Connector.start(config, () -> TestConfig.loaded(config), Clock.systemUTC(), TestConfig::bundle);
    }

    static ConsoleFirm start() throws SQLException {
        return start(ConnectConfig.Console.AMERICAN);
    }

    static ConsoleFirm start(ConnectConfig.Console settings) throws SQLException {
        return new ConsoleFirm(settings);
    }

    String newKey(String name, Set<Scope> scopes) {
        try (Database open = new Database(DatabasePool.open(config.database().withPoolSize(1)))) {
            return keys(open)
                    .create(new NewKey(name, scopes, List.of(), Optional.empty()), "test")
                    .token()
                    .reveal();
        }
    }

    void revokeKey(String name) {
        try (Database open = new Database(DatabasePool.open(config.database().withPoolSize(1)))) {
            keys(open).revoke(name, "test");
        }
    }

    private static KeyService keys(Database open) {
        return new KeyService(open, Clock.systemUTC());
    }

    String consoleUrl() {
        return connector.loopbackUrl() + "/console";
    }

    /** A link that signs in with every scope. */
    String link() {
        return link(key);
    }

    String link(String keyOfAdmin) {
        // A key that was made just now is known within a second.
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        HttpResponse<String> answer = send("POST", "/v1/admin/console-links", "{}", keyOfAdmin, Map.of());
        while (answer.statusCode() == 401 && System.nanoTime() - end < 0) {
            answer = send("POST", "/v1/admin/console-links", "{}", keyOfAdmin, Map.of());
        }
        return connector.loopbackUrl() + Json.read(answer.body()).get("path").asString();
    }

    JsonNode get(String path) {
        return Json.read(expect(200, send("GET", path, "", key, Map.of())));
    }

    JsonNode put(String path, Object body) {
        return Json.read(expect(200, send("PUT", path, Json.text(body), key, Map.of())));
    }

    JsonNode post(String path, Object body) {
        return Json.read(expect(200, send("POST", path, Json.text(body), key, Map.of())));
    }

    private static String expect(int status, HttpResponse<String> answer) {
        Assertions.assertEquals(status, answer.statusCode(), answer.body());
        return answer.body();
    }

    private HttpResponse<String> send(
            String method, String path, String body, String token, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(connector.loopbackUrl() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void automaticPosting(boolean on) {
        putPostingSettings("automaticPosting", on);
    }

    /** Changes one of the posting settings, as somebody else would. */
    void putPostingSettings(String name, Object value) {
        JsonNode now = get("/v1/posting-settings");
        Map<String, Object> body = new LinkedHashMap<>();
        now.properties().forEach(entry -> body.put(entry.getKey(), entry.getValue()));
        body.put(name, value);
        put("/v1/posting-settings", body);
    }

    /** Records a payment; answers the posting. */
    JsonNode pay(String payer, String account, String amount, List<Map<String, String>> allocations) {
        payments++;
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("paymentId", "pay_" + payments);
        body.put("merchantAccountId", account);
        body.put("amount", amount);
        body.put("paymentDate", LocalDate.now(ZoneId.of("America/New_York")).toString());
        body.put("payer", Map.of("name", payer));
        body.put("method", "CARD");
        body.put("reference", "CP-" + (100_000 + payments));
        body.put("allocations", allocations);
        return Json.read(expect(
                201, send("POST", "/v1/postings", Json.text(body), key, Map.of("Idempotency-Key", "key-" + payments))));
    }

    static List<Map<String, String>> toInvoice(JsonNode invoice, String amount) {
        return List.of(Map.of("invoiceId", invoice.get("id").asString(), "amount", amount));
    }

    /** Open invoices of matters that are not closed, the oldest first. */
    List<JsonNode> invoices(int most) {
        Set<String> closed = get("/v1/matters?limit=500")
                .get("items")
                .valueStream()
                .filter(matter -> matter.get("status").asString().equals("CLOSED"))
                .map(matter -> matter.get("id").asString())
                .collect(java.util.stream.Collectors.toSet());
        return get("/v1/invoices?limit=500")
                .get("items")
                .valueStream()
                .filter(invoice -> !closed.contains(invoice.get("matterId").asString()))
                .limit(most)
                .toList();
    }

    /** Changes the books, past the connector. */
    void sql(String statement) {
        try (Connection connection = DriverManager.getConnection(firm.url());
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    void takeDatabaseAway() {
        database.stop();
    }

    void bringDatabaseBack() throws SQLException {
        database = Server.createTcpServer("-tcpPort", String.valueOf(databasePort), "-ifNotExists")
                .start();
    }

    @Override
    public void close() {
        connector.close();
        database.stop();
        firm.close();
    }
}
