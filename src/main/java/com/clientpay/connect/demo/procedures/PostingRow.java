package com.clientpay.connect.demo.procedures;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** A row of table Posting, as far as moves read and change it. */
record PostingRow(
        String id,
        long version,
        String merchantAccountId,
        BigDecimal amount,
        LocalDate paymentDate,
        Terms terms,
        State state) {

    /** H2's number of a deadlock: the caller's transaction runs again. */
    private static final int AGAIN = 40001;

    /** Where and under which codes it is booked. Null is what was not sent and has no default yet. */
    record Terms(
            String kind,
            String currency,
            String arMessage,
            String ledgerCode,
            String transactionType,
            String bankAccountId) {}

    /** Where it stands. Null is what has not happened. */
    record State(String status, int attempt, LocalDate bookDate, String receipt, String reversalReason, String due) {

        /** Another status, with nothing left to be done by the connector itself. */
        State to(String newStatus) {
            return new State(newStatus, attempt, bookDate, receipt, reversalReason, null);
        }

        State booked(String newStatus, LocalDate newBookDate, String newReceipt) {
            return new State(newStatus, attempt, newBookDate, newReceipt, null, null);
        }

        State reversed(String newStatus, String reason) {
            return new State(newStatus, attempt, bookDate, receipt, reason, null);
        }

        /** The next attempt, which is to be resolved first. */
        State reopened() {
            return new State(Status.PENDING, attempt + 1, null, null, null, Due.RESOLVE);
        }
    }

    /** What the connector does next by itself. */
    static final class Due {
        static final String POST = "POST";
        static final String RESOLVE = "RESOLVE";

        private Due() {}
    }

    String status() {
        return state.status;
    }

    PostingRow with(Terms newTerms) {
        return new PostingRow(id, version, merchantAccountId, amount, paymentDate, newTerms, state);
    }

    PostingRow with(State newState) {
        return new PostingRow(id, version, merchantAccountId, amount, paymentDate, terms, newState);
    }

    /** Whether nobody has looked at its allocations since it was recorded. */
    boolean isFresh() {
        return state.due != null && state.attempt == 1 && state.status.equals(Status.PENDING);
    }

    /**
     * Locks the row until the transaction ends, and reads it. The lock is an update that changes nothing: H2 parses every
     * SELECT ... FOR UPDATE anew.
     */
    static Optional<PostingRow> lock(Connection connection, String postingId) throws SQLException {
        Sql.update(
                connection, "UPDATE clientpay_internal.Posting SET Version = Version WHERE PostingId = ?", postingId);
        return Sql.find(
                connection,
                "SELECT PostingId, Version, MerchantAccountId, Amount, PaymentDate, Kind, Currency, ArMessage,"
                        + " LedgerCode, TransactionType, BankAccountId, Status, Attempt, BookDate, Receipt,"
                        + " ReversalReason, Due FROM clientpay_internal.Posting WHERE PostingId = ?",
                PostingRow::read,
                postingId);
    }

    private static PostingRow read(ResultSet row) throws SQLException {
        return new PostingRow(
                row.getString("PostingId"),
                row.getLong("Version"),
                row.getString("MerchantAccountId"),
                row.getBigDecimal("Amount"),
                row.getObject("PaymentDate", LocalDate.class),
                new Terms(
                        row.getString("Kind"),
                        row.getString("Currency"),
                        row.getString("ArMessage"),
                        row.getString("LedgerCode"),
                        row.getString("TransactionType"),
                        row.getString("BankAccountId")),
                new State(
                        row.getString("Status"),
                        row.getInt("Attempt"),
                        row.getObject("BookDate", LocalDate.class),
                        row.getString("Receipt"),
                        row.getString("ReversalReason"),
                        row.getString("Due")));
    }

    /**
     * Compares and sets: writes the new terms and state and the next version, if status and version are still what was
     * read. The row's lock makes that so; should an engine's lock not hold, the whole transaction runs again.
     */
    PostingRow change(Connection connection, PostingRow changed, LocalDateTime now) throws SQLException {
        Terms newTerms = changed.terms;
        State newState = changed.state;
        int rows = Sql.update(
                connection,
                "UPDATE clientpay_internal.Posting SET"
                        + " StatusSince = CASE WHEN Status = ? THEN StatusSince ELSE ? END, Status = ?, Attempt = ?,"
                        + " BookDate = ?, Receipt = ?, ReversalReason = ?, Due = ?, Kind = ?, Currency = ?,"
                        + " ArMessage = ?, LedgerCode = ?, TransactionType = ?, BankAccountId = ?,"
                        + " Version = Version + 1 WHERE PostingId = ? AND Status = ? AND Version = ?",
                newState.status,
                now,
                newState.status,
                newState.attempt,
                newState.bookDate,
                newState.receipt,
                newState.reversalReason,
                newState.due,
                newTerms.kind,
                newTerms.currency,
                newTerms.arMessage,
                newTerms.ledgerCode,
                newTerms.transactionType,
                newTerms.bankAccountId,
                id,
                state.status,
                version);
        if (rows != 1) {
            throw new SQLException("Posting " + id + " was changed in spite of its lock.", "40001", AGAIN);
        }
        return new PostingRow(id, version + 1, merchantAccountId, amount, paymentDate, newTerms, newState);
    }

    /** Nothing is left to be done by the connector itself; no change that anybody sees. */
    void clearDue(Connection connection) throws SQLException {
        if (state.due != null) {
            Sql.update(connection, "UPDATE clientpay_internal.Posting SET Due = NULL WHERE PostingId = ?", id);
        }
    }
}
