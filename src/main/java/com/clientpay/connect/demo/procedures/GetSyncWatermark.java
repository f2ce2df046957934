package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.h2.tools.SimpleResultSet;

/**
 * {@code clientpay.GetSyncWatermark}: an instant such that every change not yet visible carries a later one.
 *
 * <p>A change carries the start of the statement that made it, and is visible at its commit. So the watermark is now, if
 * no other session has anything uncommitted or under way. A session that has is watched for a moment: once seen at rest,
 * whatever it changes later starts later. A session that is never seen at rest may have begun at its log-in, so the
 * watermark goes back to that: early, and therefore with repeats, but without gaps. A second is taken off for a clock
 * that is set back a little.
 *
 * <p>Seeing other sessions needs H2's administrator, as which the demo's connector logs in.
 */
public final class GetSyncWatermark {
    private static final Duration WATCH = Duration.ofMillis(250);
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private static final String BUSY_SESSIONS = """
            SELECT SESSION_ID, SESSION_START FROM INFORMATION_SCHEMA.SESSIONS
            WHERE SESSION_ID <> SESSION_ID() AND (CONTAINS_UNCOMMITTED OR EXECUTING_STATEMENT IS NOT NULL)
            """;

    private GetSyncWatermark() {}

    public static ResultSet call(Connection connection) throws SQLException {
        SimpleResultSet rows = Rows.of(Contract.GET_SYNC_WATERMARK);
        if (!Rows.onlyColumnsAsked(connection)) {
            Instant watermark = watermark(connection).minus(MARGIN).truncatedTo(ChronoUnit.MILLIS);
            rows.addRow(LocalDateTime.ofInstant(watermark, ZoneOffset.UTC));
        }
        return rows;
    }

    private static Instant watermark(Connection connection) throws SQLException {
        Instant now = Instant.now();
        long end = System.nanoTime() + WATCH.toNanos();
        Map<Integer, Instant> neverAtRest = busySessions(connection);
        while (!neverAtRest.isEmpty() && System.nanoTime() < end) {
            pause();
            neverAtRest.keySet().retainAll(busySessions(connection).keySet());
        }
        return neverAtRest.values().stream().reduce(now, (a, b) -> a.isBefore(b) ? a : b);
    }

    private static Map<Integer, Instant> busySessions(Connection connection) throws SQLException {
        Map<Integer, Instant> sessions = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(BUSY_SESSIONS);
                ResultSet results = statement.executeQuery()) {
            while (results.next()) {
                sessions.put(
                        results.getInt(1),
                        results.getObject(2, OffsetDateTime.class).toInstant());
            }
        }
        return sessions;
    }

    private static void pause() throws SQLException {
        try {
            TimeUnit.MILLISECONDS.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while reading the sync watermark.", e);
        }
    }
}
