package com.clientpay.connect.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Entity tags, RFC 9110 section 8.8.3. */
final class EntityTag {
    private EntityTag() {}

    /** A strong tag: the first half of the content's SHA-256. */
    static String of(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return "\"" + HexFormat.of().formatHex(hash, 0, 16) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Whether one of the {@code If-None-Match} values is the tag: {@code *}, or lists, compared weakly. */
    static boolean isIn(List<String> ifNoneMatch, String tag) {
        return ifNoneMatch.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .map(sent -> sent.startsWith("W/") ? sent.substring(2) : sent)
                .anyMatch(sent -> sent.equals("*") || sent.equals(tag));
    }
}
