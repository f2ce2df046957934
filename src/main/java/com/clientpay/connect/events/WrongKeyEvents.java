package com.clientpay.connect.events;

import com.clientpay.connect.keys.KeyAuthenticator;
import com.clientpay.connect.platform.EventLog;
import com.clientpay.connect.platform.ServiceEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports addresses that send wrong keys again and again: the tenth within ten minutes, then silence about that address for
 * an hour. To the event log, and to the log, which other systems than Windows have only. Remembers the last thousand
 * addresses.
 */
public final class WrongKeyEvents implements KeyAuthenticator.Observer {
    private static final Logger logger = LoggerFactory.getLogger(WrongKeyEvents.class);
    static final int MANY = 10;
    static final Duration WITHIN = Duration.ofMinutes(10);
    static final Duration SILENCE = Duration.ofHours(1);
    private static final int MOST_ADDRESSES = 1_000;

    private static final class Seen {
        private final Deque<Instant> calls = new ArrayDeque<>(MANY);
        private Instant reportedAt = Instant.MIN;
    }

    private final EventLog log;
    private final Clock clock;
    private final Map<String, Seen> addresses = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    public WrongKeyEvents(EventLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void wrongKey(String what, String address) {
        if (isToReport(address)) {
            String detail = "From " + address + ", " + MANY + " within " + WITHIN.toMinutes()
                    + " minutes; the last had: " + what + ".";
            logger.warn("{} {}", ServiceEvent.WRONG_KEYS.happened(), detail);
            log.report(ServiceEvent.WRONG_KEYS, detail);
        }
    }

    private synchronized boolean isToReport(String address) {
        Instant now = clock.instant();
        Seen seen = addresses.computeIfAbsent(address, unknown -> new Seen());
        seen.calls.addLast(now);
        if (seen.calls.size() > MANY) {
            seen.calls.removeFirst();
        }
        boolean many = seen.calls.size() == MANY
                && Duration.between(seen.calls.getFirst(), now).compareTo(WITHIN) <= 0;
        if (!many || now.isBefore(seen.reportedAt.equals(Instant.MIN) ? now : seen.reportedAt.plus(SILENCE))) {
            return false;
        }
        seen.reportedAt = now;
        return true;
    }
}
