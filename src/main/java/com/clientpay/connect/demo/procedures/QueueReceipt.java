package com.clientpay.connect.demo.procedures;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * {@code clientpay_internal.QueueReceipt}: hands a posting, or its reversal, to the firm's import, as one line for each
 * allocation. For hooks: it belongs to no system, since it reads the books through the mapping views.
 */
public final class QueueReceipt {
    private static final String LINES = """
            INSERT INTO clientpay_internal.BatchLine (PostingId, Attempt, Kind, Handover, Position, ReceiptKey, QueuedAt,
                ReceiptDate, BookDate, BankAccountId, LedgerCode, TransactionType, Reference, PaymentId, Method, Payor,
                ClientNumber, MatterNumber, MatterId, InvoiceNumber, InvoiceId, TrustLedgerId, Description, Currency, Amount,
                ReceiptAmount)
            SELECT p.PostingId, p.Attempt, CAST(? AS VARCHAR(16)),
                (SELECT COALESCE(MAX(h.Handover), 0) + 1 FROM clientpay_internal.BatchLine h
                 WHERE h.PostingId = p.PostingId AND h.Attempt = p.Attempt AND h.Kind = ?),
                a.Position, 0, CAST(? AS TIMESTAMP(3)), p.PaymentDate, CAST(? AS DATE), p.BankAccountId, p.LedgerCode,
                p.TransactionType, p.Reference, p.PaymentId, p.Method, p.PayerName, m.ClientNumber, m.MatterNumber,
                m.MatterId, i.InvoiceNumber, a.InvoiceId, a.TrustLedgerId, p.ArMessage, p.Currency, a.Amount, p.Amount
            FROM clientpay_internal.Posting p
            JOIN clientpay_internal.PostingAllocation a ON a.PostingId = p.PostingId
            LEFT JOIN clientpay_internal.MapInvoice i ON i.InvoiceId = a.InvoiceId
            LEFT JOIN clientpay_internal.MapTrustLedger t ON t.TrustLedgerId = a.TrustLedgerId
            LEFT JOIN clientpay_internal.MapMatter m ON m.MatterId = COALESCE(i.MatterId, t.MatterId, a.MatterId)
            WHERE p.PostingId = ?
            ORDER BY a.Position
            """;

    private QueueReceipt() {}

    /** Why a receipt is not queued: a hook refuses with it. */
    public record Refusal(String code, String detail) {}

    /**
     * @param kind POST or REVERSE
     * @return empty when it is queued
     */
    public static Optional<Refusal> call(
            Connection connection, String postingId, String kind, LocalDate bookDate, LocalDateTime now)
            throws SQLException {
        Optional<String> booked = bookedAfterAll(connection, postingId);
        if (booked.isPresent()) {
            return Optional.of(new Refusal(
                    "books-refused",
                    "The firm's import has booked an earlier handover of this payment after all, as receipt "
                            + booked.get() + ". To post it again would be twice: remove this posting, or take that"
                            + " receipt out of the books and of the import's results first."));
        }
        if (Sql.update(connection, LINES, kind, kind, now, bookDate, postingId) == 0) {
            throw new SQLException("There is no posting " + postingId + " with allocations to queue.");
        }
        Sql.update(
                connection,
                "UPDATE clientpay_internal.BatchLine SET ReceiptKey = (SELECT MIN(f.LineId)"
                        + " FROM clientpay_internal.BatchLine f WHERE f.PostingId = ? AND f.ReceiptKey = 0)"
                        + " WHERE PostingId = ? AND ReceiptKey = 0",
                postingId,
                postingId);
        return Optional.empty();
    }

    /** The receipt of an answer that came too late to be taken: it is in the books, and not in our ledger. */
    private static Optional<String> bookedAfterAll(Connection connection, String postingId) throws SQLException {
        return Sql.find(
                connection,
                "SELECT COALESCE(r.Receipt, '(without a number)') AS Receipt FROM clientpay_internal.MapReceiptResult r"
                        + " WHERE r.PostingId = ? AND r.Outcome = 'BOOKED' AND NOT EXISTS ("
                        + "SELECT 1 FROM clientpay_internal.Effect e WHERE e.PostingId = r.PostingId"
                        + " AND e.Attempt = r.Attempt AND e.Kind = r.Kind)"
                        + " ORDER BY r.Attempt, r.Handover FETCH FIRST 1 ROW ONLY",
                row -> row.getString("Receipt"),
                postingId);
    }
}
