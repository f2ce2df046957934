package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** {@code clientpay.GetBatch}: one, with its content. */
public final class GetBatch {
    private GetBatch() {}

    public static ResultSet call(Connection connection, Long batchNumber) throws SQLException {
        return Rows.query(
                connection,
                Contract.GET_BATCH,
                BatchColumns.SELECT + ", b.Content FROM clientpay_internal.Batch b WHERE b.Number = ?",
                batchNumber);
    }
}
