package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * {@code clientpay.ReopenPosting}: begins the next attempt of a posting that was removed, or reversed as a correction.
 * ResolvePosting follows in the same transaction.
 */
public final class ReopenPosting {
    private static final String CORRECTION = "CORRECTION";

    private ReopenPosting() {}

    public static ResultSet call(
            Connection connection, String postingId, Long expectedVersion, String note, String actor, LocalDateTime now)
            throws SQLException {
        return Move.answer(connection, Contract.REOPEN_POSTING, postingId, posting -> {
            if (isRepeat(connection, posting)) {
                return Move.unchanged(posting.status());
            }
            if (!mayBeReopened(posting)) {
                return Move.notAllowed(posting.status());
            }
            if (expectedVersion != null && expectedVersion != posting.version()) {
                return Move.changedMeanwhile(posting.status());
            }
            posting.change(connection, posting.with(posting.state().reopened()), now);
            Events.add(connection, postingId, now, actor, Events.REOPENED, note);
            return Move.done(Status.PENDING);
        });
    }

    private static boolean isRepeat(Connection connection, PostingRow posting) throws SQLException {
        return Status.OPEN.contains(posting.status())
                && Events.lastDoing(connection, posting.id()).equals(Optional.of(Events.REOPENED));
    }

    private static boolean mayBeReopened(PostingRow posting) {
        return posting.status().equals(Status.REMOVED)
                || (posting.status().equals(Status.REVERSED)
                        && CORRECTION.equals(posting.state().reversalReason()));
    }
}
