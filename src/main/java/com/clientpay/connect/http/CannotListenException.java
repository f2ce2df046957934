package com.clientpay.connect.http;

/** A listener cannot be opened. The message says which, why, and what to do. */
public final class CannotListenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotListenException(String message, Throwable cause) {
        super(message, cause);
    }
}
