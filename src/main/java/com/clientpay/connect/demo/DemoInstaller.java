package com.clientpay.connect.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.h2.util.ScriptReader;

/**
 * Makes a demo firm in an empty H2 database, wherever it runs: the connector's tables, the reference firm, the procedures,
 * settings and data. An H2 server that runs elsewhere needs the connector's classes on its class path.
 *
 * <p>The firm's indexes are made after its rows: H2 then sorts, instead of searching a place for each row and keeping a
 * record for its undoing. That halves the time for a large firm and its file.
 */
public final class DemoInstaller {
    private static final List<String> SCRIPTS =
            List.of("tables.sql", "reference.sql", "triggers.sql", "procedures.sql");
    private static final String IMPORT_SCRIPT = "reference-batch.sql";

    private DemoInstaller() {}

    /** A firm that books at once. */
    public static void install(Connection connection, DemoSize size, Progress progress) throws SQLException {
        install(connection, size, DemoDelivery.PROCEDURE, progress);
    }

    /**
     * @param connection to a database opened with {@link DemoFirm#OPTIONS}; stays open
     * @throws SQLException the database refused a statement; what was made so far is of no use
     */
    public static void install(Connection connection, DemoSize size, DemoDelivery delivery, Progress progress)
            throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        List<String> indexes = new ArrayList<>();
        List<String> scripts = new ArrayList<>(SCRIPTS);
        if (delivery == DemoDelivery.BATCH) {
            scripts.add(IMPORT_SCRIPT);
        }
        for (String script : scripts) {
            for (String sql : statements(script)) {
                if (sql.startsWith("CREATE INDEX firm.")) {
                    indexes.add(sql);
                } else {
                    execute(connection, sql);
                }
            }
        }
        DemoSettings.write(connection);
        long rows = DemoBooks.rows(size);
        long indexWork = rows / 10;
        long total = rows + indexWork * indexes.size();
        new DemoBooks(connection, size, done -> progress.at(Math.min(done, rows), total)).write();
        for (int i = 0; i < indexes.size(); i++) {
            progress.at(rows + i * indexWork, total);
            execute(connection, indexes.get(i));
        }
        DemoSettings.writeInstallation(connection, delivery);
        connection.commit();
        connection.setAutoCommit(autoCommit);
        progress.at(total, total);
    }

    /** One at a time: of a script given as a whole, H2 parses the rest anew after each statement. */
    private static List<String> statements(String script) {
        List<String> statements = new ArrayList<>();
        try (InputStream in = DemoInstaller.class.getResourceAsStream("/sql/h2/" + script);
                Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            ScriptReader reader = new ScriptReader(text);
            reader.setSkipRemarks(true);
            for (String sql = reader.readStatement(); sql != null; sql = reader.readStatement()) {
                if (!sql.isBlank()) {
                    statements.add(sql.strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return statements;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
