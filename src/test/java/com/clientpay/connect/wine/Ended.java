package com.clientpay.connect.wine;

/** A program that has ended. */
public record Ended(int code, String out, String err) {
    /** Standard output, then standard error. */
    public String said() {
        return out + err;
    }

    @Override
    public String toString() {
        return "exit code " + code + "\n" + out + "\n" + err;
    }
}
