package com.clientpay.connect.posting;

import static com.clientpay.connect.database.Contract.POST_POSTING;
import static com.clientpay.connect.database.Contract.REFUSE_POSTING;
import static com.clientpay.connect.database.Contract.RESOLVE_POSTING;

import com.clientpay.connect.audit.AuditLog;
import com.clientpay.connect.database.ContractBrokenException;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.ProcedureException;
import com.clientpay.connect.database.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The second step of a posting: what is recorded is taken into the books, in a transaction of its own.
 *
 * <p>Whatever the books answer, the record stays. When they refuse, or fail in any way that is not the connection's or a
 * lock's, everything of this step is rolled back and the refusal is recorded in a third transaction. When the database is
 * away or busy nothing is written: the posting stays due, and its caller's retry or {@link DuePostings} finishes it.
 *
 * <p>May run for one posting on several threads and connectors at once: the procedures compare and set.
 */
public final class PostingFinisher {
    private static final Logger log = LoggerFactory.getLogger(PostingFinisher.class);
    private static final String BOOKS_REFUSED = "books-refused";
    /** What a reason's detail can hold. */
    private static final int DETAIL_LENGTH = 1000;

    /** What is still to be done with a recorded posting. */
    enum Due {
        /** Resolve and post it. */
        POST,
        /** Resolve it only. */
        RESOLVE
    }

    private record Refusal(String code, String detail, Optional<Long> allocation) {}

    private final Database database;
    private final Clock clock;
    private final FirmCalendar calendar;

    public PostingFinisher(Database database, Clock clock, FirmCalendar calendar) {
        this.database = database;
        this.clock = clock;
        this.calendar = calendar;
    }

    /** Does what is due. Whatever the outcome, the posting is as it stands after it. */
    Moved finish(String id, Due due, String actor) {
        return due == Due.POST ? post(id, Optional.empty(), Optional.empty(), actor) : resolve(id, actor);
    }

    /**
     * Posts it into the books.
     *
     * @param version the row's version expected; empty: any
     * @param bookDate empty: the payment date or, with use posted date, the firm's day now
     */
    Moved post(String id, Optional<Long> version, Optional<LocalDate> bookDate, String actor) {
        Instant now = clock.instant();
        LocalDate today = calendar.day(now);
        return step(
                id,
                actor,
                transaction ->
                        transaction.one(POST_POSTING, MoveOutcome::read, id, version, bookDate, today, actor, now));
    }

    private Moved resolve(String id, String actor) {
        Instant now = clock.instant();
        LocalDate today = calendar.day(now);
        return step(
                id, actor, transaction -> transaction.one(RESOLVE_POSTING, MoveOutcome::read, id, today, actor, now));
    }

    private Moved step(String id, String actor, Function<Transaction, MoveOutcome> procedure) {
        Moved moved;
        try {
            moved = database.transaction(transaction -> {
                MoveOutcome outcome = procedure.apply(transaction);
                if (outcome.isRefused()) {
                    transaction.rollBack();
                    return new Moved(outcome, Optional.empty());
                }
                return new Moved(outcome, PostingRows.find(transaction, id));
            });
        } catch (ProcedureException e) {
            log.warn("Posting {}: {}", id, e.getMessage());
            moved = refuse(id, failed(e), actor);
        } catch (ContractBrokenException e) {
            log.error("Posting {}: {}", id, e.getMessage());
            moved = refuse(id, broken(), actor);
        }
        if (moved.outcome().isRefused()) {
            moved = refuse(id, refused(moved.outcome()), actor);
        }
        audit(moved, actor);
        return moved;
    }

    private Moved refuse(String id, Refusal refusal, String actor) {
        Instant now = clock.instant();
        return database.transaction(transaction -> new Moved(
                transaction.one(
                        REFUSE_POSTING,
                        MoveOutcome::read,
                        id,
                        refusal.code(),
                        refusal.detail(),
                        refusal.allocation(),
                        actor,
                        now),
                PostingRows.find(transaction, id)));
    }

    private static Refusal refused(MoveOutcome outcome) {
        return new Refusal(
                outcome.code().orElse(BOOKS_REFUSED),
                outcome.detail().map(PostingFinisher::shortened).orElse("The books refused it without saying why."),
                outcome.allocation());
    }

    private static String shortened(String detail) {
        return detail.length() <= DETAIL_LENGTH ? detail : detail.substring(0, DETAIL_LENGTH - 1) + "…";
    }

    /** The number only, here and in the log: the error's text may quote a payer's data. */
    private static Refusal failed(ProcedureException e) {
        return new Refusal(
                BOOKS_REFUSED,
                "The books refused it with error " + e.number()
                        + ". Ask the firm's IT what that error means, then post it again.",
                Optional.empty());
    }

    private static Refusal broken() {
        return new Refusal(
                BOOKS_REFUSED,
                "The firm's posting procedure answered in a way that the connector does not know."
                        + " Ask the firm's IT to run connect check, then post it again.",
                Optional.empty());
    }

    private static void audit(Moved moved, String actor) {
        if (moved.outcome().isDone()) {
            moved.posting()
                    .ifPresent(posting -> AuditLog.write(
                            actor,
                            "posting-" + posting.status().name().toLowerCase(Locale.ROOT),
                            posting.id(),
                            "version=" + posting.version()));
        }
    }
}
