package com.clientpay.connect.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.database.DatabaseAwayException;
import com.clientpay.connect.testfirm.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private static final Duration TICK = Duration.ofMillis(1);

    private final MovableClock clock = new MovableClock();
    private final AtomicInteger readings = new AtomicInteger();
    private volatile List<StoredKey> stored = List.of(KeyFixture.key("portal"));
    private volatile Optional<DatabaseAwayException> away = Optional.empty();
    private volatile Optional<CountDownLatch> gate = Optional.empty();
    private final CountDownLatch atGate = new CountDownLatch(1);
    private final KeyRing keys = new KeyRing(this::read, clock);

    @Test
    void a_young_copy_needs_no_database() {
        keys.find("portal");
        clock.pass(KeyRing.FRESH.minus(TICK));
        keys.find("portal");

        assertEquals(1, readings.get());
    }

    @Test
    void a_revoked_key_is_known_within_a_second() {
        assertFalse(isRevoked());
        stored = List.of(KeyFixture.revoked("portal"));

        clock.pass(Duration.ofSeconds(1));

        assertTrue(isRevoked());
    }

    @Test
    void while_one_call_rereads_the_others_use_the_copy() throws Exception {
        keys.find("portal");
        stored = List.of(KeyFixture.revoked("portal"));
        clock.pass(KeyRing.FRESH);
        CountDownLatch open = closeGate();
        CompletableFuture<Boolean> rereading = CompletableFuture.supplyAsync(this::isRevoked);
        assertTrue(atGate.await(10, TimeUnit.SECONDS), "one call rereads");

        assertFalse(isRevoked(), "this one does not wait");

        open.countDown();
        assertTrue(rereading.get(10, TimeUnit.SECONDS));
        assertEquals(2, readings.get());
    }

    @Test
    void after_a_quiet_night_nobody_uses_the_old_copy() throws Exception {
        keys.find("portal");
        stored = List.of(KeyFixture.revoked("portal"));
        clock.pass(Duration.ofHours(8));
        CountDownLatch open = closeGate();
        CompletableFuture<Boolean> rereading = CompletableFuture.supplyAsync(this::isRevoked);
        assertTrue(atGate.await(10, TimeUnit.SECONDS), "one call rereads");
        CompletableFuture<Boolean> second = new CompletableFuture<>();
        Thread waiting = new Thread(() -> second.complete(isRevoked()));
        waiting.start();
        awaitWaiting(waiting);

        open.countDown();

        assertTrue(second.get(10, TimeUnit.SECONDS), "the second call waited for the new copy");
        assertTrue(rereading.get(10, TimeUnit.SECONDS));
        assertEquals(2, readings.get(), "and did not read once more");
    }

    @Test
    void a_new_key_works_at_once() {
        keys.find("portal");
        clock.pass(KeyRing.FRESH_FOR_UNKNOWN);
        stored = List.of(KeyFixture.key("portal"), KeyFixture.key("new"));

        assertTrue(keys.find("new").isPresent());
    }

    @Test
    void guessed_names_ask_the_database_ten_times_a_second_at_most() {
        keys.find("portal");
        for (int i = 0; i < 1_000; i++) {
            keys.find("guess-" + i);
            clock.pass(TICK);
        }

        assertTrue(readings.get() <= 11, "it was asked " + readings.get() + " times");
        assertTrue(readings.get() >= 9, "it was asked " + readings.get() + " times");
    }

    @Test
    void the_last_copy_serves_for_five_minutes_when_the_database_is_away() {
        keys.find("portal");
        away = Optional.of(new DatabaseAwayException("away", null));

        clock.pass(KeyRing.KEPT.minus(TICK));
        assertTrue(keys.find("portal").isPresent());
        assertTrue(keys.find("nobody").isEmpty());

        clock.pass(TICK);
        assertSame(away.get(), assertThrows(DatabaseAwayException.class, () -> keys.find("portal")));
    }

    @Test
    void a_database_that_is_away_is_tried_once_a_second() {
        keys.find("portal");
        away = Optional.of(new DatabaseAwayException("away", null));
        clock.pass(KeyRing.FRESH);

        for (int i = 0; i < 1_000; i++) {
            keys.find("portal");
            keys.find("nobody");
            clock.pass(TICK);
        }

        assertEquals(2, readings.get(), "one reading at the start, one that failed");
    }

    @Test
    void while_the_database_is_away_a_slow_try_holds_nobody_up() throws Exception {
        keys.find("portal");
        away = Optional.of(new DatabaseAwayException("away", null));
        clock.pass(KeyRing.STALE);
        keys.find("portal");
        clock.pass(KeyRing.REST);
        CountDownLatch open = closeGate();
        CompletableFuture<Boolean> trying = CompletableFuture.supplyAsync(this::isRevoked);
        assertTrue(atGate.await(10, TimeUnit.SECONDS), "one call tries again");

        assertTrue(keys.find("portal").isPresent());

        open.countDown();
        assertFalse(trying.get(10, TimeUnit.SECONDS));
    }

    @Test
    void a_database_that_comes_back_is_read_again() {
        away = Optional.of(new DatabaseAwayException("away", null));
        assertThrows(DatabaseAwayException.class, () -> keys.find("portal"));
        away = Optional.empty();

        clock.pass(KeyRing.REST);

        assertTrue(keys.find("portal").isPresent());
    }

    @Test
    void a_clock_that_was_set_back_does_not_keep_a_revoked_key_alive() {
        keys.find("portal");
        stored = List.of(KeyFixture.revoked("portal"));

        clock.pass(Duration.ofHours(-1));

        assertTrue(isRevoked());
    }

    private List<StoredKey> read() {
        readings.incrementAndGet();
        gate.ifPresent(latch -> {
            atGate.countDown();
            try {
                assertTrue(latch.await(10, TimeUnit.SECONDS), "the gate was opened");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        if (away.isPresent()) {
            throw away.get();
        }
        return stored;
    }

    private CountDownLatch closeGate() {
        CountDownLatch open = new CountDownLatch(1);
        gate = Optional.of(open);
        return open;
    }

    private boolean isRevoked() {
        return keys.find("portal").orElseThrow().key().isRevoked();
    }

    private static void awaitWaiting(Thread thread) {
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            assertTrue(System.nanoTime() < giveUp, "the second call does not wait; it is " + thread.getState());
            Thread.onSpinWait();
        }
    }
}
