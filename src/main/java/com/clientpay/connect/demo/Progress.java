package com.clientpay.connect.demo;

/** Told now and then how far the making of a firm is, and once at its end with {@code done == total}. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress NONE = (done, total) -> {};

    /**
     * @param done rows written so far
     * @param total rows there will be
     */
    void at(long done, long total);
}
