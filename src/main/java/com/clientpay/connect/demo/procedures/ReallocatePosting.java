package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

/**
 * {@code clientpay.ReallocatePosting}: takes a posting's allocations away. AddAllocation and ResolvePosting follow in the
 * same transaction. The history keeps what they were.
 */
public final class ReallocatePosting {
    private ReallocatePosting() {}

    public static ResultSet call(
            Connection connection, String postingId, Long expectedVersion, String actor, LocalDateTime now)
            throws SQLException {
        return Move.answer(
                connection,
                Contract.REALLOCATE_POSTING,
                postingId,
                expectedVersion,
                Status.OPEN,
                Set.of(),
                posting -> reallocate(connection, posting, actor, now));
    }

    private static Move reallocate(Connection connection, PostingRow posting, String actor, LocalDateTime now)
            throws SQLException {
        List<Allocation> before = Allocation.read(connection, posting.id());
        Sql.update(connection, "DELETE FROM clientpay_internal.PostingAllocation WHERE PostingId = ?", posting.id());
        posting.change(connection, posting, now);
        Events.add(connection, posting.id(), now, actor, Events.REALLOCATED, "Before: " + words(before) + ".");
        return Move.done(posting.status());
    }

    private static String words(List<Allocation> allocations) {
        return allocations.isEmpty()
                ? "no allocations"
                : String.join(", ", allocations.stream().map(Allocation::words).toList());
    }
}
