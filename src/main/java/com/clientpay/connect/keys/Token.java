package com.clientpay.connect.keys;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key as its holder sends it: {@code cpk_<name>_<secret>}.
 *
 * @param secret 43 characters: 32 bytes in base64url without padding (RFC 4648, section 5)
 */
public record Token(String name, String secret) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,32}");
    private static final Pattern TOKEN = Pattern.compile("cpk_([a-z0-9-]{1,32})_([A-Za-z0-9_-]{43})");
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([!-~]+) *");

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** The token of an Authorization header of scheme Bearer (RFC 6750); empty when it is anything else. */
    static Optional<Token> ofHeader(String authorization) {
        Matcher bearer = BEARER.matcher(authorization);
        return bearer.matches() ? parse(bearer.group(1)) : Optional.empty();
    }

    /** A key as it was shown; empty when it is anything else. */
    public static Optional<Token> parse(String text) {
        Matcher token = TOKEN.matcher(text);
        return token.matches() ? Optional.of(new Token(token.group(1), token.group(2))) : Optional.empty();
    }

    /** The whole key. Never for a log. */
    String reveal() {
        return "cpk_" + name + "_" + secret;
    }

    @Override
    public String toString() {
        return "cpk_" + name + "_…";
    }
}
