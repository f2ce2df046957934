package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.h2.tools.SimpleResultSet;

/**
 * {@code clientpay.PurgeBatches}: blanks the payors of lines whose posting is final and was recorded before an instant, and
 * the content of batches without other lines. Such a file cannot be written again.
 */
public final class PurgeBatches {
    private static final String FINAL =
            " (SELECT 1 FROM clientpay_internal.Posting p WHERE p.PostingId = l.PostingId AND p.CreatedAt < ?"
                    + " AND p.Status IN ('POSTED', 'REMOVED', 'REVERSED'))";

    private PurgeBatches() {}

    public static ResultSet call(Connection connection, LocalDateTime recordedBefore) throws SQLException {
        SimpleResultSet rows = Rows.of(Contract.PURGE_BATCHES);
        if (Rows.onlyColumnsAsked(connection)) {
            return rows;
        }
        Rows.requireTransaction(connection);
        long purged = Sql.update(
                connection,
                "UPDATE clientpay_internal.BatchLine l SET Payor = NULL WHERE l.Payor IS NOT NULL AND EXISTS" + FINAL,
                recordedBefore);
        Sql.update(
                connection,
                "UPDATE clientpay_internal.Batch b SET Content = NULL WHERE b.Content IS NOT NULL AND b.SealedAt < ?"
                        + " AND b.State IN ('WRITTEN', 'ABANDONED') AND NOT EXISTS (SELECT 1"
                        + " FROM clientpay_internal.BatchLine l WHERE l.BatchNumber = b.Number AND NOT EXISTS" + FINAL
                        + ")",
                recordedBefore,
                recordedBefore);
        rows.addRow(purged);
        return rows;
    }
}
