package com.clientpay.connect.demo.procedures;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A receipt that was handed to the firm's import, once: a posting that was rejected and posted again is the next handover.
 *
 * @param batchNumber the batch that its lines are sealed in; null while they wait
 * @param answer null until there is one
 */
record Handover(
        String postingId, int attempt, String kind, int number, long receiptKey, Long batchNumber, String answer) {

    /** The one that a QUEUED or REVERSING posting waits for. */
    static Optional<Handover> present(Connection connection, PostingRow posting) throws SQLException {
        return switch (posting.status()) {
            case Status.QUEUED -> last(connection, posting, "POST");
            case Status.REVERSING -> last(connection, posting, "REVERSE");
            default -> Optional.empty();
        };
    }

    private static Optional<Handover> last(Connection connection, PostingRow posting, String kind) throws SQLException {
        return Sql.find(
                connection,
                "SELECT Handover, ReceiptKey, BatchNumber, Answer FROM clientpay_internal.BatchLine"
                        + " WHERE PostingId = ? AND Attempt = ? AND Kind = ?"
                        + " ORDER BY Handover DESC, Position FETCH FIRST 1 ROW ONLY",
                row -> new Handover(
                        posting.id(),
                        posting.state().attempt(),
                        kind,
                        row.getInt("Handover"),
                        row.getLong("ReceiptKey"),
                        row.getObject("BatchNumber", Long.class),
                        row.getString("Answer")),
                posting.id(),
                posting.state().attempt(),
                kind);
    }

    boolean isUnsealed() {
        return batchNumber == null && answer == null;
    }

    boolean isReversal() {
        return kind.equals("REVERSE");
    }

    /** Notes the answer on its lines. An UNKNOWN batch with an answered line was written: the import has read it. */
    void answered(Connection connection, String outcome, String actor, LocalDateTime now) throws SQLException {
        Sql.update(
                connection,
                "UPDATE clientpay_internal.BatchLine SET Answer = ?"
                        + " WHERE PostingId = ? AND Attempt = ? AND Kind = ? AND Handover = ?",
                outcome,
                postingId,
                attempt,
                kind,
                number);
        if (batchNumber != null) {
            Sql.update(
                    connection,
                    "UPDATE clientpay_internal.Batch SET State = 'WRITTEN', StateSince = ?, StateBy = ?"
                            + " WHERE Number = ? AND State = 'UNKNOWN'",
                    now,
                    actor,
                    batchNumber);
        }
    }
}
