package com.clientpay.connect.database;

/** The connection broke at or after the commit: it may have happened. Asking again with the same key tells. */
public final class OutcomeUnknownException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    public OutcomeUnknownException(String message, Throwable cause) {
        super(message, cause);
    }
}
