package com.clientpay.connect.diagnostics.activity;

import com.clientpay.connect.audit.AuditLog;
import com.clientpay.connect.http.FinishedRequest;
import com.clientpay.connect.http.RequestObserver;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Requests and postings of the last 24 hours by the hour, in memory: this connector's, since its start. */
public final class Activity implements RequestObserver, AuditLog.Observer {
    private static final int HOURS = 24;

    private final Clock clock;
    private final Deque<Bucket> buckets = new ArrayDeque<>();

    private static final class Bucket {
        private final Instant from;
        private final Map<String, Long> postings = new TreeMap<>();
        private long requests;
        private long refused;
        private long failed;

        Bucket(Instant from) {
            this.from = from;
        }
    }

    public Activity(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void finished(FinishedRequest request) {
        if (request.console()) {
            return; // whoever looks at the figures should not see the looking
        }
        Bucket bucket = current();
        bucket.requests++;
        if (request.status() == 0 || request.status() >= 500) {
            bucket.failed++;
        } else if (request.status() >= 400) {
            bucket.refused++;
        }
    }

    @Override
    public synchronized void written(String what) {
        PostingOutcome.of(what).ifPresent(outcome -> current().postings.merge(outcome, 1L, Long::sum));
    }

    /** The last 24 hours, the oldest first, the current one last; an hour without anything is there with zeros. */
    public synchronized List<Hour> hours() {
        Instant first = hour().minus(HOURS - 1, ChronoUnit.HOURS);
        List<Hour> hours = new ArrayList<>(HOURS);
        for (int i = 0; i < HOURS; i++) {
            Instant from = first.plus(i, ChronoUnit.HOURS);
            Bucket bucket = buckets.stream()
                    .filter(b -> b.from.equals(from))
                    .findFirst()
                    .orElseGet(() -> new Bucket(from));
            hours.add(new Hour(from, bucket.requests, bucket.refused, bucket.failed, Map.copyOf(bucket.postings)));
        }
        return hours;
    }

    private Bucket current() {
        Instant hour = hour();
        if (buckets.isEmpty() || buckets.getLast().from.isBefore(hour)) {
            buckets.addLast(new Bucket(hour));
        }
        while (buckets.size() > HOURS) {
            buckets.removeFirst();
        }
        return buckets.getLast();
    }

    private Instant hour() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS);
    }
}
