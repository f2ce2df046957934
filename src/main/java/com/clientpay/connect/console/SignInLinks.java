package com.clientpay.connect.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tokens of links that sign a browser in: each works once, within a minute. In memory, the newest twenty. */
final class SignInLinks {
    static final Duration VALID = Duration.ofMinutes(1);
    private static final int MOST = 20;

    /** @param expiresAt the first instant at which it no longer works */
    record Link(String token, Instant expiresAt) {}

    private record Waiting(Session.Holder holder, Instant expiresAt) {}

    private final Clock clock;
    private final Map<String, Waiting> waiting = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Waiting> eldest) {
            return size() > MOST;
        }
    };

    SignInLinks(Clock clock) {
        this.clock = clock;
    }

    /** A link that signs in for this holder. */
    synchronized Link make(Session.Holder holder) {
        Link link = new Link(RandomToken.make(), clock.instant().plus(VALID));
        waiting.put(link.token(), new Waiting(holder, link.expiresAt()));
        return link;
    }

    /** Whom it signs in, the first time and in time only. */
    synchronized Optional<Session.Holder> use(String token) {
        return Optional.ofNullable(waiting.remove(token))
                .filter(link -> clock.instant().isBefore(link.expiresAt()))
                .map(Waiting::holder);
    }
}
