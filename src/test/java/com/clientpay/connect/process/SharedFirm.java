package com.clientpay.connect.process;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.contract.Books;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.DatabasePool;
import com.clientpay.connect.demo.DemoDelivery;
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
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** The demo firm, durable, behind a database server of its own, with a key for the connectors' callers. */
final class SharedFirm implements AutoCloseable {
    private static final String OPTIONS = DemoFirm.DURABLE + DemoFirm.OPTIONS;

    private final Distribution distribution;
    private final Path file;
    private final FirmRecords records;
    private final String key;
    private DatabaseProcess server;

    private SharedFirm(Distribution distribution, Path file, Books books, String key) {
        this.distribution = distribution;
        this.file = file;
        this.records = new FirmRecords(this::url, books);
        this.key = key;
    }

    static SharedFirm create(Distribution distribution, Path folder) throws IOException, SQLException {
        return create(distribution, folder, DemoDelivery.PROCEDURE);
    }

    static SharedFirm create(Distribution distribution, Path folder, DemoDelivery delivery)
            throws IOException, SQLException {
        Path file = folder.resolve("firm");
        String embedded = "jdbc:h2:file:" + file.toAbsolutePath() + OPTIONS;
        Books books;
        try (Connection connection = DriverManager.getConnection(embedded)) {
            DemoInstaller.install(connection, DemoSize.STANDARD, delivery, (done, total) -> {});
            FirmRecords.age(connection);
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
        return server.url(file, OPTIONS);
    }

    /** Kills the database server and starts it again on the same port. */
    void killAndRestart() throws IOException {
        int port = server.port();
        server.kill();
        server = DatabaseProcess.start(distribution, port);
    }

    /** What lies in it, read through its server. */
    FirmRecords records() {
        return records;
    }

    @Override
    public void close() {
        server.close();
    }
}
