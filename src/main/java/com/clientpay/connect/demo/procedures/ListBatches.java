package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** {@code clientpay.ListBatches}: newest first; all of them, or those that somebody has still to do with. */
public final class ListBatches {
    private ListBatches() {}

    public static ResultSet call(Connection connection, Boolean unfinished, Long beforeNumber, Long limit)
            throws SQLException {
        return Rows.query(
                connection,
                Contract.LIST_BATCHES,
                BatchColumns.SELECT + " FROM clientpay_internal.Batch b WHERE b.Number < ?"
                        + (Boolean.TRUE.equals(unfinished) ? " AND b.State IN ('SEALED', 'WRITING', 'UNKNOWN')" : "")
                        + " ORDER BY b.Number DESC FETCH FIRST ? ROWS ONLY",
                beforeNumber == null ? Long.MAX_VALUE : beforeNumber,
                limit);
    }
}
