package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Field;
import com.clientpay.connect.database.Procedure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.h2.tools.SimpleResultSet;

/** Answers postings with everything that belongs to them: rows of several kinds, told apart by column Part. */
final class PostingRows {
    /** Each selects columns of the answer by their names; the others stay null. */
    private static final List<String> PARTS = List.of(
            "SELECT 'POSTING' AS Part, PostingId, CAST(0 AS BIGINT) AS Position, Status, CAST(Attempt AS BIGINT) AS"
                    + " Attempt, Version, IdempotencyKey, PaymentId, MerchantAccountId, Kind, Amount, Currency,"
                    + " PaymentDate, BookDate, PayerName, PayerEmail, Method, Reference, ArMessage, LedgerCode,"
                    + " TransactionType, BankAccountId, Fields, Receipt, Due, CreatedAt"
                    + " FROM clientpay_internal.Posting WHERE PostingId = ?",
            // Of an allocation that is resolved its target, else what was sent.
            "SELECT 'ALLOCATION' AS Part, a.PostingId, CAST(a.Position AS BIGINT) AS Position, a.Amount,"
                    + " COALESCE(a.InvoiceId, a.SentInvoiceId) AS InvoiceId,"
                    + " COALESCE(a.SentInvoiceNumber, i.InvoiceNumber) AS InvoiceNumber,"
                    + " COALESCE(a.TrustLedgerId, a.SentTrustLedgerId) AS TrustLedgerId,"
                    + " CASE WHEN a.TrustLedgerId IS NULL THEN a.SentMatterId END AS MatterId"
                    + " FROM clientpay_internal.PostingAllocation a LEFT JOIN clientpay_internal.MapInvoice i"
                    + " ON i.InvoiceId = COALESCE(a.InvoiceId, a.SentInvoiceId)"
                    + " WHERE a.PostingId = ? ORDER BY a.Position",
            "SELECT 'REASON' AS Part, PostingId, CAST(Position AS BIGINT) AS Position, Code, Detail,"
                    + " CAST(Allocation AS BIGINT) AS Allocation"
                    + " FROM clientpay_internal.PostingReason WHERE PostingId = ? ORDER BY Position",
            "SELECT 'EVENT' AS Part, PostingId, CAST(Position AS BIGINT) AS Position, At, Actor, What, Detail"
                    + " FROM clientpay_internal.PostingEvent WHERE PostingId = ? ORDER BY Position");

    private final Connection connection;
    private final SimpleResultSet answer;
    private final Map<String, Integer> columns = new HashMap<>();

    /** Adds to the answer of a procedure whose columns are those of postings. */
    PostingRows(Connection connection, Procedure procedure, SimpleResultSet answer) {
        this.connection = connection;
        this.answer = answer;
        for (Field column : procedure.columns()) {
            columns.put(key(column.name()), columns.size());
        }
    }

    /** The posting's rows, or none if there is no such posting. */
    void add(String postingId) throws SQLException {
        for (String part : PARTS) {
            try (PreparedStatement statement = connection.prepareStatement(part)) {
                statement.setString(1, postingId);
                try (ResultSet rows = statement.executeQuery()) {
                    copy(rows);
                }
            }
        }
    }

    private void copy(ResultSet rows) throws SQLException {
        ResultSetMetaData meta = rows.getMetaData();
        int[] places = new int[meta.getColumnCount()];
        for (int i = 0; i < places.length; i++) {
            places[i] = columns.get(key(meta.getColumnLabel(i + 1)));
        }
        while (rows.next()) {
            Object[] row = new Object[columns.size()];
            for (int i = 0; i < places.length; i++) {
                row[places[i]] = Rows.value(rows, i + 1, meta.getColumnType(i + 1));
            }
            answer.addRow(row);
        }
    }

    private static String key(String column) {
        return column.toUpperCase(Locale.ROOT);
    }
}
