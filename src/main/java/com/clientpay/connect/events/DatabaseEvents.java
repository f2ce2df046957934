package com.clientpay.connect.events;

import com.clientpay.connect.platform.EventLog;
import com.clientpay.connect.platform.ServiceEvent;
import com.clientpay.connect.posting.PostingJobs;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Reports that the database is lost, and that it is back, each once. The background job, which needs the database every few
 * seconds anyway, is what notices; a database that is merely busy for one of its runs is not lost.
 */
public final class DatabaseEvents implements PostingJobs.Observer {
    private final EventLog log;
    private final Clock clock;
    private Optional<Instant> lostAt = Optional.empty();
    private Optional<String> busy = Optional.empty();

    public DatabaseEvents(EventLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public synchronized void worked() {
        busy = Optional.empty();
        lostAt.ifPresent(since -> log.report(
                ServiceEvent.DATABASE_BACK, "It was lost at " + since.truncatedTo(ChronoUnit.SECONDS) + "."));
        lostAt = Optional.empty();
    }

    @Override
    public synchronized void failed(RuntimeException cause, boolean away) {
        if (lostAt.isPresent()) {
            return;
        }
        if (!away && busy.isEmpty()) {
            busy = Optional.of(cause.toString());
            return;
        }
        lostAt = Optional.of(clock.instant());
        log.report(ServiceEvent.DATABASE_LOST, String.valueOf(cause.getMessage()));
    }
}
