package com.clientpay.connect.batches;

import java.time.Instant;

/**
 * How many batches, or receipts that wait for one, are not finished.
 *
 * @param what SEALED, WRITING, UNKNOWN, or LINES: receipts that wait to be sealed
 * @param oldest since when the first of them is so
 */
public record BatchCount(String what, long count, Instant oldest) {
    /** Receipts that wait to be sealed. */
    public static final String LINES = "LINES";
}
