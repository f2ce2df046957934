package com.clientpay.connect.process;

import com.clientpay.connect.contract.Books;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What lies in a demo firm's database: its books and our ledger. */
final class FirmRecords {
    private final Supplier<String> url;
    private final Books books;

    /**
     * @param url where the database is now
     * @param books opened before anything was posted
     */
    FirmRecords(Supplier<String> url, Books books) {
        this.url = url;
        this.books = books;
    }

    /** Has H2 use the gaps of the database's file at once, as it does with every file that is older than 45 seconds. */
    static void age(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET RETENTION_TIME 0");
        }
    }

    /** Open invoices of open matters. */
    List<String> payableInvoices() throws SQLException {
        return texts("""
                SELECT i.InvoiceId FROM clientpay_internal.MapInvoice i
                JOIN clientpay_internal.MapMatter m ON m.MatterId = i.MatterId
                WHERE i.Balance > 0 AND m.Status = 'OPEN' ORDER BY i.InvoiceId
                """);
    }

    /** Compares the books with our ledger, and both with the opening balances. Nobody may be writing. */
    void checkBooks() throws SQLException {
        try (Connection connection = connect()) {
            books.check(connection);
        }
    }

    /** Every posting's status, by payment id. */
    Map<String, String> statuses() throws SQLException {
        Map<String, String> statuses = new TreeMap<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT PaymentId, Status FROM clientpay_internal.Posting")) {
            while (rows.next()) {
                statuses.put(rows.getString(1), rows.getString(2));
            }
        }
        return statuses;
    }

    /** Payments whose posting waits for the connector itself. */
    List<String> due() throws SQLException {
        return texts("SELECT PaymentId FROM clientpay_internal.Posting WHERE Due IS NOT NULL");
    }

    /** The firm itself takes all that is open on an invoice, and tells nobody. */
    void takesPaymentItself(String invoiceId) throws SQLException {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            BigDecimal open;
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT Balance FROM firm.Invoice WHERE InvoiceId = ? FOR UPDATE")) {
                query.setString(1, invoiceId);
                try (ResultSet rows = query.executeQuery()) {
                    rows.next();
                    open = rows.getBigDecimal(1);
                }
            }
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE firm.Invoice SET Balance = 0 WHERE InvoiceId = ?")) {
                update.setString(1, invoiceId);
                update.executeUpdate();
            }
            connection.commit();
            books.changedByFirm("invoice " + invoiceId, open.negate());
        }
    }

    /** The first column of every row. */
    List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url.get());
    }
}
