package com.clientpay.connect.demo.procedures;

import java.util.Locale;

/**
 * A column that can be searched, and how its values are walked in order: always by an index that begins with
 * {@code condition} (if any) and the column.
 *
 * @param condition a column of the index that comes first and must be true, or empty
 * @param ignoreCase whether the column's own order ignores case ({@code VARCHAR_IGNORECASE})
 * @param contains whether values may be searched within (as MapField says)
 */
record SearchedColumn(String table, String column, String condition, boolean ignoreCase, boolean contains) {
    static final SearchedColumn CLIENT_NUMBER = number("firm.Client", "ClientNumber");
    static final SearchedColumn CLIENT_NAME = name("firm.Client", "ClientName", true);
    static final SearchedColumn MATTER_NUMBER = number("firm.Matter", "MatterNumber");
    static final SearchedColumn MATTER_NAME = name("firm.Matter", "MatterName", true);
    static final SearchedColumn RESPONSIBLE_ATTORNEY = name("firm.Matter", "ResponsibleAttorney", false);
    static final SearchedColumn INVOICE_NUMBER = number("firm.Invoice", "InvoiceNumber");
    static final SearchedColumn OPEN_INVOICE_NUMBER =
            new SearchedColumn("firm.Invoice", "InvoiceNumber", "IsOpen", false, false);

    private static SearchedColumn number(String table, String column) {
        return new SearchedColumn(table, column, "", false, false);
    }

    private static SearchedColumn name(String table, String column, boolean contains) {
        return new SearchedColumn(table, column, "", true, contains);
    }

    /** Values from the first parameter on (inclusive or not), in order; the second parameter bounds their number. */
    String valuesSql(boolean inclusive) {
        String first = condition.isEmpty() ? "" : condition + " = TRUE AND ";
        String order = condition.isEmpty() ? column : condition + ", " + column;
        return "SELECT " + column + " FROM " + table + " WHERE " + first + column + (inclusive ? " >= ?" : " > ?")
                + " ORDER BY " + order + " LIMIT ?";
    }

    boolean same(String a, String b) {
        return ignoreCase ? a.equalsIgnoreCase(b) : a.equals(b);
    }

    boolean startsWith(String value, String start) {
        return value.regionMatches(ignoreCase, 0, start, 0, start.length());
    }

    boolean contains(String value, String part) {
        return ignoreCase
                ? value.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT))
                : value.contains(part);
    }
}
