package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.h2.tools.SimpleResultSet;

/**
 * {@code clientpay.SearchMatters}: a page of the matters, open and closed, by the searched field and id; without a field by
 * id, with the id as SearchValue. By INVOICE_NUMBER: the matters that have an invoice of that number, open or closed.
 * Throws 51004 when it takes longer than two seconds.
 */
public final class SearchMatters {
    private static final String BY_ID =
            select("m.MatterId") + MatterRows.FROM_MATTER + "WHERE m.MatterId > ? ORDER BY m.MatterId LIMIT ?";

    private static final String BY_INVOICE = select("n.InvoiceNumber") + """
              FROM (SELECT DISTINCT InvoiceNumber, MatterId FROM firm.Invoice
                    WHERE InvoiceNumber = ? AND MatterId > ?) n
              LEFT JOIN firm.Matter m ON m.MatterId = n.MatterId
              LEFT JOIN firm.Client c ON c.ClientId = m.ClientId
              ORDER BY m.MatterId LIMIT ?
              """;

    private SearchMatters() {}

    public static ResultSet call(
            Connection connection,
            String field,
            String match,
            String text,
            String afterValue,
            String afterId,
            long limit)
            throws SQLException {
        SimpleResultSet rows = MatterRows.withFurtherColumns(Rows.of(Contract.SEARCH_MATTERS));
        if (Rows.onlyColumnsAsked(connection)) {
            return rows;
        }
        if (field == null) {
            byId(rows, connection, afterId, limit);
        } else {
            Search search = new Search(match, text, afterValue, afterId, Math.toIntExact(limit));
            switch (field) {
                case "MATTER_NUMBER" -> byMatter(rows, connection, search, SearchedColumn.MATTER_NUMBER);
                case "MATTER_NAME" -> byMatter(rows, connection, search, SearchedColumn.MATTER_NAME);
                case "RESPONSIBLE_ATTORNEY" -> byMatter(rows, connection, search, SearchedColumn.RESPONSIBLE_ATTORNEY);
                case "CLIENT_NUMBER" -> byClient(rows, connection, search, SearchedColumn.CLIENT_NUMBER);
                case "CLIENT_NAME" -> byClient(rows, connection, search, SearchedColumn.CLIENT_NAME);
                case "INVOICE_NUMBER" ->
                    search.into(rows, connection, SearchedColumn.INVOICE_NUMBER, BY_INVOICE, Search.PATIENCE);
                default -> throw Search.notSearchable(field);
            }
        }
        return rows;
    }

    private static void byId(SimpleResultSet rows, Connection connection, String afterId, long limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BY_ID)) {
            statement.setString(1, afterId == null ? "" : afterId);
            statement.setLong(2, limit);
            Rows.addAll(rows, statement);
        }
    }

    private static void byMatter(SimpleResultSet rows, Connection connection, Search search, SearchedColumn column)
            throws SQLException {
        String value = "m." + column.column();
        String sql = select(value) + MatterRows.FROM_MATTER + "WHERE " + value + " = ? AND m.MatterId > ? ORDER BY "
                + value + ", m.MatterId LIMIT ?";
        search.into(rows, connection, column, sql, Search.PATIENCE);
    }

    private static void byClient(SimpleResultSet rows, Connection connection, Search search, SearchedColumn column)
            throws SQLException {
        String value = "c." + column.column();
        String sql = select(value) + MatterRows.FROM_CLIENT + "WHERE " + value
                + " = ? AND m.MatterId > ? ORDER BY m.MatterId LIMIT ?";
        search.into(rows, connection, column, sql, Search.PATIENCE);
    }

    private static String select(String searchValue) {
        return "SELECT " + MatterRows.COLUMNS + ", " + searchValue + " AS SearchValue" + MatterRows.FURTHER;
    }
}
