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
import java.util.List;
import org.h2.util.ScriptReader;

/**
 * Makes a demo firm in an empty H2 database, wherever it runs: the connector's tables, the reference firm, the procedures,
 * data and settings. An H2 server that runs elsewhere needs the connector's classes on its class path.
 */
public final class DemoInstaller {
    private static final List<String> SCRIPTS =
            List.of("tables.sql", "reference.sql", "triggers.sql", "procedures.sql");

    private DemoInstaller() {}

    /**
     * @param connection to a database opened with {@link DemoFirm#OPTIONS}; stays open
     * @throws SQLException the database refused a statement; what was made so far is of no use
     */
    public static void install(Connection connection, DemoSize size, Progress progress) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        for (String script : SCRIPTS) {
            run(connection, script);
        }
        DemoSettings.write(connection);
        new DemoBooks(connection, size, progress).write();
        DemoSettings.writeInstallation(connection);
        connection.commit();
        connection.setAutoCommit(autoCommit);
    }

    /** H2 takes a whole script at once too, but then parses the rest of it anew after each statement. */
    private static void run(Connection connection, String script) throws SQLException {
        try (InputStream in = DemoInstaller.class.getResourceAsStream("/sql/h2/" + script);
                Reader text = new InputStreamReader(in, StandardCharsets.UTF_8);
                Statement statement = connection.createStatement()) {
            ScriptReader statements = new ScriptReader(text);
            statements.setSkipRemarks(true);
            for (String sql = statements.readStatement(); sql != null; sql = statements.readStatement()) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
