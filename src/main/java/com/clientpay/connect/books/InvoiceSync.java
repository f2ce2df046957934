package com.clientpay.connect.books;

import com.clientpay.connect.background.InBackground;
import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.Row;
import com.clientpay.connect.http.Answer;
import com.clientpay.connect.http.Exchange;
import com.clientpay.connect.http.Json;
import com.clientpay.connect.http.Problem;
import com.clientpay.connect.http.Query;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.SequenceWriter;

/**
 * {@code GET /v1/sync/invoices}: a copy of the invoices, one JSON object a line, and then only what changed.
 *
 * <p>The books change while they are read, slice by slice in the order of the keyset. The watermark is therefore taken
 * before the first slice: what changes during the transfer changes after the watermark, and comes again with the next
 * one. So a caller may see an invoice twice, but misses none. Each slice is read whole on a connection that is given back
 * before the slice is written, and while it is written the next one is read: a slow client holds no connection, and memory
 * holds two slices. A transfer that ends without the line of the watermark is not complete, and the server breaks it off.
 */
public final class InvoiceSync {
    private static final int SLICE = 500;
    private static final int LONGEST_WATERMARK = 500;

    private record Capability(String databaseId, boolean keepsChangeTime) {}

    private record Changed(Invoice invoice, Optional<Instant> at) {
        static Changed of(Row row) {
            return new Changed(Invoice.of(row), row.optionalInstant("ChangedAt"));
        }
    }

    private final Database database;

    public InvoiceSync(Database database) {
        this.database = database;
    }

    Answer answer(Exchange exchange) {
        Query query = exchange.query();
        Optional<String> text = query.text("since", LONGEST_WATERMARK);
        Capability system = database.one(
                Contract.GET_INSTALLATION, row -> new Capability(row.text("DatabaseId"), row.flag("KeepsChangeTime")));
        Optional<Instant> since = text.flatMap(given -> Watermark.of(system.databaseId(), given)
                        .or(() -> query.wrong("since", "is not a watermark of this firm's database")))
                .map(Watermark::at);
        query.check();
        if (since.isPresent() && !system.keepsChangeTime()) {
            throw fullSyncOnly().asException();
        }
        Optional<String> watermark = database.one(Contract.GET_SYNC_WATERMARK, row -> row.optionalInstant("Watermark"))
                .map(at -> new Watermark(system.databaseId(), at).text());
        List<Changed> first = slice(since, Optional.empty());
        return Answer.stream("application/x-ndjson", out -> write(out, since, first, watermark));
    }

    private void write(OutputStream out, Optional<Instant> since, List<Changed> first, Optional<String> watermark)
            throws IOException {
        try (SequenceWriter lines = Json.lines(out)) {
            List<Changed> slice = first;
            while (!slice.isEmpty()) {
                Optional<InBackground<List<Changed>>> next = next(since, slice);
                for (Changed changed : slice) {
                    lines.write(changed.invoice());
                }
                lines.flush();
                slice = next.map(InBackground::result).orElse(List.of());
            }
            lines.write(Collections.singletonMap("watermark", watermark.orElse(null)));
            lines.flush();
            out.write('\n');
        }
    }

    /** What follows the slice, which is being read; nothing after the last one. */
    private Optional<InBackground<List<Changed>>> next(Optional<Instant> since, List<Changed> slice) {
        if (slice.size() < SLICE) {
            return Optional.empty();
        }
        Optional<Changed> last = Optional.of(slice.get(slice.size() - 1));
        return Optional.of(InBackground.begin("invoice-sync", () -> slice(since, last)));
    }

    private List<Changed> slice(Optional<Instant> since, Optional<Changed> after) {
        return database.list(
                Contract.SYNC_INVOICES,
                Changed::of,
                since,
                since.flatMap(start -> after).flatMap(Changed::at),
                after.map(changed -> changed.invoice().id()),
                SLICE);
    }

    private static Problem fullSyncOnly() {
        return Problem.of(
                409,
                "full-sync-only",
                "Changes can't be told",
                "The matter management system keeps no time of change. Leave since out, and take the whole list.");
    }
}
