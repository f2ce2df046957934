package com.clientpay.connect.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A payment as the portal sends it. Each method answers a changed copy. */
public record Payment(
        String key,
        String paymentId,
        String merchantAccountId,
        BigDecimal amount,
        LocalDate date,
        Optional<String> currency,
        Optional<String> ledgerCode,
        Optional<String> transactionType,
        Optional<String> bankAccountId,
        List<Part> parts) {

    /** The day on which the tests take place. */
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    /** One allocation; exactly one target is there. */
    public record Part(
            Optional<String> invoiceId,
            Optional<String> invoiceNumber,
            Optional<String> trustLedgerId,
            Optional<String> matterId,
            BigDecimal amount) {}

    /** Operating money of today, under a key and payment id made of the name. */
    public static Payment of(String name, String amount) {
        return new Payment(
                "key-" + name,
                "pay-" + name,
                "operating",
                new BigDecimal(amount),
                TODAY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** As {@link #of}, all of it for one invoice. */
    public static Payment ofInvoice(String name, String invoiceId, String amount) {
        return of(name, amount).invoice(invoiceId, amount);
    }

    /** Trust money. */
    public static Payment ofTrust(String name, String amount) {
        return of(name, amount).merchantAccount("trust");
    }

    public Payment key(String newKey) {
        return new Payment(
                newKey,
                paymentId,
                merchantAccountId,
                amount,
                date,
                currency,
                ledgerCode,
                transactionType,
                bankAccountId,
                parts);
    }

    public Payment paymentId(String newId) {
        return new Payment(
                key,
                newId,
                merchantAccountId,
                amount,
                date,
                currency,
                ledgerCode,
                transactionType,
                bankAccountId,
                parts);
    }

    public Payment merchantAccount(String id) {
        return new Payment(
                key, paymentId, id, amount, date, currency, ledgerCode, transactionType, bankAccountId, parts);
    }

    public Payment date(LocalDate newDate) {
        return new Payment(
                key,
                paymentId,
                merchantAccountId,
                amount,
                newDate,
                currency,
                ledgerCode,
                transactionType,
                bankAccountId,
                parts);
    }

    public Payment currency(String code) {
        return new Payment(
                key,
                paymentId,
                merchantAccountId,
                amount,
                date,
                Optional.of(code),
                ledgerCode,
                transactionType,
                bankAccountId,
                parts);
    }

    public Payment ledgerCode(String code) {
        return new Payment(
                key,
                paymentId,
                merchantAccountId,
                amount,
                date,
                currency,
                Optional.of(code),
                transactionType,
                bankAccountId,
                parts);
    }

    public Payment transactionType(String code) {
        return new Payment(
                key,
                paymentId,
                merchantAccountId,
                amount,
                date,
                currency,
                ledgerCode,
                Optional.of(code),
                bankAccountId,
                parts);
    }

    public Payment bankAccount(String id) {
        return new Payment(
                key,
                paymentId,
                merchantAccountId,
                amount,
                date,
                currency,
                ledgerCode,
                transactionType,
                Optional.of(id),
                parts);
    }

    public Payment invoice(String id, String part) {
        return with(
                new Part(Optional.of(id), Optional.empty(), Optional.empty(), Optional.empty(), new BigDecimal(part)));
    }

    public Payment invoiceNumber(String number, String part) {
        return with(new Part(
                Optional.empty(), Optional.of(number), Optional.empty(), Optional.empty(), new BigDecimal(part)));
    }

    public Payment trustLedger(String id, String part) {
        return with(
                new Part(Optional.empty(), Optional.empty(), Optional.of(id), Optional.empty(), new BigDecimal(part)));
    }

    public Payment matter(String id, String part) {
        return with(
                new Part(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(id), new BigDecimal(part)));
    }

    private Payment with(Part part) {
        List<Part> more = new ArrayList<>(parts);
        more.add(part);
        return new Payment(
                key,
                paymentId,
                merchantAccountId,
                amount,
                date,
                currency,
                ledgerCode,
                transactionType,
                bankAccountId,
                more);
    }

    /** Stands for the body's hash: equal for equal bodies. The key is not part of the body. */
    String bodyHash() {
        return Integer.toHexString(key("").hashCode());
    }
}
