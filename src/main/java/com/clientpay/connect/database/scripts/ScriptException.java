package com.clientpay.connect.database.scripts;

/** What keeps the scripts from being read, compared or run, as a message for the person at the terminal. */
public class ScriptException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ScriptException(String message) {
        super(message);
    }

    public ScriptException(String message, Throwable cause) {
        super(message, cause);
    }
}
