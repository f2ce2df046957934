package com.clientpay.connect.keys;

import com.clientpay.connect.database.DatabaseAwayException;
import com.clientpay.connect.database.DatabaseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connector's copy of all keys, so that a call is checked without the database.
 *
 * <p>The copy is read anew by the calls themselves, never by two at a time: after half a second one call rereads it while
 * the others go on with the old one; after a second all wait for the new one, so that a revoked key is refused within a
 * second even after a quiet night. A name that the copy does not have asks for a new one after a tenth of a second, so that
 * a new key works at once and guessed names cost the database little. When reading fails, the last copy serves for five
 * minutes, nobody waits, and one call in a second tries again.
 */
final class KeyRing {
    /** Up to this age a copy is as good as the database. */
    static final Duration FRESH = Duration.ofMillis(500);
    /** From this age on nobody uses a copy while a new one is being read. */
    static final Duration STALE = Duration.ofSeconds(1);
    /** The least age at which an unknown name asks for a new copy. */
    static final Duration FRESH_FOR_UNKNOWN = Duration.ofMillis(100);
    /** How long after a failed reading the next is tried. */
    static final Duration REST = Duration.ofSeconds(1);
    /** How long a copy serves that cannot be renewed. */
    static final Duration KEPT = Duration.ofMinutes(5);
    /** How long a call waits for another call's reading. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(KeyRing.class);

    private record Copy(Map<String, StoredKey> keys, Instant readAt) {}

    private record Failure(DatabaseException cause, Instant at) {}

    private final Supplier<List<StoredKey>> database;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Copy copy;
    private volatile Failure failure;

    KeyRing(Supplier<List<StoredKey>> database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The key of that name, revoked and expired ones too.
     *
     * @throws DatabaseException when the keys cannot be read and there is no copy of the last five minutes
     */
    Optional<StoredKey> find(String name) {
        refresh(FRESH);
        Optional<StoredKey> key = lookUp(name);
        if (key.isPresent()) {
            return key;
        }
        refresh(FRESH_FOR_UNKNOWN);
        return lookUp(name);
    }

    private Optional<StoredKey> lookUp(String name) {
        Copy current = copy;
        if (current != null && isYoung(current, KEPT)) {
            return Optional.ofNullable(current.keys().get(name));
        }
        Failure last = failure;
        throw last == null
                ? new DatabaseAwayException("The keys are still being read from the database.", null)
                : last.cause();
    }

    /** Reads a new copy when there is none as young, unless another call does. */
    private void refresh(Duration age) {
        if (isSettled(age)) {
            return;
        }
        Copy current = copy;
        boolean wait =
                failure == null && (current == null || !isYoung(current, STALE) || age.equals(FRESH_FOR_UNKNOWN));
        if (!lock(wait)) {
            return;
        }
        try {
            if (!isSettled(age)) {
                read();
            }
        } finally {
            reading.unlock();
        }
    }

    /** Whether there is nothing to read: the copy is young enough, or reading has failed just now. */
    private boolean isSettled(Duration age) {
        Copy current = copy;
        Failure last = failure;
        return (current != null && isYoung(current, age)) || (last != null && isWithin(last.at(), REST));
    }

    private void read() {
        Instant begun = clock.instant();
        try {
            Map<String, StoredKey> keys = new HashMap<>();
            database.get().forEach(key -> keys.put(key.key().name(), key));
            copy = new Copy(keys, begun);
            if (failure != null) {
                log.info("The keys are read from the database again.");
            }
            failure = null;
        } catch (DatabaseException e) {
            if (failure == null) {
                log.warn(
                        "The keys cannot be read from the database; those last read are valid for {} minutes. {}",
                        KEPT.toMinutes(),
                        e.getMessage());
            }
            failure = new Failure(e, clock.instant());
        }
    }

    private boolean lock(boolean wait) {
        if (!wait) {
            return reading.tryLock();
        }
        try {
            return reading.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isYoung(Copy current, Duration age) {
        return isWithin(current.readAt(), age);
    }

    /** A clock that was set back makes nothing younger than it is. */
    private boolean isWithin(Instant start, Duration time) {
        Duration passed = Duration.between(start, clock.instant());
        return !passed.isNegative() && passed.compareTo(time) < 0;
    }
}
