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
 * One page of a search, by the searched column and id, at the price of seeks: a walk along the column's index, a stretch of
 * values at a time, and for each stretch (or for a value that has many rows) the rows found by it. Page 10,000 costs what
 * page 1 costs, and neither depends on how many rows there are. Text is compared in Java, so that wildcards in it are
 * letters.
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

    private static final int LONGEST_STRETCH = 4_096;

    static SQLException notSearchable(String field) {
        return new SQLException("Field " + field + " cannot be searched like this.", "S0001", FIELD_NOT_SEARCHABLE);
    }

    /** Adds the page to the rows. */
    void into(SimpleResultSet rows, Connection connection, SearchSource source, Duration patience) throws SQLException {
        if (match.equals("CONTAINS") && !source.column().contains()) {
            throw notSearchable(source.column().column());
        }
        long end = System.nanoTime() + patience.toNanos();
        int found = 0;
        if (afterValue != null) {
            found = addWithValue(rows, connection, source, afterValue, afterId == null ? "" : afterId, limit);
        } else if (match.equals("EXACT")) {
            found = addWithValue(rows, connection, source, text, "", limit);
        }
        switch (match) {
            case "PREFIX" -> walkPrefix(rows, connection, source, found, end);
            case "CONTAINS" -> walkAll(rows, connection, source, found, end);
            default -> {}
        }
    }

    /** Stretches grow as long as they don't fill the page: most values may have no rows. */
    private void walkPrefix(SimpleResultSet rows, Connection connection, SearchSource source, int before, long end)
            throws SQLException {
        SearchedColumn column = source.column();
        int found = before;
        boolean inclusive = afterValue == null;
        String from = inclusive ? text : afterValue;
        for (int stretch = Math.min(limit + 1, LONGEST_STRETCH);
                found < limit;
                stretch = Math.min(stretch * 2, LONGEST_STRETCH)) {
            requireTime(end);
            List<String> values = values(connection, column, from, inclusive, stretch);
            int matching = 0;
            while (matching < values.size() && column.startsWith(values.get(matching), text)) {
                matching++;
            }
            if (matching == 0) {
                return;
            }
            boolean isLast = matching < stretch;
            String last = values.get(matching - 1);
            if (!isLast) {
                // More rows than this stretch shows may have its last value: it is left to the next stretch.
                int earlier = matching - 1;
                while (earlier >= 0 && column.same(values.get(earlier), last)) {
                    earlier--;
                }
                if (earlier < 0) {
                    found += addWithValue(rows, connection, source, last, "", limit - found);
                    from = last;
                    inclusive = false;
                    continue;
                }
                last = values.get(earlier);
            }
            try (PreparedStatement statement = connection.prepareStatement(source.withValues(inclusive))) {
                statement.setString(1, from);
                statement.setString(2, last);
                statement.setString(3, "");
                statement.setInt(4, limit - found);
                found += Rows.addAll(rows, statement);
            }
            if (isLast) {
                return;
            }
            from = last;
            inclusive = false;
        }
    }

    private void walkAll(SimpleResultSet rows, Connection connection, SearchSource source, int before, long end)
            throws SQLException {
        SearchedColumn column = source.column();
        int found = before;
        boolean inclusive = afterValue == null;
        String from = inclusive ? "" : afterValue;
        List<String> values = values(connection, column, from, inclusive, LONGEST_STRETCH);
        while (!values.isEmpty()) {
            String previous = null;
            for (String value : values) {
                boolean isNew = previous == null || !column.same(previous, value);
                previous = value;
                if (!isNew || !column.contains(value, text)) {
                    continue;
                }
                requireTime(end);
                found += addWithValue(rows, connection, source, value, "", limit - found);
                if (found == limit) {
                    return;
                }
            }
            requireTime(end);
            values = values(connection, column, previous, false, LONGEST_STRETCH);
        }
    }

    private static void requireTime(long end) throws SQLException {
        if (System.nanoTime() - end > 0) {
            throw new SQLException("The search takes too long.", "S0001", ProcedureException.SEARCH_TOO_WIDE);
        }
    }

    /** The column's values in order, as often as they occur. */
    private static List<String> values(
            Connection connection, SearchedColumn column, String from, boolean inclusive, int most)
            throws SQLException {
        List<String> values = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(column.valuesSql(inclusive))) {
            statement.setString(1, from);
            statement.setInt(2, most);
            try (ResultSet results = statement.executeQuery()) {
                while (results.next()) {
                    values.add(results.getString(1));
                }
            }
        }
        return values;
    }

    private static int addWithValue(
            SimpleResultSet rows, Connection connection, SearchSource source, String value, String afterId, int limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(source.withValue())) {
            statement.setString(1, value);
            statement.setString(2, afterId);
            statement.setInt(3, limit);
            return Rows.addAll(rows, statement);
        }
    }
}
