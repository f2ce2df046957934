package com.clientpay.connect.cli;

/** Messages that were written to follow a colon, as the first thing that is said. */
final class Sentence {
    private Sentence() {}

    static String of(String message) {
        return message.isEmpty() ? message : Character.toUpperCase(message.charAt(0)) + message.substring(1);
    }
}
