package com.clientpay.connect.database;

/** A connection that could not be made, explained to the person who can do something about it. */
public final class DatabaseUnreachableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String action;

    DatabaseUnreachableException(ConnectFailure failure, Throwable cause) {
        super(failure.seen(), cause);
        this.action = failure.action();
    }

    /** What to do about it, as a sentence. The message says what was seen. */
    public String action() {
        return action;
    }
}
