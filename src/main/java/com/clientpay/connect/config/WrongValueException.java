package com.clientpay.connect.config;

/** A value that its setting does not take. The message goes on after the setting's name: "must be …". */
final class WrongValueException extends Exception {
    private static final long serialVersionUID = 1L;

    WrongValueException(String message) {
        super(message, null, false, false);
    }
}
