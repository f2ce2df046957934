package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Procedure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.h2.tools.SimpleResultSet;

/**
 * What a move answers: one row.
 *
 * @param outcome as in {@link com.clientpay.connect.database.Contract}
 * @param status the posting's status after the move; null where there is no such posting
 * @param refusal what the books said; null unless they refuse
 */
record Move(String outcome, String status, Reason refusal) {

    /** A move as its procedure does it, on the posting's locked row. */
    @FunctionalInterface
    interface Work {
        Move run(PostingRow posting) throws SQLException;
    }

    static Move done(String status) {
        return new Move("DONE", status, null);
    }

    static Move unchanged(String status) {
        return new Move("UNCHANGED", status, null);
    }

    static Move notFound() {
        return new Move("NOT_FOUND", null, null);
    }

    static Move notAllowed(String status) {
        return new Move("NOT_ALLOWED", status, null);
    }

    static Move changedMeanwhile(String status) {
        return new Move("CHANGED_MEANWHILE", status, null);
    }

    static Move refused(String status, Reason refusal) {
        return new Move("REFUSED", status, refusal);
    }

    /**
     * Locks the posting's row, and does the work if its status is one that the move starts from and its version the
     * expected one.
     *
     * @param expectedVersion null: any
     * @param from the statuses that the move starts from
     * @param repeats the statuses that the move has led to already
     */
    static ResultSet answer(
            Connection connection,
            Procedure procedure,
            String postingId,
            Long expectedVersion,
            Set<String> from,
            Set<String> repeats,
            Work work)
            throws SQLException {
        return answer(connection, procedure, postingId, posting -> {
            if (repeats.contains(posting.status())) {
                return unchanged(posting.status());
            }
            if (!from.contains(posting.status())) {
                return notAllowed(posting.status());
            }
            if (expectedVersion != null && expectedVersion != posting.version()) {
                return changedMeanwhile(posting.status());
            }
            return work.run(posting);
        });
    }

    /** Locks the posting's row and does the work, if there is such a posting. */
    static ResultSet answer(Connection connection, Procedure procedure, String postingId, Work work)
            throws SQLException {
        SimpleResultSet rows = Rows.of(procedure);
        if (Rows.onlyColumnsAsked(connection)) {
            return rows;
        }
        Rows.requireTransaction(connection);
        Optional<PostingRow> posting = PostingRow.lock(connection, postingId);
        Move move = posting.isPresent() ? work.run(posting.get()) : notFound();
        Reason refusal = move.refusal;
        rows.addRow(
                move.outcome,
                move.status,
                refusal == null ? null : refusal.code(),
                refusal == null ? null : refusal.detail(),
                refusal == null ? null : refusal.allocation());
        return rows;
    }
}
