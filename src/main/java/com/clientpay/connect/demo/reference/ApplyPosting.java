package com.clientpay.connect.demo.reference;

import com.clientpay.connect.demo.procedures.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * {@code clientpay_internal.ApplyPosting} of the reference firm: enters one posting as a receipt with a line for each
 * allocation, and changes the balances.
 */
public final class ApplyPosting {
    private ApplyPosting() {}

    /** @param now is for systems that keep the time of entry; this one does not */
    public static ResultSet call(Connection connection, String postingId, LocalDate bookDate, LocalDateTime now)
            throws SQLException {
        HookAnswer answer = new HookAnswer();
        if (Rows.onlyColumnsAsked(connection)) {
            return answer.columnsOnly();
        }
        try {
            Period.requireOpen(connection, bookDate);
            long receiptId = Receipt.enter(connection, postingId, "POST", bookDate);
            for (Line line : Line.ofPosting(connection, postingId)) {
                Balances.apply(connection, line);
                line.enter(connection, receiptId);
            }
            return answer.booked(receiptId);
        } catch (RefusedException refusal) {
            return answer.refused(refusal);
        }
    }
}
