package com.clientpay.connect.posting;

import static com.clientpay.connect.database.Contract.COUNT_POSTINGS;
import static com.clientpay.connect.database.Contract.LIST_POSTINGS;

import com.clientpay.connect.database.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lists and counts postings. */
public final class PostingList {

    /** The last posting of the slice before, after which the next one begins. */
    record After(Instant createdAt, String id) {}

    private final Database database;
    private final FirmCalendar calendar;

    public PostingList(Database database, FirmCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    /** At most {@code limit} of them, newest first. */
    List<Posting> list(PostingFilter filter, Optional<After> after, int limit) {
        return PostingRows.assemble(database.list(
                LIST_POSTINGS,
                PostingRows::read,
                statuses(filter),
                filter.text(),
                filter.paymentId(),
                filter.merchantAccountId(),
                filter.from().map(calendar::start),
                before(filter.to()),
                after.map(After::createdAt),
                after.map(After::id),
                limit));
    }

    /** How many there are in each status, none included. The filter's statuses are not looked at. */
    Map<PostingStatus, Long> counts(PostingFilter filter) {
        Map<PostingStatus, Long> counts = new EnumMap<>(PostingStatus.class);
        for (PostingStatus status : PostingStatus.values()) {
            counts.put(status, 0L);
        }
        database.list(
                        COUNT_POSTINGS,
                        row -> Map.entry(row.oneOf(PostingStatus.class, "Status"), row.number("Postings")),
                        filter.text(),
                        filter.paymentId(),
                        filter.merchantAccountId(),
                        filter.from().map(calendar::start),
                        before(filter.to()))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    private Optional<Instant> before(Optional<LocalDate> to) {
        return to.map(day -> calendar.start(day.plusDays(1)));
    }

    private static Optional<String> statuses(PostingFilter filter) {
        return filter.statuses().isEmpty()
                ? Optional.empty()
                : Optional.of(filter.statuses().stream().map(Enum::name).collect(Collectors.joining(" ")));
    }
}
