package com.clientpay.connect.http.tls;

/** A certificate, key or CA file cannot be used. The message names the file and says what to do. */
public final class TlsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TlsException(String message) {
        super(message);
    }

    public TlsException(String message, Throwable cause) {
        super(message, cause);
    }
}
