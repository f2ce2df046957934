package com.clientpay.connect.database;

/**
 * Deadlocks, lock time-outs, scripts being run or a pool without a free connection outlived every retry, or a statement took
 * too long: nothing was written.
 */
public final class BusyException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    public BusyException(String message, Throwable cause) {
        super(message, cause);
    }
}
