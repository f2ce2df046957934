package com.clientpay.connect.books;

import com.clientpay.connect.http.Cursor;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Up to when a caller has seen the changes of one database. Its text is opaque to callers. */
record Watermark(String databaseId, Instant at) {

    String text() {
        return Cursor.encode(context(databaseId), at.toString());
    }

    /** Empty when the text is none of ours, or was given by another database, whose times mean nothing here. */
    static Optional<Watermark> of(String databaseId, String text) {
        return Cursor.decode(context(databaseId), text, 1)
                .flatMap(Watermark::instant)
                .map(at -> new Watermark(databaseId, at));
    }

    private static Optional<Instant> instant(List<String> key) {
        try {
            return Optional.of(Instant.parse(key.get(0)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String context(String databaseId) {
        return "sync-invoices " + databaseId;
    }
}
