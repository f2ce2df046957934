package com.clientpay.connect.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.config.ConnectConfig.Tls;
import com.clientpay.connect.config.Secret;
import com.clientpay.connect.http.tls.TestCertificates;
import com.clientpay.connect.platform.ServiceEvent;
import com.clientpay.connect.testfirm.MovableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is reported, and how often. */
class EventsTest {
    private final RecordedEvents recorded = new RecordedEvents();
    private final MovableClock clock = new MovableClock();

    @TempDir
    Path folder;

    @Test
    void a_database_is_lost_once_and_back_once() {
        DatabaseEvents database = new DatabaseEvents(recorded, clock);
        RuntimeException away = new IllegalStateException("The database cannot be reached.");
        database.worked();
        database.failed(away, true);
        database.failed(away, true);
        clock.pass(Duration.ofMinutes(5));
        database.worked();
        database.worked();
        database.failed(away, true);

        assertEquals(
                List.of(ServiceEvent.DATABASE_LOST, ServiceEvent.DATABASE_BACK, ServiceEvent.DATABASE_LOST),
                recorded.events);
        assertEquals(
                List.of(
                        "The database cannot be reached.",
                        "It was lost at 2026-11-02T12:00:00Z.",
                        "The database cannot be reached."),
                recorded.details);
    }

    @Test
    void a_database_that_is_busy_for_one_run_is_not_lost() {
        DatabaseEvents database = new DatabaseEvents(recorded, clock);
        RuntimeException busy = new IllegalStateException("Too slow.");
        database.failed(busy, false);
        database.worked();
        database.failed(busy, false);
        assertEquals(List.of(), recorded.events);
        database.failed(busy, false);
        assertEquals(List.of(ServiceEvent.DATABASE_LOST), recorded.events);
    }

    @Test
    void ten_wrong_keys_of_an_address_are_reported_once_an_hour() {
        WrongKeyEvents keys = new WrongKeyEvents(recorded, clock);
        wrongKeys(keys, 9, "203.0.113.9");
        wrongKeys(keys, 9, "203.0.113.10");
        assertEquals(List.of(), recorded.events);
        wrongKeys(keys, 100, "203.0.113.9");
        assertEquals(
                List.of("From 203.0.113.9, 10 within 10 minutes; the last had: revoked key portal."), recorded.details);
        clock.pass(Duration.ofHours(1));
        wrongKeys(keys, 100, "203.0.113.9");
        assertEquals(Collections.nCopies(2, ServiceEvent.WRONG_KEYS), recorded.events);
    }

    @Test
    void wrong_keys_now_and_then_are_not_reported() {
        WrongKeyEvents keys = new WrongKeyEvents(recorded, clock);
        for (int i = 0; i < 50; i++) {
            wrongKeys(keys, 1, "203.0.113.9");
            clock.pass(Duration.ofMinutes(2));
        }
        assertEquals(List.of(), recorded.events);
    }

    @Test
    void a_certificate_is_reported_from_thirty_days_before_its_end_once_a_day() throws Exception {
        Path file = TestCertificates.pkcs12(folder.resolve("c.pfx"), "EC", "-validity", "90");
        Instant end = TestCertificates.certificate(file).getNotAfter().toInstant();
        look(file, end.minus(Duration.ofDays(31)));
        assertEquals(List.of(), recorded.events);
        look(file, end.minus(Duration.ofDays(29)));
        assertEquals(List.of(ServiceEvent.CERTIFICATE_EXPIRING), recorded.events);
        assertTrue(recorded.details.get(0).startsWith("CN=c.pfx is valid from "), recorded.details.get(0));
        look(file, end.plus(Duration.ofSeconds(1)));
        assertEquals(ServiceEvent.CERTIFICATE_EXPIRED, recorded.events.get(1));
        Files.writeString(file, "damaged");
        look(file, end);
        assertEquals(ServiceEvent.CERTIFICATE_NOT_TAKEN, recorded.events.get(2));
        assertEquals(3, recorded.events.size());
    }

    /** Twice at the same moment: the second is silent. */
    private void look(Path file, Instant now) {
        Tls tls = new Tls(
                Optional.of(file),
                Optional.of(new Secret("env:P", TestCertificates.PASSWORD)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
        try (CertificateEvents events = new CertificateEvents(recorded, tls, Clock.fixed(now, ZoneOffset.UTC))) {
            events.look();
            events.look();
        }
    }

    private static void wrongKeys(WrongKeyEvents keys, int times, String address) {
        for (int i = 0; i < times; i++) {
            keys.wrongKey("revoked key portal", address);
        }
    }
}
