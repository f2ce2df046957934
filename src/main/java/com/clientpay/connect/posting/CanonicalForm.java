package com.clientpay.connect.posting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The one text that equal requests have, whatever their JSON looked like: it tells a replay from a reuse of its key. One
 * line for each value: its name and, when it is there, its length and itself, so that no value can pass for another. A value
 * that is recorded shortened or not at all counts as it was sent.
 * Fields are in the order of their names, allocations in the order sent.
 *
 * <p>Its hash is kept with every posting, so a change of the form is a new {@link #VERSION}.
 */
final class CanonicalForm {
    /** Kept beside the hash: hashes of different versions are not comparable. */
    static final int VERSION = 1;

    private static final String FIELDS = "fields/";

    private final StringBuilder text = new StringBuilder();

    private CanonicalForm() {}

    static String of(PostingRequest request) {
        Adjustments sent = request.adjustments();
        CanonicalForm form = new CanonicalForm();
        form.value("form", "posting-" + VERSION);
        form.value("paymentId", request.paymentId());
        form.value("merchantAccountId", request.merchantAccountId());
        form.value("amount", request.amount().toPlainString());
        form.value("paymentDate", request.paymentDate().toString());
        form.optional("payer.name", sent.sent("payer/name", request.payer().map(Payer::name)));
        form.optional("payer.email", sent.sent("payer/email", request.payer().flatMap(Payer::email)));
        form.optional("method", sent.sent("method", request.method().map(PaymentMethod::name)));
        form.optional("reference", sent.sent("reference", request.reference()));
        form.optional("arMessage", sent.sent("arMessage", request.arMessage()));
        form.optional("ledgerCode", sent.sent("ledgerCode", request.ledgerCode()));
        form.optional("transactionType", sent.sent("transactionType", request.transactionType()));
        form.optional("bankAccountId", sent.sent("bankAccountId", request.bankAccountId()));
        form.optional("currency", sent.sent("currency", request.currency()));
        form.fields(request);
        form.allocations(request.allocations());
        return form.text.toString();
    }

    /** The SHA-256 of the form's UTF-8 bytes, lower-case hexadecimal. */
    static String hash(PostingRequest request) {
        try {
            byte[] bytes = of(request).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }

    private void fields(PostingRequest request) {
        SortedMap<String, String> fields = new TreeMap<>(request.fields());
        request.adjustments().originals().forEach((place, sent) -> {
            if (place.startsWith(FIELDS)) {
                fields.put(place.substring(FIELDS.length()), sent);
            }
        });
        value("fields", String.valueOf(fields.size()));
        fields.forEach((name, sent) -> {
            value("name", name);
            value("value", sent);
        });
    }

    private void allocations(List<Allocation> allocations) {
        value("allocations", String.valueOf(allocations.size()));
        for (Allocation allocation : allocations) {
            optional("invoiceId", allocation.invoiceId());
            optional("trustLedgerId", allocation.trustLedgerId());
            optional("matterId", allocation.matterId());
            optional("invoiceNumber", allocation.invoiceNumber());
            value("amount", allocation.amount().toPlainString());
        }
    }

    private void optional(String name, Optional<String> value) {
        value.ifPresentOrElse(v -> value(name, v), () -> text.append(name).append('\n'));
    }

    private void value(String name, String value) {
        text.append(name)
                .append(' ')
                .append(value.length())
                .append(' ')
                .append(value)
                .append('\n');
    }
}
