package com.clientpay.connect.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who is signed in. In memory, so that a session ends with the process; it ends after thirty minutes without a request and
 * after eight hours in any case. The hundred that were used last are kept.
 */
final class Sessions {
    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(8);
    private static final int MOST = 100;

    private final Clock clock;
    private final Map<String, Session> sessions = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
            return size() > MOST;
        }
    };

    Sessions(Clock clock) {
        this.clock = clock;
    }

    synchronized Session begin(Session.Holder holder) {
        Instant now = clock.instant();
        Session session = new Session(RandomToken.make(), RandomToken.make(), holder, now, now);
        sessions.put(session.id(), session);
        return session;
    }

    /** The session with this id, which is used now. */
    synchronized Optional<Session> use(String id) {
        Session session = sessions.get(id);
        if (session == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (!now.isBefore(session.usedAt().plus(IDLE)) || !now.isBefore(endOf(session))) {
            sessions.remove(id);
            return Optional.empty();
        }
        Session used = session.usedAgain(now);
        sessions.put(id, used);
        return Optional.of(used);
    }

    synchronized void end(String id) {
        sessions.remove(id);
    }

    /** When it ends although it is in use. */
    static Instant endOf(Session session) {
        return session.startedAt().plus(LONGEST);
    }
}
