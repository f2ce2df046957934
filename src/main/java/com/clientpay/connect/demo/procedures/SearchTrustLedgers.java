package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.h2.tools.SimpleResultSet;

/**
 * {@code clientpay.SearchTrustLedgers}: a page of the trust ledgers, by the searched field and id; without a field by id,
 * with the id as SearchValue. By INVOICE_NUMBER: the ledgers of the matters that have an invoice of that number. Throws
 * 51004 when it takes longer than two seconds.
 */
public final class SearchTrustLedgers {
    private static final String COLUMNS = """
            t.TrustLedgerId, m.MatterId, m.MatterNumber, m.MatterName, c.ClientName, t.BankAccountId, t.Balance
            """;

    private static final String BY_ID = select("t.TrustLedgerId") + """
              FROM firm.TrustLedger t
              LEFT JOIN firm.Matter m ON m.MatterId = t.MatterId
              LEFT JOIN firm.Client c ON c.ClientId = m.ClientId
              WHERE t.TrustLedgerId > ? ORDER BY t.TrustLedgerId LIMIT ?
              """;

    private static final String FROM_MATTER = """
            FROM firm.Matter m
            LEFT JOIN firm.Client c ON c.ClientId = m.ClientId
            LEFT JOIN firm.TrustLedger t ON t.MatterId = m.MatterId
            """;

    private static final String FROM_CLIENT = """
            FROM firm.Client c
            LEFT JOIN firm.Matter m ON m.ClientId = c.ClientId
            LEFT JOIN firm.TrustLedger t ON t.MatterId = m.MatterId
            """;

    private static final String FROM_INVOICE = """
            FROM (SELECT DISTINCT InvoiceNumber, MatterId FROM firm.Invoice WHERE InvoiceNumber = ?) n
            LEFT JOIN firm.Matter m ON m.MatterId = n.MatterId
            LEFT JOIN firm.Client c ON c.ClientId = m.ClientId
            LEFT JOIN firm.TrustLedger t ON t.MatterId = m.MatterId
            """;

    private SearchTrustLedgers() {}

    public static ResultSet call(
            Connection connection,
            String field,
            String match,
            String text,
            String afterValue,
            String afterId,
            long limit)
            throws SQLException {
        SimpleResultSet rows = Rows.of(Contract.SEARCH_TRUST_LEDGERS);
        if (Rows.onlyColumnsAsked(connection)) {
            return rows;
        }
        if (field == null) {
            byId(rows, connection, afterId, limit);
        } else {
            Search search = new Search(match, text, afterValue, afterId, Math.toIntExact(limit));
            switch (field) {
                case "MATTER_NUMBER" -> by(rows, connection, search, SearchedColumn.MATTER_NUMBER, "m", FROM_MATTER);
                case "MATTER_NAME" -> by(rows, connection, search, SearchedColumn.MATTER_NAME, "m", FROM_MATTER);
                case "RESPONSIBLE_ATTORNEY" ->
                    by(rows, connection, search, SearchedColumn.RESPONSIBLE_ATTORNEY, "m", FROM_MATTER);
                case "CLIENT_NUMBER" -> by(rows, connection, search, SearchedColumn.CLIENT_NUMBER, "c", FROM_CLIENT);
                case "CLIENT_NAME" -> by(rows, connection, search, SearchedColumn.CLIENT_NAME, "c", FROM_CLIENT);
                case "INVOICE_NUMBER" ->
                    search.into(
                            rows,
                            connection,
                            SearchedColumn.INVOICE_NUMBER,
                            select("n.InvoiceNumber") + FROM_INVOICE
                                    + "WHERE t.TrustLedgerId > ? ORDER BY t.TrustLedgerId LIMIT ?",
                            Search.PATIENCE);
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

    private static void by(
            SimpleResultSet rows,
            Connection connection,
            Search search,
            SearchedColumn column,
            String alias,
            String from)
            throws SQLException {
        String value = alias + "." + column.column();
        String sql = select(value) + from + "WHERE " + value
                + " = ? AND t.TrustLedgerId > ? ORDER BY t.TrustLedgerId LIMIT ?";
        search.into(rows, connection, column, sql, Search.PATIENCE);
    }

    private static String select(String searchValue) {
        return "SELECT " + COLUMNS + ", " + searchValue + " AS SearchValue ";
    }
}
