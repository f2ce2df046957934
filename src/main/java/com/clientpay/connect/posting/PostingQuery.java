package com.clientpay.connect.posting;

import com.clientpay.connect.http.Cursor;
import com.clientpay.connect.http.Formats;
import com.clientpay.connect.http.Page;
import com.clientpay.connect.http.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The query of {@code GET /v1/postings}, read and checked. */
record PostingQuery(PostingFilter filter, int limit, Optional<PostingList.After> after) {
    private static final int TEXT_LENGTH = 100;
    private static final int ID_LENGTH = 64;

    /** An instant that every engine can hold. */
    private static final long LATEST_MILLISECOND =
            Instant.parse("9998-12-31T23:59:59Z").toEpochMilli();

    static PostingQuery read(Query query) {
        PostingFilter filter = filter(query, query.listOf("status", PostingStatus.class));
        int limit = query.limit();
        Optional<PostingList.After> after = query.cursor(context(filter), 2)
                .flatMap(key ->
                        after(key.get(0), key.get(1)).or(() -> query.wrong("cursor", "is not a cursor of this list")));
        query.check();
        return new PostingQuery(filter, limit, after);
    }

    /** As {@link #read}, without what only a list has. */
    static PostingFilter readForCounts(Query query) {
        PostingFilter filter = filter(query, List.of());
        query.check();
        return filter;
    }

    /** The slice, of rows that were read with one more than the limit. */
    Page<Posting> page(List<Posting> rows) {
        return Page.of(
                rows,
                limit,
                last -> Cursor.encode(
                        context(filter), Long.toString(last.createdAt().toEpochMilli()), last.id()));
    }

    private static PostingFilter filter(Query query, List<PostingStatus> statuses) {
        Optional<LocalDate> from = query.date("from");
        Optional<LocalDate> to = query.date("to");
        from.filter(day -> to.isPresent() && day.isAfter(to.get()))
                .ifPresent(day -> query.wrong("from", "must not be later than to"));
        return new PostingFilter(
                statuses,
                query.text("q", TEXT_LENGTH),
                id(query, "paymentId"),
                id(query, "merchantAccountId"),
                from,
                to);
    }

    private static Optional<String> id(Query query, String name) {
        return query.text(name, ID_LENGTH)
                .flatMap(text -> Formats.isId(text)
                        ? Optional.of(text)
                        : query.wrong(name, "must have 1 to 64 visible ASCII characters without blanks"));
    }

    private static Optional<PostingList.After> after(String millisecond, String id) {
        if (!millisecond.matches("[0-9]{1,15}")
                || Long.parseLong(millisecond) > LATEST_MILLISECOND
                || !Formats.isId(id)) {
            return Optional.empty();
        }
        return Optional.of(new PostingList.After(Instant.ofEpochMilli(Long.parseLong(millisecond)), id));
    }

    private static String context(PostingFilter filter) {
        return "postings " + filter;
    }
}
