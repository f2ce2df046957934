package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;

/**
 * {@code clientpay.ResolvePosting}: finds what a posting's allocations mean in the books, and sets it PENDING, or
 * INCOMPLETE with the reasons. Touches no books.
 */
public final class ResolvePosting {
    private ResolvePosting() {}

    public static ResultSet call(
            Connection connection, String postingId, LocalDate today, String actor, LocalDateTime now)
            throws SQLException {
        return Move.answer(
                connection,
                Contract.RESOLVE_POSTING,
                postingId,
                null,
                Status.OPEN,
                Set.of(),
                posting -> ResolvedPosting.save(
                        connection,
                        posting,
                        Resolution.of(
                                connection,
                                posting,
                                Allocation.read(connection, posting.id()),
                                Settings.read(connection),
                                today),
                        now,
                        actor));
    }
}
