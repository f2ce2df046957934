package com.clientpay.connect.posting;

import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.http.Problem;
import com.clientpay.connect.http.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which database this is, and whether it may be posted to. A copy that was restored on a test server has another id than the
 * one configured: it is read, but nothing is posted to it. Nor is anything posted while the database answers commits before
 * they are on its disk: a payment that was acknowledged could be lost; nor before accounting has signed off the mapping of a
 * system that asks for it. Asked again after a second, since a pool's
 * connections may come back to another one.
 */
public final class FirmDatabase {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private record Reading(
            String databaseId,
            String systemName,
            boolean batches,
            boolean delaysDurability,
            MappingStanding mapping,
            Instant at) {}

    private final Database database;
    private final Clock clock;
    private final Optional<String> expectedId;
    private volatile Reading last;

    /** @param expectedId the configured {@code database.id}; empty: any database may be posted to */
    public FirmDatabase(Database database, Clock clock, Optional<String> expectedId) {
        this.database = database;
        this.clock = clock;
        this.expectedId = expectedId;
    }

    /**
     * @throws ProblemException 503 {@code other-database} when this is not the database that postings are for, {@code
     *     durability-delayed} when what it commits may still be lost, or {@code mapping-not-signed-off}
     */
    void requirePostable() {
        obstacle().ifPresent(problem -> {
            throw problem.asException();
        });
    }

    /** Whether postings are for this database, what it commits is kept, and its mapping is signed off. */
    public boolean isPostable() {
        return obstacle().isEmpty();
    }

    private Optional<Problem> obstacle() {
        Reading reading = reading();
        if (expectedId.filter(id -> !id.equals(reading.databaseId())).isPresent()) {
            return Optional.of(PostingProblems.otherDatabase());
        }
        if (reading.delaysDurability()) {
            return Optional.of(PostingProblems.durabilityDelayed());
        }
        return reading.mapping().forbidsPosting()
                ? Optional.of(PostingProblems.mappingNotSignedOff(reading.mapping()))
                : Optional.empty();
    }

    /** Whether the books take postings by import batches, not at once. */
    public boolean takesBatches() {
        return reading().batches();
    }

    /** The script pack's name, such as {@code reference}. */
    public String systemName() {
        return reading().systemName();
    }

    private Reading reading() {
        Reading reading = last;
        Instant now = clock.instant();
        if (reading == null || Duration.between(reading.at(), now).abs().compareTo(FRESH) > 0) {
            reading = database.one(
                    Contract.GET_INSTALLATION,
                    row -> new Reading(
                            row.text("DatabaseId"),
                            row.text("SystemName"),
                            row.text("Delivery").equals("BATCH"),
                            row.flag("DelayedDurability"),
                            row.oneOf(MappingStanding.class, "MappingSignOff"),
                            now));
            last = reading;
        }
        return reading;
    }
}
