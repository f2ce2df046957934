package com.clientpay.connect.console;

import java.security.SecureRandom;
import java.util.Base64;

/** 32 random bytes in base64url: 43 characters that nobody guesses. */
final class RandomToken {
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomToken() {}

    static String make() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
