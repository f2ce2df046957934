package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.ProcedureException;
import java.sql.Connection;
import java.sql.SQLException;

/** {@code clientpay.SealBatchLine}: puts a line that waits into a batch that was sealed in the same transaction. */
public final class SealBatchLine {
    private SealBatchLine() {}

    public static void call(Connection connection, Long lineId, Long batchNumber, Long lineNumber) throws SQLException {
        Rows.requireTransaction(connection);
        int sealed = Sql.update(
                connection,
                "UPDATE clientpay_internal.BatchLine SET BatchNumber = ?, LineNumber = ?"
                        + " WHERE LineId = ? AND BatchNumber IS NULL AND Answer IS NULL",
                batchNumber,
                lineNumber,
                lineId);
        if (sealed != 1) {
            throw new SQLException(
                    "Line " + lineId + " does not wait any more.", "S0001", ProcedureException.CHANGED_MEANWHILE);
        }
    }
}
