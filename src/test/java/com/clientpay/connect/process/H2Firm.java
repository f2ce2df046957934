package com.clientpay.connect.process;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.contract.Books;
import com.clientpay.connect.demo.DemoDelivery;
import com.clientpay.connect.demo.DemoFirm;
import com.clientpay.connect.demo.DemoInstaller;
import com.clientpay.connect.demo.DemoSize;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** On H2: the demo firm, durable, behind a database server of its own, which can be killed. */
final class H2Firm implements SharedFirm {
    private static final String OPTIONS = DemoFirm.DURABLE + DemoFirm.OPTIONS;

    private final Distribution distribution;
    private final Path file;
    private final FirmRecords records;
    private final String key;
    private final int sessions;
    private DatabaseProcess server;

    private H2Firm(Distribution distribution, Path file, Books books, String key, int sessions) {
        this.distribution = distribution;
        this.file = file;
        this.records = new FirmRecords(this::url, books);
        this.key = key;
        this.sessions = sessions;
    }

    static H2Firm create(Distribution distribution, Path folder) throws IOException, SQLException {
        return create(distribution, folder, DemoDelivery.PROCEDURE);
    }

    /**
     * One whose server may be killed. Its connectors have one session each: H2 (2.5.252) that is killed while several commit is
     * now and then left with half of a transaction, and a row that stays locked for ever.
     */
    static H2Firm createForKills(Distribution distribution, Path folder) throws IOException, SQLException {
        return create(distribution, folder, DemoDelivery.PROCEDURE, 1);
    }

    static H2Firm create(Distribution distribution, Path folder, DemoDelivery delivery)
            throws IOException, SQLException {
        return create(distribution, folder, delivery, 10);
    }

    private static H2Firm create(Distribution distribution, Path folder, DemoDelivery delivery, int sessions)
            throws IOException, SQLException {
        Path file = folder.resolve("firm");
        String embedded = "jdbc:h2:file:" + file.toAbsolutePath() + OPTIONS;
        Books books;
        try (Connection connection = DriverManager.getConnection(embedded)) {
            DemoInstaller.install(connection, DemoSize.STANDARD, delivery, (done, total) -> {});
            FirmRecords.age(connection);
            books = Books.open(connection);
        }
        String key = SharedFirm.createKey(new DatabaseSettings(
                embedded,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                Duration.ofSeconds(10),
                Duration.ofSeconds(10)));
        H2Firm firm = new H2Firm(distribution, file, books, key, sessions);
        firm.server = DatabaseProcess.start(distribution, 0);
        return firm;
    }

    @Override
    public String key() {
        return key;
    }

    /** Where it is now. */
    String url() {
        return server.url(file, OPTIONS);
    }

    /** Of its server, now and after each restart. */
    int port() {
        return server.port();
    }

    @Override
    public String databaseSection() {
        return databaseSection(server.port(), sessions);
    }

    /** For connectors that reach it through another port of this machine. */
    String databaseSection(int otherPort, int poolSize) {
        return """
                [database]
                url = "%s"
                user = "sa"
                pool_size = %d
                """.formatted(DatabaseProcess.url(otherPort, file, OPTIONS), poolSize);
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    /** What is done while the database server is away. */
    interface Meanwhile {
        void run() throws IOException, InterruptedException;
    }

    /** Kills the database server and starts it again on the same port. */
    void killAndRestart() throws IOException, InterruptedException {
        killAndRestart(() -> {});
    }

    void killAndRestart(Meanwhile meanwhile) throws IOException, InterruptedException {
        int port = server.port();
        server.kill();
        meanwhile.run();
        server = DatabaseProcess.start(distribution, port);
    }

    void pause() throws IOException, InterruptedException {
        server.pause();
    }

    void resume() throws IOException, InterruptedException {
        server.resume();
    }

    @Override
    public FirmRecords records() {
        return records;
    }

    @Override
    public void close() {
        server.close();
    }
}
