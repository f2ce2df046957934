package com.clientpay.connect.posting;

import static com.clientpay.connect.database.Contract.ADD_ALLOCATION;
import static com.clientpay.connect.database.Contract.REFUSE_POSTING;
import static com.clientpay.connect.database.Contract.SUBMIT_POSTING;

import com.clientpay.connect.database.Row;
import com.clientpay.connect.database.Transaction;
import com.clientpay.connect.http.Json;
import com.clientpay.connect.posting.PostingFinisher.Due;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of recording a payment.
 *
 * @param postingId the posting of that key or payment, new or not
 * @param due what is still to be done with it
 */
record Recorded(Outcome outcome, String postingId, Optional<Due> due) {
    private static final String VALUE_UNUSABLE = "value-unusable";

    enum Outcome {
        CREATED,
        /** This key, this body. */
        REPLAYED,
        /** This key, another body. */
        KEY_REUSED,
        /** This payment, another key. */
        PAYMENT_RECORDED
    }

    /**
     * Records the payment with its allocations, unless its key or itself is recorded already. With a value that could not be
     * used it is INCOMPLETE at once, and nothing is due: somebody has to look at it.
     *
     * @param newId the posting's id if it is new
     */
    static Recorded by(
            Transaction transaction, String newId, String key, PostingRequest request, String actor, Instant now) {
        Recorded recorded = transaction.one(
                SUBMIT_POSTING,
                Recorded::read,
                newId,
                key,
                CanonicalForm.hash(request),
                CanonicalForm.VERSION,
                request.paymentId(),
                request.merchantAccountId(),
                request.amount(),
                request.currency(),
                request.paymentDate(),
                request.payer().map(Payer::name),
                request.payer().flatMap(Payer::email),
                request.method(),
                request.reference(),
                request.arMessage(),
                request.ledgerCode(),
                request.transactionType(),
                request.bankAccountId(),
                request.fields().isEmpty() ? null : Json.text(request.fields()),
                actor,
                now);
        if (recorded.outcome() != Outcome.CREATED) {
            return recorded;
        }
        addAllocations(transaction, newId, request.allocations());
        Optional<String> reason = request.adjustments().reason();
        if (reason.isEmpty()) {
            return recorded;
        }
        transaction.one(
                REFUSE_POSTING, MoveOutcome::read, newId, VALUE_UNUSABLE, reason.get(), Optional.empty(), actor, now);
        return new Recorded(recorded.outcome(), newId, Optional.empty());
    }

    /** Adds them to a posting that has none. */
    static void addAllocations(Transaction transaction, String postingId, List<Allocation> allocations) {
        List<Object[]> calls = new ArrayList<>();
        for (Allocation allocation : allocations) {
            calls.add(new Object[] {
                postingId,
                calls.size(),
                allocation.invoiceId(),
                allocation.invoiceNumber(),
                allocation.trustLedgerId(),
                allocation.matterId(),
                allocation.amount()
            });
        }
        transaction.batch(ADD_ALLOCATION, calls);
    }

    private static Recorded read(Row row) {
        return new Recorded(
                row.oneOf(Outcome.class, "Outcome"),
                row.text("PostingId"),
                row.optionalText("Due").map(due -> row.oneOf(Due.class, "Due")));
    }
}
