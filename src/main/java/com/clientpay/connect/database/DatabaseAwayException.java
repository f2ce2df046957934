package com.clientpay.connect.database;

/** The database cannot be reached or written to, or the connection broke before a commit was sent: nothing was written. */
public final class DatabaseAwayException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    public DatabaseAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
