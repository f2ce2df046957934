package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.h2.tools.SimpleResultSet;

/**
 * {@code clientpay.SearchInvoices}: a page of the open invoices, by the searched field and id; without a field by date and
 * id, with the date as SearchValue. Throws 51004 when it takes longer than two seconds.
 */
public final class SearchInvoices {
    private static final String BY_DATE = "SELECT " + InvoiceRows.COLUMNS
            + ", CAST(i.InvoiceDate AS VARCHAR(10)) AS SearchValue " + InvoiceRows.FROM_INVOICE
            + "WHERE i.IsOpen = TRUE AND %s ORDER BY i.IsOpen, i.InvoiceDate, i.InvoiceId LIMIT ?";
    private static final String SAME_DATE = BY_DATE.formatted("i.InvoiceDate = ? AND i.InvoiceId > ?");
    private static final String LATER = BY_DATE.formatted("i.InvoiceDate > ?");

    private SearchInvoices() {}

    public static ResultSet call(
            Connection connection,
            String field,
            String match,
            String text,
            String afterValue,
            String afterId,
            long limit)
            throws SQLException {
        SimpleResultSet rows = Rows.of(Contract.SEARCH_INVOICES);
        if (Rows.onlyColumnsAsked(connection)) {
            return rows;
        }
        if (field == null) {
            byDate(rows, connection, afterValue, afterId, limit);
        } else {
            new Search(match, text, afterValue, afterId, Math.toIntExact(limit))
                    .into(rows, connection, source(field), Search.PATIENCE);
        }
        return rows;
    }

    private static SearchSource source(String field) throws SQLException {
        return switch (field) {
            case "CLIENT_NUMBER" -> source(SearchedColumn.CLIENT_NUMBER, "c", InvoiceRows.FROM_CLIENT);
            case "CLIENT_NAME" -> source(SearchedColumn.CLIENT_NAME, "c", InvoiceRows.FROM_CLIENT);
            case "MATTER_NUMBER" -> source(SearchedColumn.MATTER_NUMBER, "m", InvoiceRows.FROM_MATTER);
            case "MATTER_NAME" -> source(SearchedColumn.MATTER_NAME, "m", InvoiceRows.FROM_MATTER);
            case "RESPONSIBLE_ATTORNEY" -> source(SearchedColumn.RESPONSIBLE_ATTORNEY, "m", InvoiceRows.FROM_MATTER);
            case "INVOICE_NUMBER" -> source(SearchedColumn.OPEN_INVOICE_NUMBER, "i", InvoiceRows.FROM_INVOICE);
            default -> throw Search.notSearchable(field);
        };
    }

    private static SearchSource source(SearchedColumn column, String alias, String from) {
        String select = "SELECT " + InvoiceRows.COLUMNS + ", " + alias + "." + column.column() + " AS SearchValue ";
        return new SearchSource(column, select + from, alias, "i.InvoiceId");
    }

    private static void byDate(
            SimpleResultSet rows, Connection connection, String afterValue, String afterId, long limit)
            throws SQLException {
        LocalDate after = afterValue == null ? LocalDate.EPOCH.minusYears(1_000) : date(afterValue);
        int found = 0;
        if (afterValue != null) {
            try (PreparedStatement sameDate = connection.prepareStatement(SAME_DATE)) {
                sameDate.setObject(1, after);
                sameDate.setString(2, afterId == null ? "" : afterId);
                sameDate.setLong(3, limit);
                found = Rows.addAll(rows, sameDate);
            }
        }
        if (found < limit) {
            try (PreparedStatement later = connection.prepareStatement(LATER)) {
                later.setObject(1, after);
                later.setLong(2, limit - found);
                Rows.addAll(rows, later);
            }
        }
    }

    /** A cursor is the caller's to send: what is no date lies after every date. */
    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return LocalDate.of(9999, 12, 31);
        }
    }
}
