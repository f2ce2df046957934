package com.clientpay.connect.database;

/** What went wrong between the connector and the firm's database. Its subclasses say what it means to a caller. */
public abstract class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
