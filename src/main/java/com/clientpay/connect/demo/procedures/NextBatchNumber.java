package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** {@code clientpay.NextBatchNumber}: one above the highest. */
public final class NextBatchNumber {
    private NextBatchNumber() {}

    public static ResultSet call(Connection connection) throws SQLException {
        return Rows.query(
                connection,
                Contract.NEXT_BATCH_NUMBER,
                "SELECT COALESCE(MAX(Number), 0) + 1 FROM clientpay_internal.Batch");
    }
}
