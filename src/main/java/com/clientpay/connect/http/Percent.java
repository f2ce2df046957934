package com.clientpay.connect.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent-encoding (RFC 3986), read strictly: once, and as UTF-8. */
final class Percent {
    private Percent() {}

    /** The decoded text; empty for a broken escape or bytes that are not UTF-8. */
    static Optional<String> decode(String text, boolean plusIsBlank) {
        if (text.indexOf('%') < 0 && text.indexOf('\uFFFD') < 0) {
            return Optional.of(plusIsBlank ? text.replace('+', ' ') : text);
        }
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer decoded = ByteBuffer.allocate(raw.length);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '%') {
                int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
                int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                decoded.put((byte) (high << 4 | low));
                i += 2;
            } else {
                decoded.put(plusIsBlank && raw[i] == '+' ? (byte) ' ' : raw[i]);
            }
        }
        try {
            String result =
                    StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString();
            return text.indexOf('\uFFFD') < 0 ? Optional.of(result) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
