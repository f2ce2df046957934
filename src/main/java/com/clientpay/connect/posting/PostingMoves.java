package com.clientpay.connect.posting;

import static com.clientpay.connect.database.Contract.REALLOCATE_POSTING;
import static com.clientpay.connect.database.Contract.REMOVE_POSTING;
import static com.clientpay.connect.database.Contract.REOPEN_POSTING;
import static com.clientpay.connect.database.Contract.RESOLVE_POSTING;
import static com.clientpay.connect.database.Contract.REVERSE_POSTING;

import com.clientpay.connect.audit.AuditLog;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.ProcedureException;
import com.clientpay.connect.database.Transaction;
import com.clientpay.connect.http.Problem;
import com.clientpay.connect.http.ProblemException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The moves that people make with a posting. Each compares and sets status and version in one statement of its procedure;
 * a repeated move answers the posting and writes nothing.
 *
 * <p>Every move throws {@link ProblemException}: 404 without such a posting, 412 when it has another version than the one
 * expected (empty: any), 409 {@code move-not-allowed} from its status, 503 {@code other-database}, {@code
 * durability-delayed} or {@code mapping-not-signed-off}.
 */
public final class PostingMoves {

    /**
     * How a posting is to be reversed.
     *
     * @param date its book date; empty: the firm's day now
     * @param outside the books were reversed by hand and are not touched
     * @param amount must be the posting's, if given
     */
    record Reversal(
            ReversalReason reason,
            Optional<LocalDate> date,
            Optional<String> note,
            boolean outside,
            Optional<BigDecimal> amount) {}

    private final Database database;
    private final Clock clock;
    private final FirmCalendar calendar;
    private final FirmDatabase firm;
    private final PostingFinisher finisher;

    public PostingMoves(
            Database database, Clock clock, FirmCalendar calendar, FirmDatabase firm, PostingFinisher finisher) {
        this.database = database;
        this.clock = clock;
        this.calendar = calendar;
        this.firm = firm;
        this.finisher = finisher;
    }

    /** Resolves it again and posts it; what the books refuse makes it INCOMPLETE with the reason. */
    Posting post(String id, Optional<Long> version, Optional<LocalDate> bookDate, String actor) {
        firm.requirePostable();
        return moved(PostingMove.POST, id, finisher.post(id, version, bookDate, actor));
    }

    /** Replaces the allocations and resolves them; never posts. */
    Posting reallocate(String id, Optional<Long> version, List<Allocation> allocations, String actor) {
        Instant now = clock.instant();
        return move(PostingMove.ALLOCATIONS, id, actor, transaction -> {
            MoveOutcome outcome = transaction.one(REALLOCATE_POSTING, MoveOutcome::read, id, version, actor, now);
            if (outcome.isDone()) {
                Recorded.addAllocations(transaction, id, allocations);
                resolve(transaction, id, actor, now);
            }
            return outcome;
        });
    }

    /** It was handled outside and will not be posted. */
    Posting remove(String id, Optional<Long> version, String note, String actor) {
        Instant now = clock.instant();
        return move(
                PostingMove.REMOVE,
                id,
                actor,
                transaction -> transaction.one(REMOVE_POSTING, MoveOutcome::read, id, version, note, actor, now));
    }

    /** @throws ProblemException also 422 {@code partial-reversal-unsupported}, or 409 with the books' own refusal */
    Posting reverse(String id, Optional<Long> version, Reversal reversal, String actor) {
        Instant now = clock.instant();
        LocalDate date = reversal.date().orElseGet(() -> calendar.day(now));
        try {
            return move(PostingMove.REVERSE, id, actor, transaction -> {
                reversal.amount().ifPresent(amount -> requireWhole(transaction, id, amount));
                return transaction.one(
                        REVERSE_POSTING,
                        MoveOutcome::read,
                        id,
                        version,
                        reversal.reason(),
                        date,
                        reversal.note(),
                        reversal.outside(),
                        actor,
                        now);
            });
        } catch (ProcedureException e) {
            throw PostingProblems.reversalFailed(e.number()).asException();
        }
    }

    /** Takes a removed one, or one reversed for a correction, back to where it can be posted: a further attempt. */
    Posting reopen(String id, Optional<Long> version, String note, String actor) {
        Instant now = clock.instant();
        return move(PostingMove.REOPEN, id, actor, transaction -> {
            MoveOutcome outcome = transaction.one(REOPEN_POSTING, MoveOutcome::read, id, version, note, actor, now);
            if (outcome.isDone()) {
                resolve(transaction, id, actor, now);
            }
            return outcome;
        });
    }

    private void resolve(Transaction transaction, String id, String actor, Instant now) {
        transaction.one(RESOLVE_POSTING, MoveOutcome::read, id, calendar.day(now), actor, now);
    }

    private static void requireWhole(Transaction transaction, String id, BigDecimal amount) {
        PostingRows.find(transaction, id).map(Posting::amount).ifPresent(whole -> {
            if (whole.compareTo(amount) != 0) {
                throw PostingProblems.partialReversal(whole.toPlainString()).asException();
            }
        });
    }

    private Posting move(PostingMove move, String id, String actor, Function<Transaction, MoveOutcome> procedures) {
        firm.requirePostable();
        Moved moved = database.transaction(transaction -> {
            MoveOutcome outcome = procedures.apply(transaction);
            if (outcome.isRefused()) {
                transaction.rollBack();
            }
            return new Moved(outcome, PostingRows.find(transaction, id));
        });
        Posting posting = moved(move, id, moved);
        if (moved.outcome().isDone()) {
            AuditLog.write(
                    actor,
                    "posting-" + move.done(),
                    id,
                    "status=" + posting.status() + " version=" + posting.version());
        }
        return posting;
    }

    private static Posting moved(PostingMove move, String id, Moved moved) {
        MoveOutcome outcome = moved.outcome();
        return switch (outcome.kind()) {
            case DONE, UNCHANGED -> moved.posting().orElseThrow();
            case NOT_FOUND -> throw Problem.notFound("posting", id).asException();
            case CHANGED_MEANWHILE -> throw Problem.changedMeanwhile().asException();
            case NOT_ALLOWED -> throw notAllowed(move, moved.posting().orElseThrow());
            case REFUSED ->
                throw PostingProblems.reversalRefused(outcome.code(), outcome.detail())
                        .asException();
        };
    }

    private static ProblemException notAllowed(PostingMove move, Posting posting) {
        return PostingProblems.moveNotAllowed(move, posting.status(), PostingMove.allowedFrom(posting))
                .asException();
    }
}
