package com.clientpay.connect.packs;

import com.clientpay.connect.database.scripts.Batch;
import com.clientpay.connect.database.scripts.Script;
import com.clientpay.connect.sqlserver.TestSqlServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The synthetic database of a system: T-SQL under {@code src/test/resources/packs}, with the variables of sqlcmd.
 *
 * @param collation of all text columns
 */
public record Fixture(String pack, String collation) {
    public static final String IGNORING_CASE = "SQL_Latin1_General_CP1_CI_AS";
    public static final String BINARY = "Latin1_General_BIN2";

    /** The tables, without rows. */
    void createTables(TestSqlServer server) {
        run(server, "01-tables.sql", 0);
    }

    /** The tables, and the rows that were written by hand. */
    void create(TestSqlServer server) {
        createTables(server);
        run(server, "02-rows.sql", 0);
    }

    /** The firm's own view of its trust money, where the pack leaves it to the firm; before the pack is installed. */
    void createFirmTrust(TestSqlServer server) {
        if (Fixture.class.getResource("/packs/" + pack + "/04-firm-trust.sql") != null) {
            run(server, "04-firm-trust.sql", 0);
        }
    }

    /** Puts the rows that were written by hand back as they were. */
    void restore(Connection connection) throws SQLException {
        StringBuilder batch = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("SELECT t.TABLE_NAME FROM INFORMATION_SCHEMA.TABLES t"
                        + " WHERE t.TABLE_SCHEMA = 'dbo' AND t.TABLE_TYPE = 'BASE TABLE'")) {
            while (tables.next()) {
                batch.append("DELETE FROM dbo.").append(tables.getString(1)).append(";\n");
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(batch.toString());
            run(statement, "02-rows.sql", 0);
        }
    }

    /** So many more, a multiple of 1000. */
    void addMany(TestSqlServer server, int rows) {
        run(server, "03-many.sql", rows);
    }

    private void run(TestSqlServer server, String file, int rows) {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            run(statement, file, rows);
        } catch (SQLException e) {
            throw new IllegalStateException(file, e);
        }
    }

    private void run(Statement statement, String file, int rows) {
        String text = read(file).replace("$(COLLATION)", collation).replace("$(ROWS)", Integer.toString(rows));
        for (Batch batch : new Script(file, text).batches()) {
            try {
                statement.execute(batch.text());
            } catch (SQLException e) {
                throw new IllegalStateException(
                        pack + "/" + file + ", batch at line " + batch.firstLine() + ": " + e.getMessage(), e);
            }
        }
    }

    private String read(String file) {
        try (InputStream in = Fixture.class.getResourceAsStream("/packs/" + pack + "/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
