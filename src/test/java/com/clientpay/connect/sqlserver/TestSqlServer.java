package com.clientpay.connect.sqlserver;

import static org.junit.jupiter.api.Assumptions.abort;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.config.Secret;
import com.clientpay.connect.database.DatabaseUnreachableException;
import com.clientpay.connect.database.scripts.Batch;
import com.clientpay.connect.database.scripts.RunListener;
import com.clientpay.connect.database.scripts.Script;
import com.clientpay.connect.database.scripts.ScriptDatabase;
import com.clientpay.connect.database.scripts.ScriptPlan;
import com.clientpay.connect.database.scripts.ScriptSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A database of its own on the SQL Server that the environment variable CONNECT_TEST_SQLSERVER_URL names: a JDBC URL with
 * user and password of a login that may create databases. Without the variable a test is skipped and says so.
 */
public final class TestSqlServer implements AutoCloseable {
    /** The scripts of this source tree. */
    public static final Path SCRIPTS = Path.of("sql", "sqlserver");

    private static final String VARIABLE = "CONNECT_TEST_SQLSERVER_URL";
    private static final int TRIES = 20;

    private final String server;
    private final String name;

    private TestSqlServer(String server, String name) {
        this.server = server;
        this.name = name;
    }

    /** An empty database with a random name; the test is skipped when there is no server. */
    public static TestSqlServer create() {
        String server = System.getenv(VARIABLE);
        if (server == null || server.isBlank()) {
            return abort("Not run on SQL Server: " + VARIABLE + " is not set.");
        }
        TestSqlServer database = new TestSqlServer(
                server.strip().replaceFirst(";+$", ""),
                "connect_test_" + UUID.randomUUID().toString().substring(0, 8));
        onServer(database.server, "CREATE DATABASE " + database.name);
        return database;
    }

    /**
     * As {@link #create()}, with the database's setting READ_COMMITTED_SNAPSHOT. Babelfish has none and behaves as if it were
     * on: there the test is skipped for one of the two.
     */
    public static TestSqlServer create(boolean readCommittedSnapshot) {
        TestSqlServer database = create();
        boolean isBabelfish = database.query("SELECT @@VERSION").get(0).startsWith("Babelfish");
        if (isBabelfish && readCommittedSnapshot) {
            database.close();
            return abort("Babelfish has no setting READ_COMMITTED_SNAPSHOT: the other run is as if it were on.");
        }
        if (!isBabelfish) {
            onServer(
                    database.server,
                    "ALTER DATABASE " + database.name + " SET READ_COMMITTED_SNAPSHOT "
                            + (readCommittedSnapshot ? "ON" : "OFF") + " WITH ROLLBACK IMMEDIATE");
        }
        return database;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** A JDBC URL to it, with user and password. */
    public String url() {
        return without(server, "databaseName", "database") + ";databaseName=" + name;
    }

    /** A JDBC URL to it, without user and password. */
    public String urlWithoutLogin() {
        return without(url(), "user", "userName", "password");
    }

    public String user() {
        return property("user").or(() -> property("userName")).orElseThrow();
    }

    public String password() {
        return property("password").orElseThrow();
    }

    /** For the connector's own pool: one configured as the product's configuration file does. */
    public DatabaseSettings settings() {
        return settings(user(), password());
    }

    /** The same for another login. */
    public DatabaseSettings settings(String user, String password) {
        return new DatabaseSettings(
                urlWithoutLogin(),
                Optional.of(user),
                Optional.of(new Secret("env:" + VARIABLE, password)),
                Optional.empty(),
                16,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30));
    }

    /** A connection of its own, with auto-commit. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url());
    }

    /** Runs one batch. */
    public void execute(String sql) {
        try (Connection connection = connect()) {
            execute(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Every row, its values joined by blanks. */
    public List<String> query(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (results.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
                    values.add(results.getString(i));
                }
                rows.add(String.join(" ", values));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The firm's own database, where the system's pack brings one, and then every script, by the production runner. */
    public TestSqlServer install(String system) {
        return install(SCRIPTS, system);
    }

    /** As {@link #install(String)}, with the scripts of another folder. */
    public TestSqlServer install(Path scripts, String system) {
        installFirm(scripts, system);
        ScriptSet set = ScriptSet.read(scripts, system);
        try (ScriptDatabase database = open()) {
            database.apply(set, ScriptPlan.of(set, database.installed(), false), false, RunListener.NONE);
        }
        return this;
    }

    /** The made-up firm's own database alone. */
    public TestSqlServer installFirm(String system) {
        return installFirm(SCRIPTS, system);
    }

    private TestSqlServer installFirm(Path scripts, String system) {
        for (Path file :
                ScriptSet.files(scripts.resolve("systems").resolve(system).resolve("firm"))) {
            runFile(file);
        }
        return this;
    }

    /** Runs a script as sqlcmd would: batch after batch, each committed by itself, to the first error. */
    public void runFile(Path file) {
        try {
            run(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(String file, String text) {
        try (Connection connection = connect()) {
            for (Batch batch : new Script(file, text).batches()) {
                try {
                    execute(connection, batch.text());
                } catch (SQLException e) {
                    throw new IllegalStateException(file + ", batch at line " + batch.firstLine(), e);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(file, e);
        }
    }

    /** As the DBA's login. */
    public ScriptDatabase open() {
        try {
            return ScriptDatabase.open(settings());
        } catch (DatabaseUnreachableException e) {
            throw new IllegalStateException(e.getMessage() + " " + e.action(), e);
        }
    }

    /** Drops the database. Connections to it must be closed. */
    @Override
    public void close() {
        onServer(server, "DROP DATABASE " + name);
    }

    /** Makers and droppers of databases get in each other's way on some servers. */
    private static void onServer(String server, String sql) {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = DriverManager.getConnection(server)) {
                execute(connection, sql);
                return;
            } catch (SQLException e) {
                if (attempt == TRIES) {
                    throw new IllegalStateException(sql, e);
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(TimeUnit.SECONDS.toNanos(1)));
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (boolean isResults = statement.execute(sql);
                    isResults || statement.getUpdateCount() != -1;
                    isResults = statement.getMoreResults()) {
                continue;
            }
        }
    }

    private Optional<String> property(String property) {
        Matcher matcher = pattern(property).matcher(server);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String without(String url, String... properties) {
        String rest = url;
        for (String property : properties) {
            rest = pattern(property).matcher(rest).replaceAll("");
        }
        return rest;
    }

    private static Pattern pattern(String property) {
        return Pattern.compile("(?i);\\s*" + property + "\\s*=\\s*([^;]*)");
    }
}
