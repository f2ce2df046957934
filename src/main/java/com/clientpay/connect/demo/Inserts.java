package com.clientpay.connect.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.IntConsumer;

/** Inserts rows into one table in batches, committing now and then, so that memory stays bounded. */
final class Inserts implements AutoCloseable {
    private static final int BATCH = 500;
    private static final int ROWS_A_COMMIT = 10_000;

    private final Connection connection;
    private final PreparedStatement statement;
    private final IntConsumer eachBatch;
    private int rows;

    /** @param eachBatch told the rows so far after every 500 */
    Inserts(Connection connection, String table, String columns, IntConsumer eachBatch) throws SQLException {
        this.connection = connection;
        this.eachBatch = eachBatch;
        int width = columns.split(",").length;
        this.statement = connection.prepareStatement(
                "INSERT INTO " + table + " (" + columns + ") VALUES (?" + ", ?".repeat(width - 1) + ")");
    }

    void add(Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
        rows++;
        if (rows % BATCH == 0) {
            statement.executeBatch();
            eachBatch.accept(rows);
        }
        if (rows % ROWS_A_COMMIT == 0) {
            connection.commit();
        }
    }

    /** Writes what is still to be written. */
    void finish() throws SQLException {
        statement.executeBatch();
        connection.commit();
        eachBatch.accept(rows);
    }

    int rows() {
        return rows;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
