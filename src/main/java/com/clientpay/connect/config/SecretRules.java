package com.clientpay.connect.config;

import java.util.Map;
import java.util.regex.Pattern;

/** Which secrets a store keeps: the same on every system, so that they can move. */
public final class SecretRules {
    /** Letters, digits, dots, hyphens and underscores, 1 to 64. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** Characters. */
    static final int LONGEST_VALUE = 4096;

    private SecretRules() {}

    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** @throws SecretException that says what is wrong with which name, and repeats no value */
    public static void check(Map<String, String> secrets) throws SecretException {
        for (Map.Entry<String, String> secret : secrets.entrySet()) {
            check(secret.getKey(), secret.getValue());
        }
    }

    private static void check(String name, String value) throws SecretException {
        if (!isName(name)) {
            throw new SecretException(
                    "The name of a secret has 1 to 64 letters, digits, dots, hyphens and underscores, and no others.");
        }
        if (value.isEmpty()) {
            throw new SecretException("The secret " + name + " is empty.");
        }
        if (value.length() > LONGEST_VALUE) {
            throw new SecretException("The secret " + name + " has " + value.length() + " characters, but at most "
                    + LONGEST_VALUE + " are kept. Put it into a file and refer to that: file:PATH.");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new SecretException("The secret " + name + " has a line break or another control character in it. Put"
                    + " it into a file and refer to that: file:PATH.");
        }
        if (!value.equals(value.strip())) {
            throw new SecretException(
                    "The secret " + name + " begins or ends with a blank, which is mostly a mistake of"
                            + " copying. If it belongs to it, put it into a file and refer to that: file:PATH.");
        }
    }
}
