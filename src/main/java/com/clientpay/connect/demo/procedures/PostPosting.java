package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import com.clientpay.connect.demo.procedures.PostingRow.Terms;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * {@code clientpay.PostPosting}: writes a posting into the firm's books, unless something speaks against it.
 *
 * <p>In this order: the posting's row is locked, then its targets; then it is resolved with nobody in between, so that
 * the balances it is compared with are those it will change. The hook ApplyPosting writes into the firm's tables; what
 * it refuses is answered as REFUSED, and the caller rolls everything back.
 */
public final class PostPosting {
    private PostPosting() {}

    public static ResultSet call(
            Connection connection,
            String postingId,
            Long expectedVersion,
            LocalDate bookDate,
            LocalDate today,
            String actor,
            LocalDateTime now)
            throws SQLException {
        return Move.answer(
                connection,
                Contract.POST_POSTING,
                postingId,
                expectedVersion,
                Status.OPEN,
                Status.DELIVERED,
                posting -> post(connection, posting, bookDate, today, actor, now));
    }

    private static Move post(
            Connection connection,
            PostingRow posting,
            LocalDate givenBookDate,
            LocalDate today,
            String actor,
            LocalDateTime now)
            throws SQLException {
        Settings settings = Settings.read(connection);
        Resolution resolution = resolveLocked(connection, posting, settings, today);
        if (!resolution.reasons().isEmpty()) {
            return ResolvedPosting.save(connection, posting, resolution, now, actor);
        }
        LocalDate bookDate =
                givenBookDate != null ? givenBookDate : settings.usePostedDate() ? today : posting.paymentDate();
        Allocation.saveTargets(connection, posting.id(), resolution.before(), resolution.allocations());
        Reason.replace(connection, posting.id(), List.of());
        PostingRow termed = withTerms(connection, posting, resolution.terms(), now);

        Hook.Answer answer = Hook.APPLY.call(connection, posting.id(), bookDate, now);
        if (answer.refusal().isPresent()) {
            return Move.refused(posting.status(), answer.refusal().get());
        }
        String status = answer.isQueued() ? Status.QUEUED : Status.POSTED;
        if (!answer.isQueued()) {
            Effects.post(connection, termed, bookDate, answer.receipt(), now);
        }
        termed.change(connection, termed.with(termed.state().booked(status, bookDate, answer.receipt())), now);
        Events.add(
                connection,
                posting.id(),
                now,
                actor,
                answer.isQueued() ? Events.QUEUED : Events.POSTED,
                Events.joined(resolution.notes()));
        return Move.done(status);
    }

    /**
     * Targets are known only after resolving, and final only when they are locked: resolves until both agree, first with
     * those locked that were sent by their id.
     */
    private static Resolution resolveLocked(
            Connection connection, PostingRow posting, Settings settings, LocalDate today) throws SQLException {
        List<Allocation> allocations = Allocation.read(connection, posting.id());
        TargetLocks locks = new TargetLocks(connection);
        locks.take(Allocation.expectedTargets(allocations));
        Resolution resolution;
        do {
            resolution = Resolution.of(connection, posting, allocations, settings, today);
        } while (locks.take(resolution.targets()));
        return resolution;
    }

    /** The hook reads the terms from the table. */
    private static PostingRow withTerms(Connection connection, PostingRow posting, Terms terms, LocalDateTime now)
            throws SQLException {
        return terms.equals(posting.terms()) ? posting : posting.change(connection, posting.with(terms), now);
    }
}
