package com.clientpay.connect.database;

import java.math.BigDecimal;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Learns which columns a procedure answers, without executing it where the database can say: SQL Server by
 * {@code sys.dm_exec_describe_first_result_set_for_object}, H2 by preparing the call. A server without that function
 * (Babelfish), or a procedure that it can't see through, leaves one way: the procedure is executed in a transaction that is
 * rolled back, with nulls, or with values that can't exist where nulls are an error. The driver's own way, SET FMTONLY, is not used: Babelfish
 * really runs what stands behind it.
 *
 * <p>The connection must not be in auto-commit mode, and loses its transaction.
 */
final class ResultColumns {
    /** Neither an id of ours, which has no blanks, nor a code; and short enough for every parameter. */
    private static final String IMPOSSIBLE = "? ?";

    private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);

    /** A column as the database describes it. */
    record Column(String name, int jdbcType, String typeName) {}

    private final Connection connection;
    private final boolean sqlServer;
    private final List<String> executed = new ArrayList<>();
    private boolean canDescribe = true;

    ResultColumns(Connection connection) throws SQLException {
        this.connection = connection;
        this.sqlServer = connection.getMetaData().getDatabaseProductName().startsWith("Microsoft SQL Server");
    }

    /** The procedures that had to be executed so far. */
    List<String> executed() {
        return List.copyOf(executed);
    }

    /**
     * The columns of the procedure's result set; empty when it has none.
     *
     * @throws SQLException when it can't be told
     */
    List<Column> of(Procedure procedure) throws SQLException {
        if (!sqlServer) {
            try (CallableStatement statement = connection.prepareCall(procedure.callText())) {
                ResultSetMetaData columns = statement.getMetaData();
                return columns == null ? List.of() : read(columns);
            }
        }
        Optional<List<Column>> described = canDescribe ? describe(procedure) : Optional.empty();
        if (described.isPresent()) {
            return described.get();
        }
        executed.add(procedure.name());
        SQLException last = null;
        for (Filling filling : Filling.values()) {
            try {
                return execute(procedure, filling);
            } catch (SQLException e) {
                last = e;
            }
        }
        throw last;
    }

    private Optional<List<Column>> describe(Procedure procedure) {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT name, system_type_name, error_number FROM"
                        + " sys.dm_exec_describe_first_result_set_for_object(OBJECT_ID(?), 0) ORDER BY column_ordinal")) {
            statement.setString(1, procedure.qualifiedName());
            List<Column> columns = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    if (row.getObject(3) != null) {
                        return Optional.empty();
                    }
                    columns.add(new Column(row.getString(1), jdbcType(row.getString(2)), row.getString(2)));
                }
            }
            return Optional.of(columns);
        } catch (SQLException e) {
            canDescribe = false;
            return Optional.empty();
        }
    }

    /** Such as {@code nvarchar(64)}. */
    private static int jdbcType(String systemType) {
        String name = String.valueOf(systemType).toLowerCase(Locale.ROOT).replaceFirst("\\(.*", "");
        return switch (name) {
            case "varchar", "nvarchar", "char", "nchar" -> Types.VARCHAR;
            case "decimal", "numeric" -> Types.DECIMAL;
            case "date" -> Types.DATE;
            case "datetime2", "datetime", "smalldatetime" -> Types.TIMESTAMP;
            case "bit" -> Types.BIT;
            case "bigint" -> Types.BIGINT;
            case "int" -> Types.INTEGER;
            case "varbinary" -> Types.VARBINARY;
            default -> Types.OTHER;
        };
    }

    /** Which parameters get a value when a procedure is executed for its columns; the others are null. */
    private enum Filling {
        NONE,
        ALL_BUT_TEXT,
        ALL
    }

    private List<Column> execute(Procedure procedure, Filling filling) throws SQLException {
        try (CallableStatement statement = connection.prepareCall(procedure.callText())) {
            for (int i = 0; i < procedure.parameters().size(); i++) {
                ValueType type = procedure.parameters().get(i).type();
                boolean isText = type == ValueType.TEXT || type == ValueType.ID;
                if (filling == Filling.ALL || (filling == Filling.ALL_BUT_TEXT && !isText)) {
                    Call.set(statement, i + 1, type, impossible(type));
                } else {
                    statement.setNull(i + 1, type.jdbcType());
                }
            }
            for (boolean isResults = statement.execute();
                    isResults || statement.getUpdateCount() != -1;
                    isResults = statement.getMoreResults()) {
                if (isResults) {
                    return read(statement.getResultSet().getMetaData());
                }
            }
            return List.of();
        } finally {
            connection.rollback();
        }
    }

    private static Object impossible(ValueType type) {
        return switch (type) {
            case TEXT, ID -> IMPOSSIBLE;
            case MONEY -> BigDecimal.ONE;
            case DATE -> LONG_AGO;
            case INSTANT -> Instant.EPOCH;
            case FLAG -> Boolean.FALSE;
            case NUMBER -> 1;
            case BYTES -> new byte[0];
        };
    }

    private static List<Column> read(ResultSetMetaData columns) throws SQLException {
        List<Column> read = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            read.add(new Column(columns.getColumnLabel(i), columns.getColumnType(i), columns.getColumnTypeName(i)));
        }
        return read;
    }
}
