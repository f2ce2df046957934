package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import org.h2.tools.SimpleResultSet;

/**
 * {@code clientpay.ResolveBatch}: what somebody has found out about a batch. One that was never written is ABANDONED, and its
 * lines that wait for an answer go into the next one.
 */
public final class ResolveBatch {
    private static final String WRITTEN = "WRITTEN";
    private static final String ABANDONED = "ABANDONED";
    private static final Set<String> OPEN = Set.of("SEALED", "UNKNOWN");

    private ResolveBatch() {}

    public static ResultSet call(
            Connection connection, Long batchNumber, Boolean written, String actor, LocalDateTime now)
            throws SQLException {
        SimpleResultSet rows = Rows.of(Contract.RESOLVE_BATCH);
        if (Rows.onlyColumnsAsked(connection)) {
            return rows;
        }
        Rows.requireTransaction(connection);
        Optional<String> state = Sql.find(
                connection,
                "SELECT State FROM clientpay_internal.Batch WHERE Number = ? FOR UPDATE",
                row -> row.getString("State"),
                batchNumber);
        String wanted = written ? WRITTEN : ABANDONED;
        if (state.isEmpty()) {
            rows.addRow("NOT_FOUND", null);
        } else if (state.get().equals(wanted)) {
            rows.addRow("UNCHANGED", wanted);
        } else if (!OPEN.contains(state.get()) || (written && state.get().equals("SEALED"))) {
            rows.addRow("NOT_ALLOWED", state.get());
        } else {
            Sql.update(
                    connection,
                    "UPDATE clientpay_internal.Batch SET State = ?, StateSince = ?, StateBy = ? WHERE Number = ?",
                    wanted,
                    now,
                    actor,
                    batchNumber);
            if (!written) {
                Sql.update(
                        connection,
                        "UPDATE clientpay_internal.BatchLine SET BatchNumber = NULL, LineNumber = NULL"
                                + " WHERE BatchNumber = ? AND Answer IS NULL",
                        batchNumber);
            }
            rows.addRow("DONE", wanted);
        }
        return rows;
    }
}
