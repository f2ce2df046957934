package com.clientpay.connect.config;

/** A resolved secret. Its text shows only the reference it came from, so that it can't reach a log by accident. */
public final class Secret {
    private final String reference;
    private final String value;

    /**
     * @param reference where it came from: {@code secret:NAME}, {@code env:NAME} or {@code file:PATH}
     */
    public Secret(String reference, String value) {
        this.reference = reference;
        this.value = value;
    }

    public String reference() {
        return reference;
    }

    /** The secret itself: for the one call that needs it, never for a message. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return reference;
    }
}
