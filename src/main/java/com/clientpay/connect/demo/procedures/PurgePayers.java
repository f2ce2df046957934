package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.h2.tools.SimpleResultSet;

/**
 * {@code clientpay.PurgePayers}: blanks payer name, e-mail and fields of postings that are posted, removed or reversed
 * and were recorded before an instant. Ids, keys and amounts stay, so that nothing can be posted again.
 */
public final class PurgePayers {
    private static final String PURGED = " FROM clientpay_internal.Posting p WHERE p.CreatedAt < ?"
            + " AND p.Status IN ('POSTED', 'REMOVED', 'REVERSED')"
            + " AND (p.PayerName IS NOT NULL OR p.PayerEmail IS NOT NULL OR p.Fields IS NOT NULL)";

    private PurgePayers() {}

    public static ResultSet call(Connection connection, LocalDateTime recordedBefore, String actor, LocalDateTime now)
            throws SQLException {
        SimpleResultSet rows = Rows.of(Contract.PURGE_PAYERS);
        if (Rows.onlyColumnsAsked(connection)) {
            return rows;
        }
        Rows.requireTransaction(connection);
        long purged = 0;
        for (String postingId : Sql.list(
                connection, "SELECT p.PostingId" + PURGED + " FOR UPDATE", row -> row.getString(1), recordedBefore)) {
            purged += Sql.update(
                    connection,
                    "UPDATE clientpay_internal.Posting SET PayerName = NULL, PayerEmail = NULL, Fields = NULL,"
                            + " Version = Version + 1 WHERE PostingId = ?",
                    postingId);
            Events.add(connection, postingId, now, actor, Events.PURGED, null);
        }
        rows.addRow(purged);
        return rows;
    }
}
