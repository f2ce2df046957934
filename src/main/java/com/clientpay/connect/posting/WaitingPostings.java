package com.clientpay.connect.posting;

import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.DatabaseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Postings that nobody has taken care of for too long: conflicts not repaired, imports not confirmed. */
public final class WaitingPostings {
    private static final Logger log = LoggerFactory.getLogger(WaitingPostings.class);

    /**
     * How many wait in one status.
     *
     * @param status INCOMPLETE, QUEUED or REVERSING
     * @param oldest since when the first of them has been waiting
     */
    public record Waiting(PostingStatus status, long postings, Instant oldest) {}

    private final Database database;
    private final Clock clock;
    private final Duration limit;
    private volatile List<Waiting> latest = List.of();
    private LocalDate warnedOn = LocalDate.MIN;

    /** @param limit how long a posting may wait without being counted here */
    public WaitingPostings(Database database, Clock clock, Duration limit) {
        this.database = database;
        this.clock = clock;
        this.limit = limit;
    }

    /** Asks the database. No entry for a status without such postings. */
    public List<Waiting> read() {
        List<Waiting> waiting = database
                .list(
                        Contract.COUNT_WAITING_POSTINGS,
                        row -> new Waiting(
                                row.oneOf(PostingStatus.class, "Status"),
                                row.number("Postings"),
                                row.optionalInstant("Oldest").orElse(Instant.EPOCH)),
                        clock.instant().minus(limit))
                .stream()
                .filter(status -> status.postings() > 0)
                .toList();
        latest = waiting;
        return waiting;
    }

    /** What was read last, at most an interval of {@link PostingJobs} ago while the database is there. */
    public List<Waiting> latest() {
        return latest;
    }

    /** How long a posting may wait without being counted here. */
    public Duration limit() {
        return limit;
    }

    /**
     * Reads, and warns in the log at most once a day (UTC).
     *
     * @throws DatabaseException when it cannot be read
     */
    void watch() {
        List<Waiting> waiting = read();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (waiting.isEmpty() || today.equals(warnedOn)) {
            return;
        }
        warnedOn = today;
        log.warn(
                "Postings have been waiting for more than {} minutes: {}. They need somebody: GET /v1/postings lists them.",
                limit.toMinutes(),
                waiting.stream()
                        .map(w -> w.postings() + " " + w.status() + " (the oldest since " + w.oldest() + ")")
                        .collect(Collectors.joining(", ")));
    }
}
