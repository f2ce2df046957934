package com.clientpay.connect.posting;

import java.security.SecureRandom;
import java.time.Instant;

/**
 * Makes posting ids: {@code pst_} and 26 digits of base 32, the first ten of them the time in milliseconds, so that ids
 * sort as they were made, the rest 80 random bits (the layout of a ULID).
 */
final class PostingIds {
    private static final String PREFIX = "pst_";
    /** Crockford's digits: none that is mistaken for another when it is read aloud. */
    private static final char[] DIGITS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();

    private static final int TIME_DIGITS = 10;
    private static final int RANDOM_DIGITS = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PostingIds() {}

    static String next(Instant now) {
        StringBuilder id = new StringBuilder(PREFIX);
        for (int i = TIME_DIGITS - 1; i >= 0; i--) {
            id.append(DIGITS[(int) (now.toEpochMilli() >>> (5 * i)) & 31]);
        }
        byte[] random = new byte[RANDOM_DIGITS];
        RANDOM.nextBytes(random);
        for (byte bits : random) {
            id.append(DIGITS[bits & 31]);
        }
        return id.toString();
    }
}
