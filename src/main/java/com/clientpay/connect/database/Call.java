package com.clientpay.connect.database;

import java.math.BigDecimal;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Calls one procedure on one connection. An answer is read to its very end, so that an error after the first result set
 * is seen before anybody commits; a second result set is a broken contract.
 */
final class Call {
    private final Procedure procedure;
    private final boolean reads;
    private final Connection connection;
    private final PreparedCalls statements;

    /** @param reads whether the call's transaction writes nothing */
    Call(Procedure procedure, boolean reads, Connection connection, PreparedCalls statements) {
        this.procedure = procedure;
        this.reads = reads;
        this.connection = connection;
        this.statements = statements;
    }

    <T> List<T> list(Function<Row, T> reader, Object... arguments) throws SQLException {
        return statements.with(procedure, reads, connection, statement -> {
            bind(statement, arguments);
            return rows(statement, reader);
        });
    }

    private <T> List<T> rows(CallableStatement statement, Function<Row, T> reader) throws SQLException {
        List<T> rows = new ArrayList<>();
        boolean seen = false;
        for (boolean isResults = statement.execute();
                isResults || statement.getUpdateCount() != -1;
                isResults = statement.getMoreResults()) {
            if (!isResults) {
                continue;
            }
            if (seen) {
                throw new ContractBrokenException(procedure, "it answers with more than one result set", null);
            }
            seen = true;
            try (ResultSet results = statement.getResultSet()) {
                Row row = new Row(procedure, results);
                while (results.next()) {
                    rows.add(reader.apply(row));
                }
            }
        }
        if (!seen && !procedure.columns().isEmpty()) {
            throw new ContractBrokenException(procedure, "it answers with no result set", null);
        }
        return rows;
    }

    /** Calls a procedure without result set once for each list of arguments, in one round trip where the driver can. */
    void batch(List<Object[]> calls) throws SQLException {
        if (calls.isEmpty()) {
            return;
        }
        statements.with(procedure, reads, connection, statement -> {
            for (Object[] arguments : calls) {
                bind(statement, arguments);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    private void bind(PreparedStatement statement, Object... arguments) throws SQLException {
        List<Field> parameters = procedure.parameters();
        if (arguments.length != parameters.size()) {
            throw new IllegalArgumentException(
                    procedure.name() + " takes " + parameters.size() + " parameters, not " + arguments.length);
        }
        for (int i = 0; i < arguments.length; i++) {
            ValueType type = parameters.get(i).type();
            Object value = arguments[i] instanceof Optional<?> optional ? optional.orElse(null) : arguments[i];
            if (value == null) {
                statement.setNull(i + 1, type.jdbcType());
            } else {
                set(statement, i + 1, type, value);
            }
        }
    }

    static void set(PreparedStatement statement, int index, ValueType type, Object value) throws SQLException {
        switch (type) {
            case TEXT -> statement.setNString(index, value.toString());
            case ID -> statement.setString(index, value.toString());
            case MONEY -> statement.setBigDecimal(index, ((BigDecimal) value).setScale(2));
            case DATE -> statement.setObject(index, value);
            case INSTANT -> statement.setObject(index, utc((Instant) value));
            case FLAG -> statement.setBoolean(index, (Boolean) value);
            case NUMBER -> statement.setLong(index, ((Number) value).longValue());
            case BYTES -> statement.setBytes(index, (byte[]) value);
        }
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
    }
}
