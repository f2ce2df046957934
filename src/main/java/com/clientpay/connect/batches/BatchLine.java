package com.clientpay.connect.batches;

import com.clientpay.connect.database.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One allocation of a receipt, as it was when it was queued for the import.
 *
 * @param receiptKey the same on every line of the receipt, and on no other
 * @param attempt the posting's
 * @param kind of the receipt: money in, or taken back again
 * @param handover of this attempt and kind: 1, and one more each time it was handed over again after a rejection
 * @param position from 0, of the lines of the receipt
 * @param batch the batch that it is sealed in
 * @param answer the import's; empty while it is waited for
 * @param amount above 0.00, also of a reversal
 * @param receiptAmount of all lines of the receipt
 * @param originalReceiptKey of a reversal: the receipt that it takes back
 */
public record BatchLine(
        long lineId,
        long receiptKey,
        String postingId,
        long attempt,
        Kind kind,
        long handover,
        long position,
        Optional<Long> batch,
        Optional<Answer> answer,
        LocalDate receiptDate,
        LocalDate bookDate,
        String bankAccountId,
        Optional<String> ledgerCode,
        Optional<String> transactionType,
        Optional<String> reference,
        String paymentId,
        Optional<String> method,
        Optional<String> payor,
        Optional<String> clientNumber,
        Optional<String> matterNumber,
        Optional<String> matterId,
        Optional<String> invoiceNumber,
        Optional<String> invoiceId,
        Optional<String> trustLedgerId,
        Optional<String> description,
        Optional<String> currency,
        BigDecimal amount,
        BigDecimal receiptAmount,
        Optional<Long> originalReceiptKey) {

    /** What a receipt does. */
    public enum Kind {
        POST,
        REVERSE
    }

    /** What became of a receipt. */
    public enum Answer {
        BOOKED,
        REJECTED,
        /** Never came into a file: the layout cannot show it. */
        REFUSED
    }

    static BatchLine read(Row row) {
        return new BatchLine(
                row.number("LineId"),
                row.number("ReceiptKey"),
                row.text("PostingId"),
                row.number("Attempt"),
                row.oneOf(Kind.class, "Kind"),
                row.number("Handover"),
                row.number("Position"),
                row.optionalNumber("BatchNumber"),
                row.optionalText("Answer").map(Answer::valueOf),
                row.date("ReceiptDate"),
                row.date("BookDate"),
                row.text("BankAccountId"),
                row.optionalText("LedgerCode"),
                row.optionalText("TransactionType"),
                row.optionalText("Reference"),
                row.text("PaymentId"),
                row.optionalText("Method"),
                row.optionalText("Payor"),
                row.optionalText("ClientNumber"),
                row.optionalText("MatterNumber"),
                row.optionalText("MatterId"),
                row.optionalText("InvoiceNumber"),
                row.optionalText("InvoiceId"),
                row.optionalText("TrustLedgerId"),
                row.optionalText("Description"),
                row.optionalText("Currency"),
                row.money("Amount"),
                row.money("ReceiptAmount"),
                row.optionalNumber("OriginalReceiptKey"));
    }
}
