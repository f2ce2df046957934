package com.clientpay.connect.demo.procedures;

/**
 * Where the rows of a search come from: the searched column and the query that finds rows by its values.
 *
 * @param select up to and without WHERE; the searched column's table comes first, joined by LEFT joins, whose order H2
 *     keeps
 * @param alias of that table in the query
 * @param id the column that orders rows of one value; null in a row without a hit
 */
record SearchSource(SearchedColumn column, String select, String alias, String id) {

    /** The rows with a value (first parameter) after an id (second), by id, at most so many (third). */
    String withValue() {
        return sql(value() + " = ?");
    }

    /** The rows from a value (inclusive or not) to another, after an id, by value and id, at most so many. */
    String withValues(boolean inclusive) {
        return sql(value() + (inclusive ? " >= ?" : " > ?") + " AND " + value() + " <= ?");
    }

    private String sql(String values) {
        String first = column.condition().isEmpty() ? "" : alias + "." + column.condition() + " = TRUE AND ";
        String order = column.condition().isEmpty() ? "" : alias + "." + column.condition() + ", ";
        return select + " WHERE " + first + values + " AND " + id + " > ? ORDER BY " + order + value() + ", " + id
                + " LIMIT ?";
    }

    private String value() {
        return alias + "." + column.column();
    }
}
