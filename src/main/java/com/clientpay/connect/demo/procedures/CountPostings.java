package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import com.clientpay.connect.demo.procedures.PostingFilter.Condition;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.h2.tools.SimpleResultSet;

/**
 * {@code clientpay.CountPostings}: how many postings there are in each status that occurs. Each status is counted on its
 * index; without filters POSTED, which nearly all are, is what the others leave of all.
 */
public final class CountPostings {
    private static final String COUNT = "SELECT '%s' AS Status, COUNT(*) AS Postings FROM clientpay_internal.Posting";

    private CountPostings() {}

    public static ResultSet call(
            Connection connection,
            String text,
            String paymentId,
            String merchantAccountId,
            LocalDateTime createdFrom,
            LocalDateTime createdBefore)
            throws SQLException {
        SimpleResultSet rows = Rows.of(Contract.COUNT_POSTINGS);
        if (Rows.onlyColumnsAsked(connection)) {
            return rows;
        }
        PostingFilter filter = new PostingFilter(text, paymentId, merchantAccountId, createdFrom, createdBefore);
        count(connection, filter).forEach((status, postings) -> {
            if (postings > 0) {
                rows.addRow(status, postings);
            }
        });
        return rows;
    }

    private static Map<String, Long> count(Connection connection, PostingFilter filter) throws SQLException {
        List<Condition> conditions = new ArrayList<>(filter.exceptText());
        conditions.addAll(filter.byIdsOfText());
        List<String> statements = new ArrayList<>();
        List<Object> arguments = new ArrayList<>();
        for (String status : Status.ALL) {
            boolean isRest = filter.isEmpty() && status.equals(Status.POSTED);
            StringBuilder sql = new StringBuilder(COUNT.formatted(status));
            if (!isRest) {
                sql.append(" WHERE Status = '").append(status).append("'");
                for (Condition condition : conditions) {
                    sql.append(" AND ").append(condition.sql());
                    arguments.addAll(condition.arguments());
                }
            }
            statements.add(sql.toString());
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        Sql.list(
                connection,
                String.join(" UNION ALL ", statements),
                row -> counts.put(row.getString("Status"), row.getLong("Postings")),
                arguments.toArray());
        if (filter.isEmpty()) {
            long all = counts.get(Status.POSTED);
            long others = counts.values().stream().mapToLong(Long::longValue).sum() - all;
            counts.put(Status.POSTED, all - others);
        }
        return counts;
    }
}
