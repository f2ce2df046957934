package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * {@code clientpay.ReconcileDifferences}: each entry that has the book date on one side at least and is not the same on
 * both. An entry that the books hold more than once is answered once for each time, also where it equals ours.
 */
public final class ReconcileDifferences {
    private static final String QUERY = """
            SELECT e.PostingId, e.Attempt, e.Kind, e.BankAccountId, e.BookDate, e.Amount,
                b.BankAccountId, b.BookDate, b.Amount
            FROM clientpay_internal.Effect e
            LEFT JOIN clientpay_internal.MapBooked b
                ON b.PostingId = e.PostingId AND b.Attempt = e.Attempt AND b.Kind = e.Kind
            WHERE e.BookDate = ? AND NOT e.Outside
              AND (b.PostingId IS NULL OR b.BankAccountId <> e.BankAccountId OR b.BookDate <> e.BookDate
                OR b.Amount IS NULL OR b.Amount <> e.Amount
                OR (SELECT COUNT(*) FROM clientpay_internal.MapBooked o
                    WHERE o.PostingId = e.PostingId AND o.Attempt = e.Attempt AND o.Kind = e.Kind) > 1)
            UNION ALL
            SELECT b.PostingId, b.Attempt, b.Kind, e.BankAccountId, e.BookDate, e.Amount,
                b.BankAccountId, b.BookDate, b.Amount
            FROM clientpay_internal.MapBooked b
            LEFT JOIN clientpay_internal.Effect e
                ON e.PostingId = b.PostingId AND e.Attempt = b.Attempt AND e.Kind = b.Kind AND NOT e.Outside
            WHERE b.BookDate = ? AND b.Amount IS NOT NULL AND (e.PostingId IS NULL OR e.BookDate <> b.BookDate)
            ORDER BY 1, 2, 3, 8, 9""";

    private ReconcileDifferences() {}

    public static ResultSet call(Connection connection, LocalDate bookDate) throws SQLException {
        return Rows.query(connection, Contract.RECONCILE_DIFFERENCES, QUERY, bookDate, bookDate);
    }
}
