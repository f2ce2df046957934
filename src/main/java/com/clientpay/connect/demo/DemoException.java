package com.clientpay.connect.demo;

/** The demo firm can't be opened or made. The message is for the person at the terminal and says what to do. */
public final class DemoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoException(String message, Throwable cause) {
        super(message, cause);
    }
}
