package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;

/**
 * {@code clientpay.CountWaitingPostings}: postings that have waited since before an instant for a repair or for the
 * firm's import, by status; no row for a status in which none has.
 */
public final class CountWaitingPostings {
    private CountWaitingPostings() {}

    public static ResultSet call(Connection connection, LocalDateTime waitingBefore) throws SQLException {
        return Rows.query(
                connection,
                Contract.COUNT_WAITING_POSTINGS,
                "SELECT Status, COUNT(*), MIN(StatusSince) FROM clientpay_internal.Posting"
                        + " WHERE Status IN ('INCOMPLETE', 'QUEUED', 'REVERSING') AND StatusSince < ?"
                        + " GROUP BY Status ORDER BY Status",
                waitingBefore);
    }
}
