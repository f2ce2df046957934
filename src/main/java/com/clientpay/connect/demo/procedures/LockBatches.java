package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.h2.tools.SimpleResultSet;

/**
 * {@code clientpay.LockBatches}: makes the caller's transaction the only one that writes batches. H2 has no named locks, so
 * it is the row lock on a stripe; who finds it taken is told so at once.
 */
public final class LockBatches {
    private LockBatches() {}

    public static ResultSet call(Connection connection) throws SQLException {
        SimpleResultSet rows = Rows.of(Contract.LOCK_BATCHES);
        if (Rows.onlyColumnsAsked(connection)) {
            return rows;
        }
        Rows.requireTransaction(connection);
        boolean isFree = LockStripes.takeIfFree(connection, LockStripes.BATCHES);
        rows.addRow(isFree ? "DONE" : "TAKEN");
        return rows;
    }
}
