package com.clientpay.connect.demo.procedures;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * Our ledger of what was done to the books. Its key (posting, attempt, kind) is the last guard: a second effect of the
 * same kind is an error, and undoes whatever came with it.
 */
final class Effects {
    private Effects() {}

    static void post(Connection connection, PostingRow posting, LocalDate bookDate, String receipt, LocalDateTime now)
            throws SQLException {
        add(connection, posting, "POST", false, bookDate, receipt, now);
    }

    /** @param outside the books were reversed by hand */
    static void reverse(
            Connection connection,
            PostingRow posting,
            boolean outside,
            LocalDate bookDate,
            String receipt,
            LocalDateTime now)
            throws SQLException {
        add(connection, posting, "REVERSE", outside, bookDate, receipt, now);
    }

    private static void add(
            Connection connection,
            PostingRow posting,
            String kind,
            boolean outside,
            LocalDate bookDate,
            String receipt,
            LocalDateTime now)
            throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO clientpay_internal.Effect (PostingId, Attempt, Kind, Outside, BankAccountId, BookDate,"
                        + " Amount, Receipt, At) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                posting.id(),
                posting.state().attempt(),
                kind,
                outside,
                posting.terms().bankAccountId(),
                bookDate,
                posting.amount(),
                receipt,
                now);
    }
}
