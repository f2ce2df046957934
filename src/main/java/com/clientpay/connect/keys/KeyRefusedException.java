package com.clientpay.connect.keys;

/** A key cannot be made as wanted; the message says why and what would be right. */
public final class KeyRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KeyRefusedException(String message) {
        super(message);
    }
}
