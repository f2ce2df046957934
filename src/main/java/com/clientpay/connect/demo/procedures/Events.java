package com.clientpay.connect.demo.procedures;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Optional;

/** The history of a posting: who did what, and when. Only ever added to, while the posting's row is locked. */
final class Events {
    static final String RECORDED = "RECORDED";
    /** Reasons were found, or others than before. */
    static final String INCOMPLETE = "INCOMPLETE";
    /** The reasons are gone. */
    static final String RESOLVED = "RESOLVED";
    /** A default took the place of a bank account or code that has gone. */
    static final String COMPLETED = "COMPLETED";

    static final String QUEUED = "QUEUED";
    static final String POSTED = "POSTED";
    static final String REALLOCATED = "REALLOCATED";
    static final String REMOVED = "REMOVED";
    static final String REVERSING = "REVERSING";
    static final String REVERSED = "REVERSED";
    /** The import did not take the reversal: it is POSTED as before. */
    static final String REVERSAL_REJECTED = "REVERSAL_REJECTED";

    static final String REOPENED = "REOPENED";
    static final String PURGED = "PURGED";

    private static final int DETAIL_LENGTH = 1000;

    private Events() {}

    /** @param detail may be null; is cut after 1,000 characters */
    static void add(Connection connection, String postingId, LocalDateTime at, String actor, String what, String detail)
            throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO clientpay_internal.PostingEvent (PostingId, Position, At, Actor, What, Detail)"
                        + " SELECT ?, COALESCE(MAX(Position) + 1, 0), ?, ?, ?, ?"
                        + " FROM clientpay_internal.PostingEvent WHERE PostingId = ?",
                postingId,
                at,
                actor,
                what,
                detail == null || detail.length() <= DETAIL_LENGTH ? detail : detail.substring(0, DETAIL_LENGTH),
                postingId);
    }

    /** The last thing that somebody did to it; what resolving found since is no doing. */
    static Optional<String> lastDoing(Connection connection, String postingId) throws SQLException {
        return Sql.find(
                connection,
                "SELECT What FROM clientpay_internal.PostingEvent WHERE PostingId = ?"
                        + " AND What NOT IN ('INCOMPLETE', 'RESOLVED', 'COMPLETED', 'PURGED')"
                        + " ORDER BY Position DESC FETCH FIRST 1 ROW ONLY",
                row -> row.getString("What"),
                postingId);
    }

    /** Sentences that belong together, or null without any. */
    static String joined(Iterable<String> sentences) {
        String text = String.join(" ", sentences);
        return text.isEmpty() ? null : text;
    }
}
