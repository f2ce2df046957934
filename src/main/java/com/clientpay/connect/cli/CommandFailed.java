package com.clientpay.connect.cli;

/** Ends a command with exit code 1 and a message for the person at the terminal: what happened, and what to do. */
class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandFailed(String message) {
        this(message, null);
    }

    CommandFailed(String message, Throwable cause) {
        super(message, cause, false, cause != null);
    }
}
