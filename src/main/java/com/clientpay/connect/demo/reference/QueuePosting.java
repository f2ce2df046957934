package com.clientpay.connect.demo.reference;

import com.clientpay.connect.demo.procedures.QueueReceipt;
import com.clientpay.connect.demo.procedures.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * {@code clientpay_internal.ApplyPosting} of the reference firm with an import ({@code reference-batch}): queues the posting;
 * whether it is booked is the import's to say.
 */
public final class QueuePosting {
    private QueuePosting() {}

    public static ResultSet call(Connection connection, String postingId, LocalDate bookDate, LocalDateTime now)
            throws SQLException {
        HookAnswer answer = new HookAnswer();
        return Rows.onlyColumnsAsked(connection)
                ? answer.columnsOnly()
                : answer.queued(QueueReceipt.call(connection, postingId, "POST", bookDate, now));
    }
}
