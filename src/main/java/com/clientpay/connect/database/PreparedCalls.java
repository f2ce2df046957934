package com.clientpay.connect.database;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The statements of calls on a pool's connections. H2 parses a CALL anew each time it is prepared, a fifth of a short
 * call's work, so there each connection keeps a statement for each procedure. It parses it once more for each execution,
 * and makes two exceptions on the way, which a SELECT from the same function does not, so there what only reads is
 * selected: another fifth. SQL Server's driver sends the procedure's name and parses nothing: there each call has a
 * statement of its own.
 *
 * <p>A connection is used by one thread at a time, as the pool lends it.
 */
final class PreparedCalls {

    /** Uses a statement whose parameters are not set yet, and reads its answer to the end. */
    @FunctionalInterface
    interface Use<T> {
        T of(CallableStatement statement) throws SQLException;
    }

    /** By the driver's own connection, which outlives its loans. */
    private final Map<Connection, Map<String, CallableStatement>> kept = new ConcurrentHashMap<>();

    /**
     * Uses a statement; one that failed is not used again.
     *
     * @param reads whether the call's transaction writes nothing
     */
    <T> T with(Procedure procedure, boolean reads, Connection lent, Use<T> use) throws SQLException {
        Connection own = lent.unwrap(Connection.class);
        if (!own.getClass().getName().startsWith("org.h2.")) {
            try (CallableStatement statement = lent.prepareCall(procedure.callText())) {
                return use.of(statement);
            }
        }
        String text = reads ? procedure.selectText() : procedure.callText();
        Map<String, CallableStatement> idle = idle(own);
        CallableStatement statement = idle.remove(text);
        if (statement == null) {
            statement = own.prepareCall(text);
        }
        T result;
        try {
            result = use.of(statement);
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
        idle.put(text, statement);
        return result;
    }

    private Map<String, CallableStatement> idle(Connection own) throws SQLException {
        Map<String, CallableStatement> idle = kept.get(own);
        if (idle != null) {
            return idle;
        }
        for (Connection connection : kept.keySet()) {
            if (connection.isClosed()) {
                kept.remove(connection);
            }
        }
        Map<String, CallableStatement> first = new HashMap<>();
        kept.put(own, first);
        return first;
    }
}
