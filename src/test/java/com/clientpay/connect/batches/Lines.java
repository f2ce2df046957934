package com.clientpay.connect.batches;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Lines of tests: receipt {@code key} of a payment of 2 November 2026 on invoice 7001, with these values. */
record Lines(
        long key,
        BatchLine.Kind kind,
        String amount,
        String payor,
        String reference,
        String matterNumber,
        Optional<Long> original) {

    static Lines of(long key, String amount) {
        return new Lines(key, BatchLine.Kind.POST, amount, "A. Payor", "1001", "10023-0001", Optional.empty());
    }

    Lines reversal() {
        return reversalOf(1);
    }

    /** It takes back the receipt with this key. */
    Lines reversalOf(long originalKey) {
        return new Lines(key, BatchLine.Kind.REVERSE, amount, payor, reference, matterNumber, Optional.of(originalKey));
    }

    Lines payor(String name) {
        return new Lines(key, kind, amount, name, reference, matterNumber, original);
    }

    Lines matter(String number) {
        return new Lines(key, kind, amount, payor, reference, number, original);
    }

    /** Its receipt, for a trust ledger instead of an invoice. */
    BatchReceipt trust(String ledger) {
        return receipt(Optional.empty(), Optional.of(ledger));
    }

    /** Its receipt, for the matter's account instead of an invoice. */
    BatchReceipt matterAccount() {
        return receipt(Optional.empty(), Optional.empty());
    }

    BatchReceipt receipt() {
        return receipt(Optional.of("7001"), Optional.empty());
    }

    private BatchReceipt receipt(Optional<String> invoice, Optional<String> trustLedger) {
        return new BatchReceipt(List.of(new BatchLine(
                key,
                key,
                "pst_" + key,
                1,
                kind,
                1,
                0,
                Optional.empty(),
                Optional.empty(),
                LocalDate.of(2026, 11, 2),
                LocalDate.of(2026, 11, 3),
                "OPER-1",
                Optional.of("PMT"),
                Optional.empty(),
                Optional.ofNullable(reference),
                "pay-" + key,
                Optional.of("CARD"),
                Optional.ofNullable(payor),
                Optional.of("10023"),
                Optional.of(matterNumber),
                Optional.of("M1"),
                invoice,
                invoice.map(number -> "I1"),
                trustLedger,
                Optional.of("ClientPay Payment"),
                Optional.of("USD"),
                new BigDecimal(amount),
                new BigDecimal(amount),
                original)));
    }
}
