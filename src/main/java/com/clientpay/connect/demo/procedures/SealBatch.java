package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.h2.tools.SimpleResultSet;

/** {@code clientpay.SealBatch}: keeps a batch and its content; its lines follow in the same transaction. */
public final class SealBatch {
    private SealBatch() {}

    public static ResultSet call(
            Connection connection,
            Long batchNumber,
            String fileName,
            Long receipts,
            Long lines,
            BigDecimal total,
            String sha256,
            byte[] content,
            String actor,
            LocalDateTime now)
            throws SQLException {
        SimpleResultSet rows = Rows.of(Contract.SEAL_BATCH);
        if (Rows.onlyColumnsAsked(connection)) {
            return rows;
        }
        Rows.requireTransaction(connection);
        Sql.update(
                connection,
                "INSERT INTO clientpay_internal.Batch (Number, FileName, State, StateSince, StateBy, Receipts, Lines,"
                        + " Total, Sha256, Content, SealedAt) VALUES (?, ?, 'SEALED', ?, ?, ?, ?, ?, ?, ?, ?)",
                batchNumber,
                fileName,
                now,
                actor,
                receipts,
                lines,
                total,
                sha256,
                content,
                now);
        rows.addRow("DONE");
        return rows;
    }
}
