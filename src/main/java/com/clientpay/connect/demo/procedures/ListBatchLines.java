package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** {@code clientpay.ListBatchLines}: the lines of a batch, of a posting, or those that wait to be sealed. */
public final class ListBatchLines {
    private static final String COLUMNS = """
            SELECT l.LineId, l.ReceiptKey, l.PostingId, l.Attempt, l.Kind, l.Handover, l.Position, l.BatchNumber,
                   l.LineNumber, l.Answer, l.ReceiptDate, l.BookDate, l.BankAccountId, l.LedgerCode, l.TransactionType,
                   l.Reference, l.PaymentId, l.Method, l.Payor, l.ClientNumber, l.MatterNumber, l.MatterId,
                   l.InvoiceNumber, l.InvoiceId, l.TrustLedgerId, l.Description, l.Currency, l.Amount, l.ReceiptAmount,
                   CASE WHEN l.Kind = 'REVERSE' THEN (
                       SELECT o.ReceiptKey
                       FROM clientpay_internal.BatchLine o
                       WHERE o.PostingId = l.PostingId AND o.Attempt = l.Attempt AND o.Kind = 'POST'
                       ORDER BY CASE WHEN o.Answer = 'BOOKED' THEN 0 ELSE 1 END, o.Handover DESC
                       FETCH FIRST 1 ROW ONLY
                   ) END AS OriginalReceiptKey
            FROM clientpay_internal.BatchLine l
            """;

    private ListBatchLines() {}

    public static ResultSet call(Connection connection, Long batchNumber, String postingId, Long limit)
            throws SQLException {
        if (batchNumber != null) {
            return Rows.query(
                    connection,
                    Contract.LIST_BATCH_LINES,
                    COLUMNS + "WHERE l.BatchNumber = ? ORDER BY l.LineNumber",
                    batchNumber);
        }
        if (postingId != null) {
            return Rows.query(
                    connection,
                    Contract.LIST_BATCH_LINES,
                    COLUMNS + "WHERE l.PostingId = ? ORDER BY l.ReceiptKey, l.Position",
                    postingId);
        }
        return Rows.query(
                connection,
                Contract.LIST_BATCH_LINES,
                COLUMNS + "WHERE l.BatchNumber IS NULL AND l.Answer IS NULL AND l.ReceiptKey <= ?"
                        + " ORDER BY l.ReceiptKey, l.Position",
                Rows.onlyColumnsAsked(connection) ? 0L : lastOfFirst(connection, limit));
    }

    /**
     * The key of the last of the first receipts that wait, 0 when none does: they wait in the order of their keys. It is
     * a statement of its own, since H2 would look for it anew for each line.
     */
    private static long lastOfFirst(Connection connection, Long limit) throws SQLException {
        return Sql.list(
                        connection,
                        "SELECT f.ReceiptKey FROM clientpay_internal.BatchLine f WHERE f.BatchNumber IS NULL"
                                + " AND f.Answer IS NULL AND f.Position = 0 ORDER BY f.LineId FETCH FIRST ? ROWS ONLY",
                        row -> row.getLong(1),
                        limit)
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }
}
