package com.clientpay.connect.demo.procedures;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;

/** Writes down what resolving found. Writes nothing that is there already, and no event when nothing changed. */
final class ResolvedPosting {
    private ResolvedPosting() {}

    /**
     * INCOMPLETE with the reasons, or PENDING without any.
     *
     * @return what the move answers: DONE
     */
    static Move save(Connection connection, PostingRow posting, Resolution resolution, LocalDateTime now, String actor)
            throws SQLException {
        boolean moved = Allocation.saveTargets(connection, posting.id(), resolution.before(), resolution.allocations());
        boolean otherTerms = !resolution.terms().equals(posting.terms());
        String notes = Events.joined(resolution.notes());
        return save(
                connection,
                posting.with(resolution.terms()),
                posting,
                resolution.reasons(),
                moved || otherTerms,
                notes,
                now,
                actor);
    }

    /** INCOMPLETE with this one reason, whatever it was found to be before. */
    static Move refuse(Connection connection, PostingRow posting, Reason reason, LocalDateTime now, String actor)
            throws SQLException {
        return save(connection, posting, posting, List.of(reason), false, null, now, actor);
    }

    private static Move save(
            Connection connection,
            PostingRow changed,
            PostingRow posting,
            List<Reason> reasons,
            boolean otherwiseChanged,
            String notes,
            LocalDateTime now,
            String actor)
            throws SQLException {
        String status = reasons.isEmpty() ? Status.PENDING : Status.INCOMPLETE;
        List<Reason> reasonsBefore = Reason.read(connection, posting.id());
        boolean sameReasons = reasons.equals(reasonsBefore);
        boolean sameStatus = status.equals(posting.status());
        if (!sameReasons) {
            Reason.replace(connection, posting.id(), reasons);
        }
        if (sameReasons && sameStatus && !otherwiseChanged) {
            posting.clearDue(connection);
            return Move.done(status);
        }
        posting.change(connection, changed.with(posting.state().to(status)), now);
        if (!sameReasons || !sameStatus) {
            String what = reasons.isEmpty() ? Events.RESOLVED : Events.INCOMPLETE;
            Events.add(connection, posting.id(), now, actor, what, detail(reasons, notes));
        } else if (notes != null) {
            Events.add(connection, posting.id(), now, actor, Events.COMPLETED, notes);
        }
        return Move.done(status);
    }

    private static String detail(List<Reason> reasons, String notes) {
        String codes =
                String.join(", ", reasons.stream().map(Reason::code).distinct().toList());
        if (notes == null) {
            return codes.isEmpty() ? null : codes;
        }
        return codes.isEmpty() ? notes : codes + ". " + notes;
    }
}
