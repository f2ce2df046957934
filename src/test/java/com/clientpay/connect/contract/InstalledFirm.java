package com.clientpay.connect.contract;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.config.Secret;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.DatabasePool;
import com.clientpay.connect.sqlserver.TestSqlServer;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A database on the server that CONNECT_TEST_SQLSERVER_URL names with the scripts of one pack, installed by the production
 * runner, and the sessions on it. All tests of a run share both: installing takes seconds, and on some servers each session
 * compiles each procedure anew.
 */
final class InstalledFirm {
    /** What they differ in: the pack, and whether READ_COMMITTED_SNAPSHOT is on. */
    private record Kind(String pack, boolean snapshot) {}

    private static final Map<Kind, InstalledFirm> INSTALLED = new HashMap<>();
    /** Of one connector. */
    private static final int SESSIONS = 6;
    /** A server that is slow is no failure. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TestSqlServer server;
    private final HikariDataSource program;
    private final List<Database> connectors = new ArrayList<>();

    private InstalledFirm(TestSqlServer server) {
        this.server = server;
        this.program = program(server);
    }

    /** The test is skipped where there is no server, or none with that setting. */
    static synchronized InstalledFirm of(String pack, boolean snapshot) {
        Kind kind = new Kind(pack, snapshot);
        return INSTALLED.computeIfAbsent(kind, InstalledFirm::install);
    }

    private static InstalledFirm install(Kind kind) {
        TestSqlServer server = TestSqlServer.create(kind.snapshot());
        if (kind.pack().equals("reference-batch")) {
            server.installFirm("reference");
        }
        InstalledFirm firm = new InstalledFirm(server.install(kind.pack()));
        Runtime.getRuntime().addShutdownHook(new Thread(firm::drop));
        return firm;
    }

    private static HikariDataSource program(TestSqlServer server) {
        HikariConfig sessions = new HikariConfig();
        sessions.setPoolName("program");
        sessions.setJdbcUrl(server.url());
        sessions.setMinimumIdle(1);
        sessions.setConnectionTimeout(PATIENCE.toMillis());
        return new HikariDataSource(sessions);
    }

    /** The pool of the connector with this number, from 0. */
    synchronized Database connector(int number) {
        while (connectors.size() <= number) {
            connectors.add(new Database(DatabasePool.open(settings())));
        }
        return connectors.get(number);
    }

    private DatabaseSettings settings() {
        return new DatabaseSettings(
                server.urlWithoutLogin(),
                Optional.of(server.user()),
                Optional.of(new Secret("the test's", server.password())),
                Optional.empty(),
                SESSIONS,
                PATIENCE,
                PATIENCE);
    }

    /** A session with auto-commit that is none of a connector's. */
    Connection connect() throws SQLException {
        return program.getConnection();
    }

    private void drop() {
        connectors.forEach(Database::close);
        program.close();
        server.close();
    }
}
