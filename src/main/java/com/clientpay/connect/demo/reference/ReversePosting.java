package com.clientpay.connect.demo.reference;

import com.clientpay.connect.demo.procedures.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * {@code clientpay_internal.ReversePosting} of the reference firm: enters a second receipt, of kind REVERSE, with the
 * lines of the first, and changes the balances back.
 */
public final class ReversePosting {
    private ReversePosting() {}

    /** @param now is for systems that keep the time of entry; this one does not */
    public static ResultSet call(Connection connection, String postingId, LocalDate bookDate, LocalDateTime now)
            throws SQLException {
        HookAnswer answer = new HookAnswer();
        if (Rows.onlyColumnsAsked(connection)) {
            return answer.columnsOnly();
        }
        try {
            Period.requireOpen(connection, bookDate);
            long entered = Receipt.find(connection, postingId)
                    .orElseThrow(() -> new RefusedException(
                            "books-refused",
                            "The books have no receipt of this posting any more. If it was taken out by hand, reverse"
                                    + " the posting as reversed outside.",
                            null));
            long receiptId = Receipt.enter(connection, postingId, "REVERSE", bookDate);
            for (Line line : Line.ofReceipt(connection, entered)) {
                Balances.reverse(connection, line);
                line.enter(connection, receiptId);
            }
            return answer.booked(receiptId);
        } catch (RefusedException refusal) {
            return answer.refused(refusal);
        }
    }
}
