package com.clientpay.connect.windows;

/** Windows refused something, or this is not Windows. The message says what, why and what to do. */
public final class WindowsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WindowsException(String message) {
        super(message);
    }

    public WindowsException(String message, Throwable cause) {
        super(message, cause);
    }

    /** @param what such as "Windows services" */
    static WindowsException elsewhere(String what) {
        return new WindowsException(what + " are for Windows, and this is " + System.getProperty("os.name")
                + ". Here, let the system's own supervisor run: connect run");
    }
}
