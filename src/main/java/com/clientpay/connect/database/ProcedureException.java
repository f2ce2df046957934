package com.clientpay.connect.database;

import java.sql.SQLException;

/**
 * A procedure ended in an error that is not the connection's: one of our own numbers (51000–51999), or any other that
 * the firm's triggers, constraints or rights raised.
 */
public final class ProcedureException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /** A writing procedure was called without a transaction. */
    public static final int NO_TRANSACTION = 51000;
    /** A search ran longer than two seconds, or would. */
    public static final int SEARCH_TOO_WIDE = 51004;
    /** A row was changed in spite of its lock: the same again finds it as it is. */
    public static final int CHANGED_MEANWHILE = 51006;

    private final int number;

    public ProcedureException(Procedure procedure, SQLException cause) {
        super("Procedure " + procedure.qualifiedName() + " failed with error " + cause.getErrorCode(), cause);
        this.number = cause.getErrorCode();
    }

    /** The database's error number. */
    public int number() {
        return number;
    }
}
