package com.clientpay.connect.demo.reference;

import com.clientpay.connect.demo.procedures.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

/** The firm's accounting periods: up to a day they are closed. */
final class Period {
    private Period() {}

    static void requireOpen(Connection connection, LocalDate bookDate) throws SQLException, RefusedException {
        LocalDate closedThrough = Sql.find(
                        connection,
                        "SELECT ClosedThrough FROM firm.PeriodClose WHERE Id = 1",
                        row -> row.getObject("ClosedThrough", LocalDate.class))
                .orElse(LocalDate.MIN);
        if (!bookDate.isAfter(closedThrough)) {
            throw new RefusedException(
                    "period-closed",
                    "The books are closed through " + closedThrough + ", and the book date is " + bookDate
                            + ". Post it with a later book date.",
                    null);
        }
    }
}
