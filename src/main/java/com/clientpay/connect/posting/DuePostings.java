package com.clientpay.connect.posting;

import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.DatabaseAwayException;
import com.clientpay.connect.database.DatabaseException;
import com.clientpay.connect.posting.PostingFinisher.Due;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finishes postings that were recorded and then interrupted, by a crash, a lost connection or a lock. Connectors that
 * share a database may all do so at once: whoever is second finds nothing left to do.
 */
public final class DuePostings {
    private static final Logger log = LoggerFactory.getLogger(DuePostings.class);
    private static final String ACTOR = "connector";

    /** Younger ones are being finished by their request. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** Between two runs: what the configuration allows. */
    private static final Duration LONGEST_INTERVAL = Duration.ofMinutes(1);

    private static final int SLICE = 500;

    private record DuePosting(String id, Due due) {}

    private final Database database;
    private final Clock clock;
    private final FirmDatabase firm;
    private final PostingFinisher finisher;
    /** Those that the last run failed on and that were logged; a posting is logged once, not at every run. */
    private Set<String> failed = Set.of();
    /** The latest time at which this was run. */
    private Instant latest = Instant.MIN;

    public DuePostings(Database database, Clock clock, FirmDatabase firm, PostingFinisher finisher) {
        this.database = database;
        this.clock = clock;
        this.firm = firm;
        this.finisher = finisher;
    }

    /**
     * Finishes what is due for more than ten seconds, the oldest first, at most 500 of them. While the clock is behind a time
     * that it has shown before, what was recorded up to then is not waited for.
     *
     * @return how many were finished
     * @throws DatabaseException when they cannot be listed, or the database went away
     */
    int finish() {
        if (!firm.isPostable()) {
            return 0;
        }
        List<DuePosting> due = database.list(
                Contract.LIST_DUE_POSTINGS,
                row -> new DuePosting(row.text("PostingId"), row.oneOf(Due.class, "Due")),
                limit(),
                SLICE);
        Set<String> failures = new HashSet<>();
        for (DuePosting posting : due) {
            if (!isFinished(posting)) {
                failures.add(posting.id());
            }
        }
        failed = failures;
        return due.size() - failures.size();
    }

    /** After the clock was set back, what was recorded before that seems to be of the future: then it is not waited for. */
    private Instant limit() {
        Instant now = clock.instant();
        if (now.isBefore(latest)) {
            return latest.plus(LONGEST_INTERVAL);
        }
        latest = now;
        return now.minus(GRACE);
    }

    private boolean isFinished(DuePosting posting) {
        try {
            if (finisher.finish(posting.id(), posting.due(), ACTOR).outcome().isDone()) {
                log.info("Posting {} was interrupted and is finished now.", posting.id());
            }
            return true;
        } catch (DatabaseAwayException e) {
            throw e;
        } catch (RuntimeException e) {
            if (!failed.contains(posting.id())) {
                log.warn("Posting {} is still to be finished: {}", posting.id(), e.getMessage());
            }
            return false;
        }
    }
}
