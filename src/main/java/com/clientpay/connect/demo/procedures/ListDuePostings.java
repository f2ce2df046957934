package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;

/** {@code clientpay.ListDuePostings}: postings whose next step was interrupted, oldest first. */
public final class ListDuePostings {
    private ListDuePostings() {}

    public static ResultSet call(Connection connection, LocalDateTime recordedBefore, Long limit) throws SQLException {
        return Rows.query(
                connection,
                Contract.LIST_DUE_POSTINGS,
                "SELECT PostingId, Due FROM clientpay_internal.Posting"
                        + " WHERE Due IN ('POST', 'RESOLVE') AND CreatedAt < ?"
                        + " ORDER BY CreatedAt, PostingId FETCH FIRST ? ROWS ONLY",
                recordedBefore,
                limit);
    }
}
