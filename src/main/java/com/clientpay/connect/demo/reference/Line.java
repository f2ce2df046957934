package com.clientpay.connect.demo.reference;

import com.clientpay.connect.demo.procedures.Sql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * A line of a receipt: an amount for an invoice, a trust ledger, or the account of a matter; the other two ids are null.
 * Lines are read ordered by what they go to, so that two receipts never wait for each other in a circle.
 *
 * @param number from 1; the allocation's position is one less
 */
record Line(int number, String invoiceId, String trustLedgerId, String matterId, BigDecimal amount) {
    private static final String BY_TARGET = " ORDER BY InvoiceId, TrustLedgerId, MatterId, LineNumber";

    /** What a posting is to be entered as. */
    static List<Line> ofPosting(Connection connection, String postingId) throws SQLException {
        return Sql.list(
                connection,
                "SELECT Position + 1 AS LineNumber, InvoiceId, TrustLedgerId, MatterId, Amount"
                        + " FROM clientpay_internal.PostingAllocation WHERE PostingId = ?" + BY_TARGET,
                Line::read,
                postingId);
    }

    /** What a receipt was entered as. */
    static List<Line> ofReceipt(Connection connection, long receiptId) throws SQLException {
        return Sql.list(
                connection,
                "SELECT LineNumber, InvoiceId, TrustLedgerId, MatterId, Amount FROM firm.ReceiptLine"
                        + " WHERE ReceiptId = ?" + BY_TARGET,
                Line::read,
                receiptId);
    }

    private static Line read(ResultSet row) throws SQLException {
        return new Line(
                row.getInt("LineNumber"),
                row.getString("InvoiceId"),
                row.getString("TrustLedgerId"),
                row.getString("MatterId"),
                row.getBigDecimal("Amount"));
    }

    /** Writes the line of a new receipt. */
    void enter(Connection connection, long receiptId) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO firm.ReceiptLine (ReceiptId, LineNumber, InvoiceId, TrustLedgerId, MatterId, Amount)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                receiptId,
                number,
                invoiceId,
                trustLedgerId,
                matterId,
                amount);
    }

    Long allocation() {
        return number - 1L;
    }
}
