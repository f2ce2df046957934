package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Field;
import com.clientpay.connect.database.Procedure;
import com.clientpay.connect.database.ProcedureException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.h2.tools.SimpleResultSet;

/**
 * How the demo firm's procedures answer.
 *
 * <p>H2 calls an alias that returns a result set more often than its caller does: at prepare and again before execution,
 * with a connection whose URL is {@code jdbc:columnlist:connection}, only to learn the columns. A procedure must answer
 * those calls with {@link #columnsOnly} and do nothing, or every posting would be made twice.
 */
public final class Rows {
    private static final String COLUMN_LIST = "jdbc:columnlist:connection";

    private Rows() {}

    /** Whether H2 only asks for the columns. */
    public static boolean onlyColumnsAsked(Connection connection) throws SQLException {
        return COLUMN_LIST.equals(connection.getMetaData().getURL());
    }

    /** The contract's columns of the procedure, without rows; rows are added by {@link SimpleResultSet#addRow}. */
    static SimpleResultSet of(Procedure procedure) {
        SimpleResultSet rows = new SimpleResultSet();
        rows.setAutoClose(false);
        for (Field column : procedure.columns()) {
            switch (column.type()) {
                case TEXT -> rows.addColumn(column.name(), Types.VARCHAR, 4000, 0);
                case ID -> rows.addColumn(column.name(), Types.VARCHAR, 128, 0);
                case MONEY -> rows.addColumn(column.name(), Types.DECIMAL, 19, 2);
                case DATE -> rows.addColumn(column.name(), Types.DATE, 10, 0);
                case INSTANT -> rows.addColumn(column.name(), Types.TIMESTAMP, 23, 3);
                case FLAG -> rows.addColumn(column.name(), Types.BOOLEAN, 1, 0);
                case NUMBER -> rows.addColumn(column.name(), Types.BIGINT, 19, 0);
                case BYTES -> rows.addColumn(column.name(), Types.VARBINARY, 1_000_000, 0);
            }
        }
        return rows;
    }

    /** All rows of a query whose columns are the procedure's, in its order. */
    static ResultSet query(Connection connection, Procedure procedure, String sql, Object... arguments)
            throws SQLException {
        SimpleResultSet rows = of(procedure);
        if (onlyColumnsAsked(connection)) {
            return rows;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            addAll(rows, statement);
        }
        return rows;
    }

    /** Adds what the query answers, whose columns are those of the rows, in order; says how many rows there were. */
    static int addAll(SimpleResultSet rows, PreparedStatement query) throws SQLException {
        int added = 0;
        try (ResultSet results = query.executeQuery()) {
            int width = rows.getMetaData().getColumnCount();
            while (results.next()) {
                Object[] row = new Object[width];
                for (int i = 0; i < width; i++) {
                    row[i] = value(results, i + 1, rows.getMetaData().getColumnType(i + 1));
                }
                rows.addRow(row);
                added++;
            }
        }
        return added;
    }

    /** Instants not as java.sql.Timestamp, which loses the hour that the machine's time zone skips in spring. */
    static Object value(ResultSet results, int column, int type) throws SQLException {
        return switch (type) {
            case Types.TIMESTAMP -> results.getObject(column, LocalDateTime.class);
            case Types.DATE -> results.getObject(column, LocalDate.class);
            case Types.VARBINARY -> results.getBytes(column);
            default -> results.getObject(column);
        };
    }

    /** Fails with error 51000 unless the caller has a transaction: what is written must be undone as a whole. */
    static void requireTransaction(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new SQLException("A transaction is required.", "S0001", ProcedureException.NO_TRANSACTION);
        }
    }

    /** Adds the rows of a list in the order of its ids; the query's parameters are the last id so far and the limit. */
    static void addAfter(SimpleResultSet rows, Connection connection, String sql, String afterId, long limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, afterId == null ? "" : afterId);
            statement.setLong(2, limit);
            addAll(rows, statement);
        }
    }
}
