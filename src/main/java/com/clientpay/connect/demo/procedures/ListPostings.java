package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.h2.tools.SimpleResultSet;

/** {@code clientpay.ListPostings}: a slice of postings, newest first, each with everything that belongs to it. */
public final class ListPostings {
    private ListPostings() {}

    public static ResultSet call(
            Connection connection,
            String statuses,
            String text,
            String paymentId,
            String merchantAccountId,
            LocalDateTime createdFrom,
            LocalDateTime createdBefore,
            LocalDateTime beforeCreatedAt,
            String beforeId,
            Long limit)
            throws SQLException {
        SimpleResultSet rows = Rows.of(Contract.LIST_POSTINGS);
        if (Rows.onlyColumnsAsked(connection)) {
            return rows;
        }
        PostingSeek seek = new PostingSeek(
                connection,
                new PostingFilter(text, paymentId, merchantAccountId, createdFrom, createdBefore),
                beforeCreatedAt == null
                        ? Optional.empty()
                        : Optional.of(new PostingSeek.Key(beforeCreatedAt, beforeId)),
                Math.toIntExact(limit));
        PostingRows postings = new PostingRows(connection, Contract.LIST_POSTINGS, rows);
        for (PostingSeek.Key key : seek.find(split(statuses))) {
            postings.add(key.postingId());
        }
        return rows;
    }

    private static Set<String> split(String statuses) {
        return statuses == null || statuses.isBlank()
                ? Set.of()
                : new TreeSet<>(List.of(statuses.strip().split(" +")));
    }
}
