package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * {@code clientpay.ReversePosting}: takes a posted posting out of the books by a second entry; or, when the books were
 * reversed by hand, only says so.
 */
public final class ReversePosting {
    private ReversePosting() {}

    public static ResultSet call(
            Connection connection,
            String postingId,
            Long expectedVersion,
            String reason,
            LocalDate bookDate,
            String note,
            Boolean outside,
            String actor,
            LocalDateTime now)
            throws SQLException {
        return Move.answer(
                connection,
                Contract.REVERSE_POSTING,
                postingId,
                expectedVersion,
                Set.of(Status.POSTED),
                Set.of(Status.REVERSING, Status.REVERSED),
                posting ->
                        reverse(connection, posting, reason, bookDate, note, Boolean.TRUE.equals(outside), actor, now));
    }

    private static Move reverse(
            Connection connection,
            PostingRow posting,
            String reason,
            LocalDate bookDate,
            String note,
            boolean outside,
            String actor,
            LocalDateTime now)
            throws SQLException {
        boolean queued = false;
        String receipt = null;
        if (!outside) {
            List<Target> targets = Allocation.read(connection, posting.id()).stream()
                    .map(Allocation::target)
                    .filter(Objects::nonNull)
                    .toList();
            new TargetLocks(connection).take(targets);
            Hook.Answer answer = Hook.REVERSE.call(connection, posting.id(), bookDate, now);
            if (answer.refusal().isPresent()) {
                return Move.refused(posting.status(), answer.refusal().get());
            }
            queued = answer.isQueued();
            receipt = answer.receipt();
        }
        if (!queued) {
            Effects.reverse(connection, posting, outside, bookDate, receipt, now);
        }
        String status = queued ? Status.REVERSING : Status.REVERSED;
        posting.change(connection, posting.with(posting.state().reversed(status, reason)), now);
        Events.add(
                connection,
                posting.id(),
                now,
                actor,
                queued ? Events.REVERSING : Events.REVERSED,
                detail(reason, bookDate, note, outside));
        return Move.done(status);
    }

    private static String detail(String reason, LocalDate bookDate, String note, boolean outside) {
        return reason + ", book date " + bookDate
                + (outside ? ", by hand in the books" : "")
                + (note == null ? "." : ". " + note);
    }
}
