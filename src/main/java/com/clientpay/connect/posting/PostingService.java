package com.clientpay.connect.posting;

import static com.clientpay.connect.database.Contract.FIND_POSTING;
import static com.clientpay.connect.database.Contract.RESOLVE_POSTING;

import com.clientpay.connect.audit.AuditLog;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.DatabaseException;
import com.clientpay.connect.database.OutcomeUnknownException;
import com.clientpay.connect.database.Row;
import com.clientpay.connect.http.Problem;
import com.clientpay.connect.http.ProblemException;
import com.clientpay.connect.posting.PostingFinisher.Due;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records payments: first the record, in a transaction of its own, then what is due with it, which {@link
 * PostingFinisher} does. Once the record is committed the answer is the posting, whatever became of the second step.
 */
public final class PostingService {
    private static final Logger log = LoggerFactory.getLogger(PostingService.class);

    /** @param replayed whether this key had recorded it before */
    record Submitted(Posting posting, boolean replayed) {}

    /** What {@code POST /v1/postings/check} answers. */
    record Checked(PostingStatus wouldBe, List<Reason> reasons) {}

    private enum Finding {
        KEY_FOUND,
        PAYMENT_RECORDED,
        NONE
    }

    private record Found(Finding outcome, Optional<String> postingId) {
        static Found read(Row row) {
            return new Found(row.oneOf(Finding.class, "Outcome"), row.optionalText("PostingId"));
        }
    }

    private final Database database;
    private final Clock clock;
    private final FirmCalendar calendar;
    private final FirmDatabase firm;
    private final PostingFinisher finisher;

    public PostingService(
            Database database, Clock clock, FirmCalendar calendar, FirmDatabase firm, PostingFinisher finisher) {
        this.database = database;
        this.clock = clock;
        this.calendar = calendar;
        this.firm = firm;
        this.finisher = finisher;
    }

    /**
     * Records a payment and does what is due with it; a replay finishes what was interrupted.
     *
     * @param body of the request; a wrong one is refused only after its key and payment were looked up
     * @throws ProblemException 422 {@code idempotency-key-reused}, 409 {@code payment-already-recorded}, 422 for a wrong
     *     body, 503 {@code other-database}, {@code
     *     durability-delayed} or {@code mapping-not-signed-off}; the key is not used up
     * @throws DatabaseException unless it is certain that the payment is recorded
     */
    Submitted submit(String key, PostingReader body, String actor) {
        firm.requirePostable();
        if (!body.isRight()) {
            refuseKnown(key, body.paymentId());
        }
        PostingRequest request = body.request();
        Instant now = clock.instant();
        String newId = PostingIds.next(now);
        Recorded recorded =
                database.transaction(transaction -> Recorded.by(transaction, newId, key, request, actor, now));
        switch (recorded.outcome()) {
            case KEY_REUSED -> throw PostingProblems.keyReused().asException();
            case PAYMENT_RECORDED ->
                throw PostingProblems.paymentRecorded(request.paymentId(), recorded.postingId())
                        .asException();
            case CREATED -> AuditLog.write(actor, "posting-recorded", recorded.postingId(), detail(request));
            case REPLAYED -> log.debug("Posting {} is asked for again.", recorded.postingId());
        }
        return new Submitted(finished(recorded, actor), recorded.outcome() == Recorded.Outcome.REPLAYED);
    }

    /**
     * What {@link #submit} would make of it, by the same procedures, rolled back.
     *
     * @throws ProblemException as {@link #submit}: what would be refused is refused
     */
    Checked check(PostingReader body, String actor) {
        firm.requirePostable();
        PostingRequest request = body.request();
        Instant now = clock.instant();
        LocalDate today = calendar.day(now);
        boolean batches = firm.takesBatches();
        String newId = PostingIds.next(now);
        return database.transaction(transaction -> {
            transaction.rollBack();
            Recorded recorded = Recorded.by(transaction, newId, newId, request, actor, now);
            if (recorded.outcome() != Recorded.Outcome.CREATED) {
                throw PostingProblems.paymentRecorded(request.paymentId(), recorded.postingId())
                        .asException();
            }
            if (request.adjustments().reason().isEmpty()) {
                transaction.one(RESOLVE_POSTING, MoveOutcome::read, newId, today, actor, now);
            }
            Posting posting = PostingRows.find(transaction, newId).orElseThrow();
            boolean wouldPost =
                    posting.status() == PostingStatus.PENDING && recorded.due().equals(Optional.of(Due.POST));
            PostingStatus posted = batches ? PostingStatus.QUEUED : PostingStatus.POSTED;
            return new Checked(wouldPost ? posted : posting.status(), posting.reasons());
        });
    }

    /** @throws ProblemException 404 when there is none */
    Posting get(String id) {
        return PostingRows.find(database, id)
                .orElseThrow(() -> Problem.notFound("posting", id).asException());
    }

    /** Values of the payer are not named here, only that they were cut. */
    private static String detail(PostingRequest request) {
        List<String> altered = request.adjustments().altered();
        return "payment=" + request.paymentId() + (altered.isEmpty() ? "" : " altered=" + String.join(",", altered));
    }

    /** A key or a payment that is known says more than what is wrong with the body. */
    private void refuseKnown(String key, Optional<String> paymentId) {
        Found found = database.one(FIND_POSTING, Found::read, key, paymentId);
        switch (found.outcome()) {
            case KEY_FOUND -> throw PostingProblems.keyReused().asException();
            case PAYMENT_RECORDED ->
                throw PostingProblems.paymentRecorded(
                                paymentId.orElseThrow(), found.postingId().orElseThrow())
                        .asException();
            case NONE -> log.debug("Neither the key nor the payment of a wrong request is known.");
        }
    }

    private Posting finished(Recorded recorded, String actor) {
        String id = recorded.postingId();
        if (recorded.due().isEmpty()) {
            return get(id);
        }
        try {
            return finisher.finish(id, recorded.due().get(), actor).posting().orElseThrow();
        } catch (DatabaseException e) {
            log.warn("Posting {} is recorded and will be finished later: {}", id, e.getMessage());
            return asRecorded(id);
        }
    }

    private Posting asRecorded(String id) {
        try {
            return get(id);
        } catch (DatabaseException e) {
            throw new OutcomeUnknownException("Posting " + id + " is recorded but cannot be read.", e);
        }
    }
}
