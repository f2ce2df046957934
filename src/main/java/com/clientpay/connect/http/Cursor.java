package com.clientpay.connect.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Where a keyset-paged list continues: the sort key of the last item, bound to the list and filters it came from, so that
 * a cursor of another list is refused. Opaque to callers; not a secret.
 */
public final class Cursor {
    private Cursor() {}

    /**
     * @param context names the list and all its filters
     * @param key the last item's sort key
     */
    public static String encode(String context, String... key) {
        List<String> parts = new ArrayList<>();
        parts.add(fingerprint(context));
        parts.addAll(List.of(key));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.bytes(parts));
    }

    /** The sort key of {@code size} parts, or empty when the cursor does not belong to the context. */
    public static Optional<List<String>> decode(String context, String cursor, int size) {
        try {
            JsonNode parts = Json.read(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
            if (!parts.isArray() || parts.size() != size + 1) {
                return Optional.empty();
            }
            List<String> key = new ArrayList<>();
            for (JsonNode part : parts) {
                if (!part.isString()) {
                    return Optional.empty();
                }
                key.add(part.stringValue());
            }
            return key.remove(0).equals(fingerprint(context)) ? Optional.of(key) : Optional.empty();
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }

    private static String fingerprint(String context) {
        CRC32 sum = new CRC32();
        sum.update(context.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }
}
