package com.clientpay.connect.process;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.contract.Books;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.DatabasePool;
import com.clientpay.connect.demo.DemoFirm;
import com.clientpay.connect.demo.DemoInstaller;
import com.clientpay.connect.demo.DemoSize;
import com.clientpay.connect.http.Scope;
import com.clientpay.connect.keys.KeyService;
import com.clientpay.connect.keys.NewKey;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The demo firm, durable, behind a database server of its own, with a key for the connectors' callers. */
final class SharedFirm implements AutoCloseable {
    private final Distribution distribution;
    private final Path file;
    private final Books books;
    private final String key;
    private DatabaseProcess server;

    private SharedFirm(Distribution distribution, Path file, Books books, String key) {
        this.distribution = distribution;
        this.file = file;
        this.books = books;
        this.key = key;
    }

    static SharedFirm create(Distribution distribution, Path folder) throws IOException, SQLException {
        Path file = folder.resolve("firm");
        String embedded = "jdbc:h2:file:" + file.toAbsolutePath() + ";WRITE_DELAY=0" + DemoFirm.OPTIONS;
        Books books;
        try (Connection connection = DriverManager.getConnection(embedded)) {
            DemoInstaller.install(connection, DemoSize.STANDARD, (done, total) -> {});
            books = Books.open(connection);
        }
        String key = createKey(embedded);
        SharedFirm firm = new SharedFirm(distribution, file, books, key);
        firm.server = DatabaseProcess.start(distribution, 0);
        return firm;
    }

    private static String createKey(String url) {
        DatabaseSettings settings = new DatabaseSettings(
                url,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                Duration.ofSeconds(10),
                Duration.ofSeconds(10));
        try (Database database = new Database(DatabasePool.open(settings))) {
            NewKey wanted = new NewKey("cloud", EnumSet.allOf(Scope.class), List.of(), Optional.empty());
            return new KeyService(database, Clock.systemUTC())
                    .create(wanted, "cli:test")
                    .token()
                    .reveal();
        }
    }

    String key() {
        return key;
    }

    /** The URL that connectors use. */
    String url() {
        return server.url(file, ";WRITE_DELAY=0" + DemoFirm.OPTIONS);
    }

    /** Kills the database server, as a power cut would, and starts it again on the same port. */
    void killAndRestart() throws IOException {
        int port = server.port();
        server.kill();
        server = DatabaseProcess.start(distribution, port);
    }

    /** Open invoices of open matters. */
    List<String> payableInvoices() throws SQLException {
        return texts("""
                SELECT i.InvoiceId FROM clientpay_internal.MapInvoice i
                JOIN clientpay_internal.MapMatter m ON m.MatterId = i.MatterId
                WHERE i.Balance > 0 AND m.Status = 'OPEN' ORDER BY i.InvoiceId
                """);
    }

    /** Compares the books with our ledger, and both with the opening balances. Nobody may be writing. */
    void checkBooks() throws SQLException {
        try (Connection connection = connect()) {
            books.check(connection);
        }
    }

    /** Every posting's status, by payment id. */
    Map<String, String> statuses() throws SQLException {
        Map<String, String> statuses = new TreeMap<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT PaymentId, Status FROM clientpay_internal.Posting")) {
            while (rows.next()) {
                statuses.put(rows.getString(1), rows.getString(2));
            }
        }
        return statuses;
    }

    /** Payments whose posting waits for the connector itself. */
    List<String> due() throws SQLException {
        return texts("SELECT PaymentId FROM clientpay_internal.Posting WHERE Due IS NOT NULL");
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url());
    }

    @Override
    public void close() {
        server.close();
    }
}
