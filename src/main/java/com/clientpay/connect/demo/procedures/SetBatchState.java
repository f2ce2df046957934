package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.h2.tools.SimpleResultSet;

/** {@code clientpay.SetBatchState}: compares and sets the state of a batch. */
public final class SetBatchState {
    private SetBatchState() {}

    public static ResultSet call(
            Connection connection,
            Long batchNumber,
            String expected,
            String state,
            String token,
            String actor,
            LocalDateTime now)
            throws SQLException {
        SimpleResultSet rows = Rows.of(Contract.SET_BATCH_STATE);
        if (Rows.onlyColumnsAsked(connection)) {
            return rows;
        }
        Rows.requireTransaction(connection);
        int set = Sql.update(
                connection,
                "UPDATE clientpay_internal.Batch SET State = ?, StateSince = ?, StateBy = ?, Token = COALESCE(?, Token)"
                        + " WHERE Number = ? AND State = ?",
                state,
                now,
                actor,
                token,
                batchNumber,
                expected);
        if (set == 1 && state.equals("WRITING") && isAnswered(connection, batchNumber)) {
            Sql.update(
                    connection,
                    "UPDATE clientpay_internal.Batch SET State = ? WHERE Number = ?",
                    expected,
                    batchNumber);
            rows.addRow("ANSWERED");
        } else {
            rows.addRow(set == 1 ? "DONE" : "CHANGED_MEANWHILE");
        }
        return rows;
    }

    private static boolean isAnswered(Connection connection, long batchNumber) throws SQLException {
        return Sql.find(
                        connection,
                        "SELECT 1 FROM clientpay_internal.BatchLine WHERE BatchNumber = ? AND Answer IS NOT NULL"
                                + " FETCH FIRST 1 ROW ONLY",
                        row -> true,
                        batchNumber)
                .isPresent();
    }
}
