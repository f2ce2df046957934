package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * {@code clientpay.Reconcile}: for each bank account, what our ledger and the books hold for a book date. A reversal made
 * outside is none that we have written, so it counts on neither side.
 */
public final class Reconcile {
    private static final String QUERY = """
            SELECT t.BankAccountId, MAX(b.Name),
                SUM(t.OurPostings), SUM(t.OurAmount), SUM(t.OurReversals), SUM(t.OurReversed),
                SUM(t.BooksPostings), SUM(t.BooksAmount), SUM(t.BooksReversals), SUM(t.BooksReversed)
            FROM (
                SELECT BankAccountId,
                    CASE Kind WHEN 'POST' THEN 1 ELSE 0 END AS OurPostings,
                    CASE Kind WHEN 'POST' THEN Amount ELSE 0.00 END AS OurAmount,
                    CASE Kind WHEN 'REVERSE' THEN 1 ELSE 0 END AS OurReversals,
                    CASE Kind WHEN 'REVERSE' THEN Amount ELSE 0.00 END AS OurReversed,
                    0 AS BooksPostings, 0.00 AS BooksAmount, 0 AS BooksReversals, 0.00 AS BooksReversed
                FROM clientpay_internal.Effect WHERE BookDate = ? AND NOT Outside
                UNION ALL
                SELECT BankAccountId, 0, 0.00, 0, 0.00,
                    CASE Kind WHEN 'POST' THEN 1 ELSE 0 END,
                    CASE Kind WHEN 'POST' THEN Amount ELSE 0.00 END,
                    CASE Kind WHEN 'REVERSE' THEN 1 ELSE 0 END,
                    CASE Kind WHEN 'REVERSE' THEN Amount ELSE 0.00 END
                FROM clientpay_internal.MapBooked WHERE BookDate = ? AND Amount IS NOT NULL
            ) t
            LEFT JOIN clientpay_internal.MapBankAccount b ON b.BankAccountId = t.BankAccountId
            GROUP BY t.BankAccountId
            ORDER BY t.BankAccountId""";

    private Reconcile() {}

    public static ResultSet call(Connection connection, LocalDate bookDate) throws SQLException {
        return Rows.query(connection, Contract.RECONCILE, QUERY, bookDate, bookDate);
    }
}
