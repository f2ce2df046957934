package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
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

    private static final String BY_ID = "SELECT " + columns("t.TrustLedgerId") + """
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
            FROM firm.Invoice n
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
            Rows.addAfter(rows, connection, BY_ID, afterId, limit);
        } else {
            new Search(match, text, afterValue, afterId, Math.toIntExact(limit))
                    .into(rows, connection, source(field), Search.PATIENCE);
        }
        return rows;
    }

    private static SearchSource source(String field) throws SQLException {
        return switch (field) {
            case "CLIENT_NUMBER" -> source(SearchedColumn.CLIENT_NUMBER, "c", FROM_CLIENT);
            case "CLIENT_NAME" -> source(SearchedColumn.CLIENT_NAME, "c", FROM_CLIENT);
            case "MATTER_NUMBER" -> source(SearchedColumn.MATTER_NUMBER, "m", FROM_MATTER);
            case "MATTER_NAME" -> source(SearchedColumn.MATTER_NAME, "m", FROM_MATTER);
            case "RESPONSIBLE_ATTORNEY" -> source(SearchedColumn.RESPONSIBLE_ATTORNEY, "m", FROM_MATTER);
            case "INVOICE_NUMBER" -> byInvoice();
            default -> throw Search.notSearchable(field);
        };
    }

    private static SearchSource source(SearchedColumn column, String alias, String from) {
        String select = "SELECT " + columns(alias + "." + column.column()) + from;
        return new SearchSource(column, select, alias, "t.TrustLedgerId");
    }

    /** A matter may have several invoices of one number. */
    private static SearchSource byInvoice() {
        String select = "SELECT DISTINCT " + columns("n.InvoiceNumber") + FROM_INVOICE;
        return new SearchSource(SearchedColumn.INVOICE_NUMBER, select, "n", "t.TrustLedgerId");
    }

    private static String columns(String searchValue) {
        return COLUMNS + ", " + searchValue + " AS SearchValue ";
    }
}
