package com.clientpay.connect.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.http.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The machine's clock is set ahead and back, and passes the nights in which the firm's time zone changes to or from summer time. */
class ClockFaults extends FaultTest {
    /** Midnights, and changes of the hour, of New York; each is passed under load. */
    private static final List<Instant> MOMENTS = List.of(
            Instant.parse("2026-11-01T04:00:00Z"), // midnight, still in summer time
            Instant.parse("2026-11-01T06:00:00Z"), // 2:00 becomes 1:00
            Instant.parse("2026-11-02T05:00:00Z"), // midnight in winter time
            Instant.parse("2027-03-14T05:00:00Z"),
            Instant.parse("2027-03-14T07:00:00Z"), // 2:00 becomes 3:00
            Instant.parse("2027-03-15T04:00:00Z"));

    /** The firm's days, each from its first instant to the next one's, written down here and not computed. */
    private record Day(String date, String from, String to) {}

    private static final List<Day> DAYS = List.of(
            new Day("2026-10-31", "2026-10-31 04:00:00", "2026-11-01 04:00:00"),
            new Day("2026-11-01", "2026-11-01 04:00:00", "2026-11-02 05:00:00"),
            new Day("2026-11-02", "2026-11-02 05:00:00", "2026-11-03 05:00:00"),
            new Day("2027-03-13", "2027-03-13 05:00:00", "2027-03-14 05:00:00"),
            new Day("2027-03-14", "2027-03-14 05:00:00", "2027-03-15 04:00:00"),
            new Day("2027-03-15", "2027-03-15 04:00:00", "2027-03-16 04:00:00"));

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void a_clock_that_jumps_an_hour_ahead_and_back_disturbs_no_payment() throws Exception {
        FakeClock clock = FakeClock.in(folder);
        try (H2Firm firm = H2Firm.create(distribution, folder)) {
            ConnectorProcess connector = start("alone", firm, FreePort.pair(), "", clock.environment());
            PaymentLoad load = load(firm, connector, CALLERS);
            List<Duration> jumps = new ArrayList<>();
            for (int jump = 0; jump < TIMES / 2; jump++) {
                jumps.addAll(List.of(Duration.ofHours(1), Duration.ZERO, Duration.ofHours(-1), Duration.ZERO));
            }
            for (Duration jump : jumps) {
                load.await(50);
                clock.shift(jump);
                awaitSeen(firm, jump);
                awaitRecovery(load);
            }
            compare(firm, load, jumps.size() + " jumps of the clock by an hour");
        }
    }

    /** Waits until payments are recorded with the new time. */
    private static void awaitSeen(H2Firm firm, Duration jump) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
            Instant expected = Instant.now().plus(jump);
            String near = "SELECT COUNT(*) FROM clientpay_internal.Posting WHERE CreatedAt BETWEEN TIMESTAMP '%s' AND"
                    + " TIMESTAMP '%s'";
            if (!firm.records()
                    .texts(near.formatted(sql(expected.minusSeconds(1)), sql(expected.plusSeconds(1))))
                    .equals(List.of("0"))) {
                return;
            }
            assertTrue(System.nanoTime() < deadline, () -> "no payment was recorded at " + expected);
            Thread.sleep(50);
        }
    }

    private static String sql(Instant instant) {
        return instant.toString().replace('T', ' ').replace("Z", "");
    }

    @Test
    void what_is_posted_in_the_nights_of_summer_time_has_the_firms_own_day() throws Exception {
        FakeClock clock = FakeClock.in(folder);
        clock.set(MOMENTS.get(0).minusSeconds(60));
        try (H2Firm firm = H2Firm.create(distribution, folder)) {
            ConnectorProcess connector = start("alone", firm, FreePort.pair(), "", clock.environment());
            postAtThePostedDate(connector, firm);
            PaymentLoad load = load(firm, connector, CALLERS);
            for (Instant moment : MOMENTS) {
                clock.set(moment.minusSeconds(2));
                long over = System.nanoTime() + Duration.ofSeconds(4).toNanos();
                int enough = load.acknowledged().size() + 20;
                while (System.nanoTime() < over || load.acknowledged().size() < enough) {
                    load.awaitNext(Duration.ofMinutes(1));
                }
            }
            compare(firm, load, "nights of New York's summer time: " + MOMENTS.size() + " moments passed");
            Set<String> seen = new TreeSet<>(
                    firm.records().texts("SELECT CAST(BookDate AS VARCHAR) FROM clientpay_internal.Effect"));
            assertEquals(new TreeSet<>(DAYS.stream().map(Day::date).toList()), seen);
            for (Day day : DAYS) {
                assertEquals(List.of(), firm.records().texts("""
                                SELECT PostingId || ' booked ' || BookDate || ' at ' || At FROM clientpay_internal.Effect
                                WHERE (BookDate = DATE '%s') <> (At >= TIMESTAMP '%s' AND At < TIMESTAMP '%s')
                                """.formatted(day.date(), day.from(), day.to())));
                assertReconciled(connector, firm, day.date());
            }
        }
    }

    private void assertReconciled(ConnectorProcess connector, H2Firm firm, String date) throws Exception {
        String answer = get(connector.url() + "/v1/reconciliation?date=" + date, firm.key(), Duration.ofSeconds(20))
                .body();
        assertEquals("[]", Json.read(answer).path("differences").toString(), answer);
    }

    private void postAtThePostedDate(ConnectorProcess connector, H2Firm firm) throws Exception {
        String url = connector.url() + "/v1/posting-settings";
        ObjectNode settings = (ObjectNode)
                Json.read(get(url, firm.key(), Duration.ofSeconds(20)).body());
        settings.put("usePostedDate", true).put("timeZone", "America/New_York");
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Authorization", "Bearer " + firm.key())
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(settings.toString()))
                        .build(),
                BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
    }
}
