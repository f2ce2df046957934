package com.clientpay.connect.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The salted SHA-256 of a secret. One round is enough: the secret is 32 random bytes, not a password that could be
 * guessed from a dictionary.
 *
 * @param salt 16 bytes, lower-case hexadecimal
 * @param hash lower-case hexadecimal
 */
record SecretHash(String salt, String hash) {
    private static final HexFormat HEX = HexFormat.of();

    /** Belongs to no secret: compared with where there is no key, so that a wrong name costs what a wrong secret does. */
    static final SecretHash NONE = new SecretHash("00".repeat(16), "00".repeat(32));

    static SecretHash of(String secret, SecureRandom random) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        return new SecretHash(HEX.formatHex(salt), HEX.formatHex(digest(salt, secret)));
    }

    /** Takes the same time whether and wherever it differs. */
    boolean matches(String secret) {
        return MessageDigest.isEqual(digest(HEX.parseHex(salt), secret), HEX.parseHex(hash));
    }

    private static byte[] digest(byte[] salt, String secret) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(salt);
            return sha256.digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
