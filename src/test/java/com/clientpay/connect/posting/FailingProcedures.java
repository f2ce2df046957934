package com.clientpay.connect.posting;

import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Field;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.h2.tools.SimpleResultSet;

/** Procedures that fail as a firm's database does, in place of PostPosting. */
public final class FailingProcedures {
    private FailingProcedures() {}

    /** What H2 calls the method of this name. */
    static String named(String method) {
        return FailingProcedures.class.getName() + "." + method;
    }

    /** A lock time-out. */
    public static ResultSet busy(
            Connection connection,
            String id,
            Long version,
            LocalDate book,
            LocalDate today,
            String actor,
            LocalDateTime now)
            throws SQLException {
        return failing(connection, new SQLException("Lock request time out period exceeded.", "HYT00", 1222));
    }

    /** The connection breaks. */
    public static ResultSet away(
            Connection connection,
            String id,
            Long version,
            LocalDate book,
            LocalDate today,
            String actor,
            LocalDateTime now)
            throws SQLException {
        return failing(connection, new SQLException("The connection is closed.", "90007", 90007));
    }

    /** It takes longer than a statement may. */
    public static ResultSet slow(
            Connection connection,
            String id,
            Long version,
            LocalDate book,
            LocalDate today,
            String actor,
            LocalDateTime now)
            throws SQLException {
        return failing(connection, new SQLTimeoutException("The query has timed out.", "HY008", 0));
    }

    /** The transaction log has no room left. */
    public static ResultSet full(
            Connection connection,
            String id,
            Long version,
            LocalDate book,
            LocalDate today,
            String actor,
            LocalDateTime now)
            throws SQLException {
        return failing(connection, new SQLException("The transaction log is full.", "S0004", 9002));
    }

    /** The database was set to read-only, or this server is a replica now. */
    public static ResultSet readOnly(
            Connection connection,
            String id,
            Long version,
            LocalDate book,
            LocalDate today,
            String actor,
            LocalDateTime now)
            throws SQLException {
        return failing(connection, new SQLException("The database is read-only.", "S0001", 3906));
    }

    /** A script of the pack is being run. */
    public static ResultSet changing(
            Connection connection,
            String id,
            Long version,
            LocalDate book,
            LocalDate today,
            String actor,
            LocalDateTime now)
            throws SQLException {
        return failing(
                connection,
                new SQLException("Could not find stored procedure 'clientpay_internal.ApplyPosting'.", "S0062", 2812));
    }

    /** A trigger of the vendor's raises an error that quotes what was to be written. */
    public static ResultSet raising(
            Connection connection,
            String id,
            Long version,
            LocalDate book,
            LocalDate today,
            String actor,
            LocalDateTime now)
            throws SQLException {
        return failing(connection, new SQLException("Truncated value: 'A. Example'.", "S0001", 2628));
    }

    private static ResultSet failing(Connection connection, SQLException error) throws SQLException {
        if (!"jdbc:columnlist:connection".equals(connection.getMetaData().getURL())) {
            throw error;
        }
        SimpleResultSet columns = new SimpleResultSet();
        for (Field column : Contract.POST_POSTING.columns()) {
            columns.addColumn(column.name(), Types.VARCHAR, 128, 0);
        }
        return columns;
    }
}
