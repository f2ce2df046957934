package com.clientpay.connect.demo.reference;

import com.clientpay.connect.demo.procedures.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Optional;

/** Receipts in the firm's books: the head of an entry. */
final class Receipt {
    private Receipt() {}

    /**
     * Enters the head of a receipt for a posting's present attempt.
     *
     * @param kind POST or REVERSE
     * @return the number that the books gave it: that of this statement, whatever else triggers insert
     */
    static long enter(Connection connection, String postingId, String kind, LocalDate bookDate) throws SQLException {
        String sql = "INSERT INTO firm.Receipt (PostingId, Attempt, Kind, BankAccountId, ReceiptDate, BookDate, Amount,"
                + " LedgerCode, TransactionType, Reference, Payer, ArMessage)"
                + " SELECT PostingId, Attempt, ?, BankAccountId, PaymentDate, ?, Amount, LedgerCode, TransactionType,"
                + " LEFT(Reference, 100), PayerName, ArMessage FROM clientpay_internal.Posting WHERE PostingId = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            statement.setString(1, kind);
            statement.setObject(2, bookDate);
            statement.setString(3, postingId);
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                if (!keys.next()) {
                    throw new SQLException("There is no posting " + postingId + " to enter a receipt for.");
                }
                return keys.getLong("ReceiptId");
            }
        }
    }

    /** The receipt that a posting's present attempt was entered with. */
    static Optional<Long> find(Connection connection, String postingId) throws SQLException {
        return Sql.find(
                connection,
                "SELECT r.ReceiptId FROM firm.Receipt r"
                        + " JOIN clientpay_internal.Posting p ON p.PostingId = r.PostingId AND p.Attempt = r.Attempt"
                        + " WHERE r.PostingId = ? AND r.Kind = 'POST'",
                row -> row.getLong("ReceiptId"),
                postingId);
    }
}
