package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.h2.tools.SimpleResultSet;

/**
 * {@code clientpay.SyncInvoices}: a slice of the invoices. Without {@code Since} the open ones by id; with it all that
 * changed then or later, by time of change and id. An invoice that changes between two slices may come again.
 */
public final class SyncInvoices {
    private static final String SELECT =
            "SELECT " + InvoiceRows.COLUMNS + ", i.ChangedAt " + InvoiceRows.FROM_INVOICE + "WHERE ";
    private static final String OPEN =
            SELECT + "i.IsOpen = TRUE AND i.InvoiceId > ? ORDER BY i.IsOpen, i.InvoiceId LIMIT ?";
    private static final String SAME_TIME =
            SELECT + "i.ChangedAt = ? AND i.InvoiceId > ? ORDER BY i.ChangedAt, i.InvoiceId LIMIT ?";
    private static final String FROM = SELECT + "i.ChangedAt >= ? ORDER BY i.ChangedAt, i.InvoiceId LIMIT ?";
    private static final String LATER = SELECT + "i.ChangedAt > ? ORDER BY i.ChangedAt, i.InvoiceId LIMIT ?";

    private SyncInvoices() {}

    public static ResultSet call(
            Connection connection, LocalDateTime since, LocalDateTime afterChangedAt, String afterId, long limit)
            throws SQLException {
        SimpleResultSet rows = Rows.of(Contract.SYNC_INVOICES);
        if (Rows.onlyColumnsAsked(connection)) {
            return rows;
        }
        String after = afterId == null ? "" : afterId;
        if (since == null) {
            add(rows, connection, OPEN, after, limit);
        } else if (afterChangedAt == null) {
            add(rows, connection, FROM, since, limit);
        } else {
            int found = add(rows, connection, SAME_TIME, afterChangedAt, after, limit);
            if (found < limit) {
                add(rows, connection, LATER, afterChangedAt, limit - found);
            }
        }
        return rows;
    }

    private static int add(SimpleResultSet rows, Connection connection, String sql, Object... arguments)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            return Rows.addAll(rows, statement);
        }
    }
}
