package com.clientpay.connect.demo.reference;

import com.clientpay.connect.demo.procedures.QueueReceipt;
import com.clientpay.connect.demo.procedures.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** {@code clientpay_internal.ReversePosting} of the reference firm with an import: queues the reversal. */
public final class QueueReversal {
    private QueueReversal() {}

    public static ResultSet call(Connection connection, String postingId, LocalDate bookDate, LocalDateTime now)
            throws SQLException {
        HookAnswer answer = new HookAnswer();
        return Rows.onlyColumnsAsked(connection)
                ? answer.columnsOnly()
                : answer.queued(QueueReceipt.call(connection, postingId, "REVERSE", bookDate, now));
    }
}
