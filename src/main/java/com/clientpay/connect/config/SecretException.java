package com.clientpay.connect.config;

/** A secret that cannot be had. The message says why and never holds a secret. */
public final class SecretException extends Exception {
    private static final long serialVersionUID = 1L;

    public SecretException(String message) {
        super(message, null, false, false);
    }
}
