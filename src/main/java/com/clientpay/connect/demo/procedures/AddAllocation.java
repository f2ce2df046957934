package com.clientpay.connect.demo.procedures;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * {@code clientpay.AddAllocation}: adds one allocation to a posting that was recorded or reallocated in the same
 * transaction. Exactly one target is given; the others are null.
 */
public final class AddAllocation {
    private AddAllocation() {}

    public static void call(
            Connection connection,
            String postingId,
            Long position,
            String invoiceId,
            String invoiceNumber,
            String trustLedgerId,
            String matterId,
            BigDecimal amount)
            throws SQLException {
        Rows.requireTransaction(connection);
        Sql.update(
                connection,
                "INSERT INTO clientpay_internal.PostingAllocation (PostingId, Position, SentInvoiceId,"
                        + " SentInvoiceNumber, SentTrustLedgerId, SentMatterId, Amount) VALUES (?, ?, ?, ?, ?, ?, ?)",
                postingId,
                position,
                invoiceId,
                invoiceNumber,
                trustLedgerId,
                matterId,
                amount);
    }
}
