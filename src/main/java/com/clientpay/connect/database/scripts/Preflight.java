package com.clientpay.connect.database.scripts;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a pack's preflight, {@code 00-Preflight.sql}, which creates nothing: it answers a row for each table and column that
 * is missing or different, and then throws {@link #DIFFERENT}.
 */
final class Preflight {
    private static final int ANOTHER_PACK = 51010;
    private static final int DIFFERENT = 51011;

    private Preflight() {}

    /**
     * What is missing or different; nothing where the database fits.
     *
     * @throws ScriptException when another pack is installed, with its name
     * @throws ScriptFailedException when the script itself failed
     */
    static List<Misfit> run(Connection connection, Script script) {
        List<Misfit> misfits = new ArrayList<>();
        for (Batch batch : script.batches()) {
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                for (boolean isResults = statement.execute(batch.text());
                        isResults || statement.getUpdateCount() != -1;
                        isResults = statement.getMoreResults()) {
                    if (isResults) {
                        read(statement.getResultSet(), misfits);
                    }
                }
            } catch (SQLException e) {
                if (e.getErrorCode() == ANOTHER_PACK) {
                    throw new ScriptException(e.getMessage());
                }
                if (e.getErrorCode() != DIFFERENT || misfits.isEmpty()) {
                    throw ScriptFailedException.inBatch(script, batch, e);
                }
            }
        }
        return misfits;
    }

    private static void read(ResultSet rows, List<Misfit> misfits) throws SQLException {
        while (rows.next()) {
            misfits.add(new Misfit(
                    rows.getString("TableName"),
                    rows.getString("ColumnName"),
                    rows.getString("Expected"),
                    rows.getString("Found")));
        }
    }
}
