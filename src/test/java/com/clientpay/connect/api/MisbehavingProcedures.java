package com.clientpay.connect.api;

import com.clientpay.connect.database.ProcedureException;
import com.clientpay.connect.demo.procedures.SyncInvoices;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;

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
