package com.clientpay.connect.batches;

/** A receipt that the layout cannot show as it is. The message says which value and why, for the accounting department. */
final class UnwritableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnwritableException(String message) {
        super(message, null, false, false);
    }
}
