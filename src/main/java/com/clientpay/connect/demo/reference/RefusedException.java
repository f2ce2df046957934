package com.clientpay.connect.demo.reference;

/** The books do not take an entry. Ends the hook; whatever it wrote is rolled back by the caller. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final Long allocation;

    /** @param allocation its position from 0, or null when it is about the whole posting */
    RefusedException(String code, String detail, Long allocation) {
        super(detail);
        this.code = code;
        this.allocation = allocation;
    }

    String code() {
        return code;
    }

    Long allocation() {
        return allocation;
    }
}
