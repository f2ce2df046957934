package com.clientpay.connect.posting;

import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The firm's calendar days: which day it is where the firm is, and when a day begins there. The time zone is that of the
 * posting settings, read again after a second, so that a change reaches every connector on the database.
 */
public final class FirmCalendar {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private record Reading(ZoneId zone, Instant at) {}

    private final Database database;
    private final Clock clock;
    private volatile Reading last;

    public FirmCalendar(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The firm's day at that instant. */
    public LocalDate day(Instant instant) {
        return instant.atZone(zone()).toLocalDate();
    }

    /** The first instant of the firm's day. */
    public Instant start(LocalDate day) {
        return day.atStartOfDay(zone()).toInstant();
    }

    private ZoneId zone() {
        Reading reading = last;
        Instant now = clock.instant();
        if (reading == null || Duration.between(reading.at(), now).abs().compareTo(FRESH) > 0) {
            reading = new Reading(
                    database.one(Contract.GET_POSTING_SETTINGS, row -> ZoneId.of(row.text("TimeZone"))), now);
            last = reading;
        }
        return reading.zone();
    }
}
