package com.clientpay.connect.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Calls within one transaction of {@link Database#transaction}. Nothing said here holds before that call returns. */
public final class Transaction {

    /** Carries a database error of a call out to {@link Database}, which knows what it means. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Procedure procedure;

        Failed(Procedure procedure, SQLException cause) {
            super(cause);
            this.procedure = procedure;
        }

        Procedure procedure() {
            return procedure;
        }

        SQLException error() {
            return (SQLException) getCause();
        }
    }

    private final Connection connection;
    private final PreparedCalls statements;
    private boolean rollBack;
    private boolean reads;

    Transaction(Connection connection, PreparedCalls statements) {
        this.connection = connection;
        this.statements = statements;
    }

    /** Calls the procedure and reads every row it answers. A null or empty Optional argument is SQL's NULL. */
    public <T> List<T> list(Procedure procedure, Function<Row, T> reader, Object... arguments) {
        try {
            return new Call(procedure, reads, connection, statements).list(reader, arguments);
        } catch (SQLException e) {
            throw new Failed(procedure, e);
        }
    }

    /** As {@link #list}, for procedures that answer at most one row. */
    public <T> Optional<T> find(Procedure procedure, Function<Row, T> reader, Object... arguments) {
        List<T> rows = list(procedure, reader, arguments);
        if (rows.size() > 1) {
            throw new ContractBrokenException(procedure, "it answers " + rows.size() + " rows instead of one", null);
        }
        return rows.stream().findFirst();
    }

    /** As {@link #list}, for procedures that answer exactly one row. */
    public <T> T one(Procedure procedure, Function<Row, T> reader, Object... arguments) {
        return find(procedure, reader, arguments)
                .orElseThrow(() -> new ContractBrokenException(procedure, "it answers no row", null));
    }

    /** Calls a procedure that answers nothing, once for each list of arguments. */
    public void batch(Procedure procedure, List<Object[]> calls) {
        try {
            new Call(procedure, reads, connection, statements).batch(calls);
        } catch (SQLException e) {
            throw new Failed(procedure, e);
        }
    }

    /** Whatever this transaction did is undone when its work returns; the work's result is still answered. */
    public void rollBack() {
        rollBack = true;
    }

    boolean isToRollBack() {
        return rollBack;
    }

    /** It writes nothing: its answer is right however it ends. */
    void onlyReads() {
        reads = true;
    }

    boolean isOnlyReading() {
        return reads;
    }
}
