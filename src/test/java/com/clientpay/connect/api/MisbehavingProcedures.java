package com.clientpay.connect.api;

import com.clientpay.connect.database.ProcedureException;
import com.clientpay.connect.demo.procedures.GetInstallation;
import com.clientpay.connect.demo.procedures.SyncInvoices;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.h2.tools.SimpleResultSet;

/** Procedures that H2 calls in the place of the firm's, see {@link TestConnector#replaceProcedure}. */
public final class MisbehavingProcedures {
    private MisbehavingProcedures() {}

    /** SearchMatters, when it gives up. */
    public static ResultSet tooWide(
            Connection connection,
            String field,
            String match,
            String text,
            String afterValue,
            String afterId,
            long limit)
            throws SQLException {
        throw new SQLException("too wide", "S0001", ProcedureException.SEARCH_TOO_WIDE);
    }

    /** ListBankAccounts, behind a lock that nobody lets go. */
    public static ResultSet locked(Connection connection) throws SQLException {
        throw new SQLException("lock time-out", "HYT00", 50200);
    }

    /** ListLedgerCodes, without a right that the role should have. */
    public static ResultSet forbidden(Connection connection) throws SQLException {
        throw new SQLException("no right", "42000", 90096);
    }

    /** GetInstallation of a database that answers commits before they are on its disk. */
    public static ResultSet delayingDurability(Connection connection) throws SQLException {
        ResultSet usual = GetInstallation.call(connection);
        int width = usual.getMetaData().getColumnCount();
        SimpleResultSet answer = new SimpleResultSet();
        for (int i = 1; i <= width; i++) {
            answer.addColumn(
                    usual.getMetaData().getColumnLabel(i), usual.getMetaData().getColumnType(i), 0, 0);
        }
        while (usual.next()) {
            Object[] row = new Object[width];
            for (int i = 0; i < width; i++) {
                boolean durability = usual.getMetaData().getColumnLabel(i + 1).equals("DelayedDurability");
                row[i] = durability ? Boolean.TRUE : usual.getObject(i + 1);
            }
            answer.addRow(row);
        }
        return answer;
    }

    /** SyncInvoices, whose second slice fails. */
    public static ResultSet oneSliceOnly(
            Connection connection, LocalDateTime since, LocalDateTime afterChangedAt, String afterId, long limit)
            throws SQLException {
        if (afterId != null) {
            throw new SQLException("broken", "S0001", 50_000);
        }
        return SyncInvoices.call(connection, since, afterChangedAt, afterId, limit);
    }
}
