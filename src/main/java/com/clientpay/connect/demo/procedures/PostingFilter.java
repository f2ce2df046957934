package com.clientpay.connect.demo.procedures;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Which postings are asked for, and the conditions that say so in SQL. A null is no filter.
 *
 * @param text the start of a posting id, payment id, reference or payer name
 * @param createdFrom included
 * @param createdBefore not included
 */
record PostingFilter(
        String text,
        String paymentId,
        String merchantAccountId,
        LocalDateTime createdFrom,
        LocalDateTime createdBefore) {

    /** The columns that a text is looked for in; each has an index. */
    static final List<String> TEXT_COLUMNS = List.of("PostingId", "PaymentId", "Reference", "PayerName");

    /** No character sorts after it. */
    private static final String LAST = "\uffff";

    /** A condition with its arguments. */
    record Condition(String sql, List<Object> arguments) {}

    boolean isEmpty() {
        return text == null
                && paymentId == null
                && merchantAccountId == null
                && createdFrom == null
                && createdBefore == null;
    }

    /** That a column's value starts with the text. */
    Condition startsWithText(String column) {
        return new Condition(column + " >= ? AND " + column + " < ?", List.of(text, text + LAST));
    }

    /** All filters but the text. */
    List<Condition> exceptText() {
        List<Condition> conditions = new ArrayList<>();
        add(conditions, "PaymentId = ?", paymentId);
        add(conditions, "MerchantAccountId = ?", merchantAccountId);
        add(conditions, "CreatedAt >= ?", createdFrom);
        add(conditions, "CreatedAt < ?", createdBefore);
        return conditions;
    }

    /** The text, tested on each row. */
    List<Condition> byText() {
        if (text == null) {
            return List.of();
        }
        List<String> parts = new ArrayList<>();
        List<Object> arguments = new ArrayList<>();
        for (String column : TEXT_COLUMNS) {
            Condition condition = startsWithText(column);
            parts.add("(" + condition.sql + ")");
            arguments.addAll(condition.arguments);
        }
        return List.of(new Condition("(" + String.join(" OR ", parts) + ")", arguments));
    }

    /** Whether the text finds more than so many postings in one of its four places. */
    boolean findsMoreThan(int most, Connection connection) throws SQLException {
        for (String column : TEXT_COLUMNS) {
            Condition condition = startsWithText(column);
            List<Long> found = Sql.list(
                    connection,
                    "SELECT COUNT(*) AS Found FROM (SELECT 1 FROM clientpay_internal.Posting WHERE " + condition.sql
                            + " FETCH FIRST " + (most + 1) + " ROWS ONLY)",
                    row -> row.getLong("Found"),
                    condition.arguments.toArray());
            if (found.get(0) > most) {
                return true;
            }
        }
        return false;
    }

    private static void add(List<Condition> conditions, String sql, Object argument) {
        if (argument != null) {
            conditions.add(new Condition(sql, List.of(argument)));
        }
    }
}
