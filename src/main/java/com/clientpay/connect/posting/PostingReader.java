package com.clientpay.connect.posting;

import com.clientpay.connect.http.JsonObject;
import com.clientpay.connect.http.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Reads the body of {@code POST /v1/postings}: what a payment must have strictly, what it may have by {@link
 * OptionalValues}.
 */
final class PostingReader {
    private static final int NAME_LENGTH = 200;
    private static final int EMAIL_LENGTH = 254;
    private static final int REFERENCE_LENGTH = 200;
    private static final int MESSAGE_LENGTH = 500;
    private static final int CODE_LENGTH = 64;
    private static final int MAXIMUM_FIELDS = 50;
    private static final int FIELD_LENGTH = 500;
    private static final int FIELDS_LENGTH = 4000;

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
    private final Adjustments adjustments;
    private final List<Allocation> allocations;

    PostingReader(JsonObject body) {
        this.body = body;
        paymentId = body.required("paymentId", body.id("paymentId"));
        merchantAccountId = body.required("merchantAccountId", body.id("merchantAccountId"));
        amount = body.required("amount", body.positiveMoney("amount"));
        paymentDate = body.required("paymentDate", body.date("paymentDate"));
        OptionalValues values = new OptionalValues();
        payer = body.object("payer").flatMap(object -> values.payer(object, NAME_LENGTH, EMAIL_LENGTH));
        method = values.method(body, "method");
        reference = values.text(body, "reference", REFERENCE_LENGTH);
        arMessage = values.text(body, "arMessage", MESSAGE_LENGTH);
        ledgerCode = values.code(body, "ledgerCode", CODE_LENGTH);
        transactionType = values.code(body, "transactionType", CODE_LENGTH);
        bankAccountId = values.code(body, "bankAccountId", CODE_LENGTH);
        currency = values.currency(body, "currency");
        fields = values.fields(body, "fields", MAXIMUM_FIELDS, FIELD_LENGTH, FIELDS_LENGTH);
        adjustments = values.adjustments();
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
                allocations,
                adjustments);
    }
}
