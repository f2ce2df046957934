package com.clientpay.connect.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The firm's database is paused, slow, full, read-only, or has no session left. That it is killed: KilledConnectorIT. */
class DatabaseFaults extends FaultTest {
    private static final Duration LONGER_THAN_CALLERS_WAIT = Duration.ofSeconds(11);

    @Test
    void a_database_that_is_paused_keeps_callers_waiting_and_loses_nothing() throws Exception {
        try (H2Firm firm = H2Firm.create(distribution, folder)) {
            ConnectorProcess connector = start("alone", firm, "");
            PaymentLoad load = load(firm, connector, CALLERS);
            for (int time = 0; time < TIMES; time++) {
                load.await(random.nextInt(150));
                firm.pause();
                pause(time == 0 ? LONGER_THAN_CALLERS_WAIT : Duration.ofMillis(random.nextInt(3_000)));
                assertLives(connector);
                firm.resume();
                awaitRecovery(load);
            }
            compare(firm, load, "the database paused " + TIMES + " times");
        }
    }

    @Test
    void a_database_that_is_slow_makes_answers_slow_and_nothing_else() throws Exception {
        try (H2Firm firm = H2Firm.create(distribution, folder);
                FaultyProxy proxy = new FaultyProxy(firm.port())) {
            ConnectorProcess connector = start("alone", new ProxiedFirm(firm, proxy, 10), "");
            PaymentLoad load = load(firm, connector, CALLERS);
            for (int time = 0; time < TIMES; time++) {
                load.await(100 + random.nextInt(150));
                proxy.delay(Duration.ofMillis(10 + random.nextInt(40)));
                load.await(10);
                proxy.delay(Duration.ZERO);
                awaitRecovery(load);
            }
            compare(firm, load, "the database slow " + TIMES + " times");
        }
    }

    @Test
    void callers_that_find_every_session_taken_are_told_to_come_again() throws Exception {
        try (H2Firm firm = H2Firm.create(distribution, folder);
                FaultyProxy proxy = new FaultyProxy(firm.port())) {
            ConnectorProcess connector = start("alone", new ProxiedFirm(firm, proxy, 1), "");
            PaymentLoad load = load(firm, connector, 40);
            load.await(100);
            proxy.delay(Duration.ofMillis(25));
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (load.unavailable() < 10) {
                assertTrue(
                        System.nanoTime() < deadline, "forty callers of one slow session are not told to come again");
                assertLives(connector);
                pause(Duration.ofMillis(50));
            }
            assertLives(connector);
            proxy.delay(Duration.ZERO);
            awaitRecovery(load);
            compare(firm, load, "forty callers of one slow session");
        }
    }

    @Test
    void a_database_whose_disk_is_full_is_said_to_be_away_and_comes_back_when_there_is_room() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), "128m");
                H2Firm firm = H2Firm.createForKills(distribution, disk.folder())) {
            ConnectorProcess connector = start("alone", firm, "");
            PaymentLoad load = load(firm, connector, CALLERS);
            for (int time = 0; time < TIMES; time++) {
                load.await(50 + random.nextInt(150));
                int before = load.unavailable();
                disk.fill();
                awaitUnavailable(load, before, "the disk is full");
                assertLives(connector);
                // H2 (2.5.252) that has failed to write closes its file and may then spin for ever in a call:
                // whoever makes room restarts it. The connector is not restarted.
                firm.killAndRestart(disk::makeRoom);
                awaitRecovery(load);
            }
            compare(firm, load, "the database's disk full " + TIMES + " times");
        }
    }

    @Test
    void a_database_that_is_read_only_is_read_and_takes_payments_again_when_it_may_be_written_to() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), "128m");
                H2Firm firm = H2Firm.createForKills(distribution, disk.folder())) {
            ConnectorProcess connector = start("alone", firm, "");
            PaymentLoad load = load(firm, connector, CALLERS);
            for (int time = 0; time < TIMES; time++) {
                load.await(50 + random.nextInt(150));
                firm.killAndRestart(() -> disk.allowWriting(false));
                int before = load.unavailable();
                awaitUnavailable(load, before, "the database is read-only");
                assertEquals(
                        200,
                        get(connector.url() + "/v1/bank-accounts", firm.key(), Duration.ofSeconds(20))
                                .statusCode(),
                        "the bank accounts cannot be read");
                firm.killAndRestart(() -> disk.allowWriting(true));
                awaitRecovery(load);
            }
            compare(firm, load, "the database read-only " + TIMES + " times");
        }
    }

    /** Callers are told to come again: ten of them, or within a minute at least one. */
    private static void awaitUnavailable(PaymentLoad load, int before, String what) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (load.unavailable() < before + 10 && System.nanoTime() < deadline) {
            pause(Duration.ofMillis(20));
        }
        assertTrue(load.unavailable() > before, "nobody noticed that " + what);
    }

    private static void pause(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
    }
}
