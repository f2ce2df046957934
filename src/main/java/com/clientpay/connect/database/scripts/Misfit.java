package com.clientpay.connect.database.scripts;

/**
 * A table or column that a pack uses and that the database does not have, or has otherwise.
 *
 * @param column empty when the whole table is meant
 * @param expected in words, such as {@code varchar of at most 20 characters, not null}
 * @param found in words, such as {@code not there}
 */
public record Misfit(String table, String column, String expected, String found) {

    /** {@code firm.Matter.Office}, or the table alone. */
    public String place() {
        return column.isEmpty() ? table : table + "." + column;
    }
}
