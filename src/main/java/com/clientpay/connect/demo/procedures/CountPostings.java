package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.ProcedureException;
import com.clientpay.connect.demo.procedures.PostingFilter.Condition;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.h2.tools.SimpleResultSet;

/**
 * {@code clientpay.CountPostings}: how many postings there are in each status that occurs. Each status is counted on its
 * index; without filters POSTED, which nearly all are, is what the others leave of all. What a text finds is read posting by
 * posting, and so bounded: more than {@value #MOST_OF_TEXT} in one of the four places are not counted.
 */
public final class CountPostings {
    private static final String COUNT = "SELECT '%s' AS Status, COUNT(*) AS Postings FROM clientpay_internal.Posting";

    private static final int MOST_OF_TEXT = 20_000;

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
        Map<String, Long> counts = new LinkedHashMap<>();
        if (filter.text() != null) {
            if (filter.findsMoreThan(MOST_OF_TEXT, connection)) {
                throw new SQLException("Too many postings to count.", "S0001", ProcedureException.SEARCH_TOO_WIDE);
            }
            Map<String, String> statuses = new HashMap<>();
            for (String column : PostingFilter.TEXT_COLUMNS) {
                addFound(connection, filter, filter.startsWithText(column), statuses);
            }
            statuses.values().forEach(status -> counts.merge(status, 1L, Long::sum));
            return counts;
        }
        List<Condition> conditions = filter.exceptText();
        List<String> statements = new ArrayList<>();
        List<Object> arguments = new ArrayList<>();
        for (String status : Status.ALL) {
            boolean isRest = filter.isEmpty() && status.equals(Status.POSTED);
            StringBuilder sql = new StringBuilder(COUNT.formatted(status));
            if (!isRest) {
                sql.append(" WHERE Status = '").append(status).append("'").append(and(conditions, arguments));
            }
            statements.add(sql.toString());
        }
        add(connection, String.join(" UNION ALL ", statements), arguments, counts);
        if (filter.isEmpty()) {
            long all = counts.get(Status.POSTED);
            long others = counts.values().stream().mapToLong(Long::longValue).sum() - all;
            counts.put(Status.POSTED, all - others);
        }
        return counts;
    }

    /** Adds what the text's index finds, by id: a posting may be found in several places. */
    private static void addFound(
            Connection connection, PostingFilter filter, Condition text, Map<String, String> statuses)
            throws SQLException {
        List<Object> arguments = new ArrayList<>(text.arguments());
        Sql.list(
                connection,
                "SELECT PostingId, Status FROM (SELECT PostingId, Status, CreatedAt, MerchantAccountId, PaymentId"
                        + " FROM clientpay_internal.Posting WHERE " + text.sql() + " FETCH FIRST "
                        + (MOST_OF_TEXT + 1) + " ROWS ONLY) WHERE TRUE" + and(filter.exceptText(), arguments),
                row -> statuses.put(row.getString("PostingId"), row.getString("Status")),
                arguments.toArray());
    }

    private static String and(List<Condition> conditions, List<Object> arguments) {
        StringBuilder sql = new StringBuilder();
        for (Condition condition : conditions) {
            sql.append(" AND ").append(condition.sql());
            arguments.addAll(condition.arguments());
        }
        return sql.toString();
    }

    private static void add(Connection connection, String sql, List<Object> arguments, Map<String, Long> counts)
            throws SQLException {
        Sql.list(
                connection,
                sql,
                row -> counts.put(row.getString("Status"), row.getLong("Postings")),
                arguments.toArray());
    }
}
