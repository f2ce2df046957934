package com.clientpay.connect.posting;

import com.clientpay.connect.http.Json;
import com.clientpay.connect.http.JsonObject;
import com.clientpay.connect.http.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads the body of {@code POST /v1/postings}. A blank optional text counts as absent: the money has moved, and an empty
 * reference is no reason not to record it.
 */
final class PostingReader {
    private static final int NAME_LENGTH = 200;
    private static final int EMAIL_LENGTH = 254;
    private static final int REFERENCE_LENGTH = 200;
    private static final int MESSAGE_LENGTH = 500;
    private static final int CODE_LENGTH = 64;
    private static final int MAXIMUM_FIELDS = 50;
    private static final int FIELD_LENGTH = 500;
    /** Of the fields together, as the JSON they are kept as. */
    private static final int FIELDS_LENGTH = 4000;

    private static final Pattern EMAIL = Pattern.compile(".+@.+", Pattern.DOTALL);
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private final JsonObject body;
    private final Optional<String> paymentId;
    private final Optional<String> merchantAccountId;
    private final Optional<BigDecimal> amount;
    private final Optional<LocalDate> paymentDate;
    private final Optional<Payer> payer;
    private final Optional<PaymentMethod> method;
    private final Optional<String> reference;
    private final Optional<String> arMessage;
    private final Optional<String> ledgerCode;
    private final Optional<String> transactionType;
    private final Optional<String> bankAccountId;
    private final Optional<String> currency;
    private final SortedMap<String, String> fields;
    private final List<Allocation> allocations;

    PostingReader(JsonObject body) {
        this.body = body;
        paymentId = body.required("paymentId", body.id("paymentId"));
        merchantAccountId = body.required("merchantAccountId", body.id("merchantAccountId"));
        amount = body.required("amount", body.positiveMoney("amount"));
        paymentDate = body.required("paymentDate", body.date("paymentDate"));
        payer = body.object("payer").flatMap(PostingReader::payer);
        method = body.oneOf("method", PaymentMethod.class);
        reference = optional(body, "reference", REFERENCE_LENGTH);
        arMessage = optional(body, "arMessage", MESSAGE_LENGTH);
        ledgerCode = optional(body, "ledgerCode", CODE_LENGTH);
        transactionType = optional(body, "transactionType", CODE_LENGTH);
        bankAccountId = optional(body, "bankAccountId", CODE_LENGTH);
        currency = body.text("currency", 3, 3)
                .flatMap(code -> CURRENCY.matcher(code).matches()
                        ? Optional.of(code)
                        : body.wrong("currency", "must be an ISO 4217 code such as \"USD\""));
        fields = fields(body);
        allocations = AllocationReader.read(body).orElse(List.of());
    }

    /** The payment's id, if that can be read, however wrong the rest is. */
    Optional<String> paymentId() {
        return paymentId;
    }

    /** Whether {@link #request} will answer. */
    boolean isRight() {
        return body.isRight();
    }

    /** @throws ProblemException 422 with every wrong place, if there is one */
    PostingRequest request() {
        body.check();
        return new PostingRequest(
                paymentId.orElseThrow(),
                merchantAccountId.orElseThrow(),
                amount.orElseThrow(),
                paymentDate.orElseThrow(),
                payer,
                method,
                reference,
                arMessage,
                ledgerCode,
                transactionType,
                bankAccountId,
                currency,
                fields,
                allocations);
    }

    private static Optional<Payer> payer(JsonObject payer) {
        Optional<String> name = payer.required("name", payer.text("name", 1, NAME_LENGTH));
        Optional<String> email = optional(payer, "email", EMAIL_LENGTH)
                .flatMap(text -> EMAIL.matcher(text).matches()
                        ? Optional.of(text)
                        : payer.wrong("email", "must be an e-mail address"));
        return name.map(n -> new Payer(n, email));
    }

    private static SortedMap<String, String> fields(JsonObject body) {
        SortedMap<String, String> fields = new TreeMap<>();
        body.textMap("fields", MAXIMUM_FIELDS, FIELD_LENGTH).ifPresent(fields::putAll);
        if (Json.text(fields).length() > FIELDS_LENGTH) {
            body.wrong("fields", "must have at most " + FIELDS_LENGTH + " characters together");
        }
        return Collections.unmodifiableSortedMap(fields);
    }

    private static Optional<String> optional(JsonObject object, String name, int maximum) {
        return object.text(name, 0, maximum).filter(text -> !text.isBlank());
    }
}
