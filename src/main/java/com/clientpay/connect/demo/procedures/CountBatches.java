package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** {@code clientpay.CountBatches}: batches that are not finished, by state, and receipts that wait to be sealed. */
public final class CountBatches {
    private static final String SQL = """
            SELECT State, COUNT(*), MIN(StateSince) FROM clientpay_internal.Batch
            WHERE State IN ('SEALED', 'WRITING', 'UNKNOWN') GROUP BY State
            UNION ALL
            SELECT 'LINES', COUNT(*), MIN(QueuedAt) FROM clientpay_internal.BatchLine
            WHERE BatchNumber IS NULL AND Answer IS NULL AND Position = 0 HAVING COUNT(*) > 0
            ORDER BY 1""";

    private CountBatches() {}

    public static ResultSet call(Connection connection) throws SQLException {
        return Rows.query(connection, Contract.COUNT_BATCHES, SQL);
    }
}
