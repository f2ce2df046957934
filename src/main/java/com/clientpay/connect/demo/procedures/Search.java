package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.ProcedureException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.h2.tools.SimpleResultSet;

/**
 * One page of a search, by the searched column and id, at the price of seeks: a walk over the column's distinct values,
 * and for each value its rows after an id. Page 10,000 costs what page 1 costs, and neither depends on how many rows
 * there are. Text is compared in Java, so that wildcards in it are letters.
 *
 * <p>H2 plans a query on a view as if the view were a table of its own: it can't walk an index through it and stop. So
 * the demo's searches name the firm's tables, where SQL Server's name the mapping views.
 *
 * @param match PREFIX, EXACT or CONTAINS
 * @param afterValue the searched value of the last row of the page before; null: from the start
 * @param afterId that row's id
 * @param limit most rows
 */
record Search(String match, String text, String afterValue, String afterId, int limit) {
    /** The field can't be searched, or not within its values: the caller should have asked ListFields. */
    static final int FIELD_NOT_SEARCHABLE = 51005;

    /** After this long a search gives up with error 51004. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final int VALUES_AT_ONCE = 1_000;

    static SQLException notSearchable(String field) {
        return new SQLException("Field " + field + " cannot be searched like this.", "S0001", FIELD_NOT_SEARCHABLE);
    }

    /**
     * Adds the page to the rows.
     *
     * @param rowsSql the rows with a value (first parameter) after an id (second), by id, at most so many (third)
     */
    void into(SimpleResultSet rows, Connection connection, SearchedColumn column, String rowsSql, Duration patience)
            throws SQLException {
        if (match.equals("CONTAINS") && !column.contains()) {
            throw notSearchable(column.column());
        }
        long start = System.nanoTime();
        try (PreparedStatement withValue = connection.prepareStatement(rowsSql)) {
            int found = 0;
            if (afterValue != null) {
                found += addRows(rows, withValue, afterValue, afterId == null ? "" : afterId, limit);
            } else if (match.equals("EXACT")) {
                found += addRows(rows, withValue, text, "", limit);
            }
            if (match.equals("EXACT")) {
                return;
            }
            boolean inclusive = afterValue == null;
            String from = !inclusive ? afterValue : match.equals("PREFIX") ? text : "";
            while (found < limit) {
                List<String> values = values(connection, column, from, inclusive, limit - found);
                for (String value : values) {
                    if (System.nanoTime() - start > patience.toNanos()) {
                        throw new SQLException(
                                "The search took longer than " + patience.toMillis() + " ms.",
                                "S0001",
                                ProcedureException.SEARCH_TOO_WIDE);
                    }
                    if (match.equals("PREFIX") && !column.startsWith(value, text)) {
                        return;
                    }
                    if (match.equals("PREFIX") || column.contains(value, text)) {
                        found += addRows(rows, withValue, value, "", limit - found);
                    }
                    if (found == limit) {
                        return;
                    }
                }
                if (values.isEmpty()) {
                    return;
                }
                from = values.get(values.size() - 1);
                inclusive = false;
            }
        }
    }

    /** Distinct values in order; none when there are no more. */
    private List<String> values(
            Connection connection, SearchedColumn column, String from, boolean inclusive, int missing)
            throws SQLException {
        int atOnce = match.equals("CONTAINS") ? VALUES_AT_ONCE : Math.min(missing, VALUES_AT_ONCE);
        List<String> values = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(column.valuesSql(inclusive))) {
            statement.setString(1, from);
            statement.setInt(2, atOnce);
            try (ResultSet results = statement.executeQuery()) {
                while (results.next()) {
                    String value = results.getString(1);
                    if (values.isEmpty() || !column.same(values.get(values.size() - 1), value)) {
                        values.add(value);
                    }
                }
            }
        }
        return values;
    }

    private static int addRows(
            SimpleResultSet rows, PreparedStatement statement, String value, String afterId, int limit)
            throws SQLException {
        statement.setString(1, value);
        statement.setString(2, afterId);
        statement.setInt(3, limit);
        return Rows.addAll(rows, statement);
    }
}
