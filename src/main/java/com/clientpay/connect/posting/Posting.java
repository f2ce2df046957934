package com.clientpay.connect.posting;

import com.clientpay.connect.books.AccountKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A payment that was charged, and where its posting stands. Written as JSON in this order.
 *
 * @param attempt 1, and one more for each time it was reopened
 * @param version the row's version: the ETag
 * @param paymentId ClientPay's payment, unique for ever
 * @param kind the merchant account's when it was recorded; empty while that account is unknown
 * @param amount what the client is credited with
 * @param bookDate the date in the books; empty before it is there
 * @param allocations in the order they were sent
 * @param reasons why it is INCOMPLETE, else none
 * @param receipt the books' own number of the entry
 * @param history oldest first
 */
public record Posting(
        String id,
        PostingStatus status,
        long attempt,
        long version,
        String paymentId,
        String merchantAccountId,
        Optional<AccountKind> kind,
        BigDecimal amount,
        LocalDate paymentDate,
        Optional<LocalDate> bookDate,
        Optional<Payer> payer,
        Optional<PaymentMethod> method,
        Optional<String> reference,
        Optional<String> arMessage,
        Optional<String> ledgerCode,
        Optional<String> transactionType,
        Optional<String> bankAccountId,
        List<Allocation> allocations,
        List<Reason> reasons,
        Optional<String> receipt,
        Instant createdAt,
        List<HistoryEvent> history) {

    /** This posting with everything that belongs to it. */
    Posting with(List<Allocation> allocations, List<Reason> reasons, List<HistoryEvent> history) {
        return new Posting(
                id,
                status,
                attempt,
                version,
                paymentId,
                merchantAccountId,
                kind,
                amount,
                paymentDate,
                bookDate,
                payer,
                method,
                reference,
                arMessage,
                ledgerCode,
                transactionType,
                bankAccountId,
                List.copyOf(allocations),
                List.copyOf(reasons),
                receipt,
                createdAt,
                List.copyOf(history));
    }
}
