package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

/** {@code clientpay.RemovePosting}: the payment was handled outside, and will never be posted. */
public final class RemovePosting {
    private RemovePosting() {}

    public static ResultSet call(
            Connection connection, String postingId, Long expectedVersion, String note, String actor, LocalDateTime now)
            throws SQLException {
        return Move.answer(
                connection,
                Contract.REMOVE_POSTING,
                postingId,
                expectedVersion,
                Status.OPEN,
                Set.of(Status.REMOVED),
                posting -> {
                    Reason.replace(connection, postingId, List.of());
                    posting.change(connection, posting.with(posting.state().to(Status.REMOVED)), now);
                    Events.add(connection, postingId, now, actor, Events.REMOVED, note);
                    return Move.done(Status.REMOVED);
                });
    }
}
