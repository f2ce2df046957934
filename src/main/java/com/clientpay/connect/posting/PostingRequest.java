package com.clientpay.connect.posting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A payment to record, as typed values. What was not sent is empty; defaults are taken when it is recorded. See {@link
 * PostingReader} for the bounds.
 *
 * @param fields values of Connect fields by name
 * @param allocations in the order sent, each with exactly one target
 * @param adjustments what is other than it was sent
 */
public record PostingRequest(
        String paymentId,
        String merchantAccountId,
        BigDecimal amount,
        LocalDate paymentDate,
        Optional<Payer> payer,
        Optional<PaymentMethod> method,
        Optional<String> reference,
        Optional<String> arMessage,
        Optional<String> ledgerCode,
        Optional<String> transactionType,
        Optional<String> bankAccountId,
        Optional<String> currency,
        SortedMap<String, String> fields,
        List<Allocation> allocations,
        Adjustments adjustments) {}
