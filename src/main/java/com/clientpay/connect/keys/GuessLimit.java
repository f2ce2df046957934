package com.clientpay.connect.keys;

import com.clientpay.connect.http.AddressSet;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows whoever guesses keys: thirty wrong ones at once, then one a second, from one IPv4 address or one /64 network of
 * IPv6. Only wrong keys are counted and refused; a right key from the same address is not held up. Remembers the last
 * ten thousand addresses.
 *
 * <p>Kept as one instant for each address (the generic cell rate algorithm): each attempt moves it on by a second, and
 * it may be at most thirty seconds ahead of the clock.
 */
final class GuessLimit {
    static final int AT_ONCE = 30;
    static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final int MOST_ADDRESSES = 10_000;
    private static final Duration HORIZON = INTERVAL.multipliedBy(AT_ONCE - 1);

    private final Clock clock;
    private final Map<String, Instant> ahead = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    GuessLimit(Clock clock) {
        this.clock = clock;
    }

    /** Counts a wrong key. Answers how long to wait when there were too many; that attempt is not counted. */
    synchronized Optional<Duration> count(String address) {
        Instant now = clock.instant();
        String source = source(address);
        Instant next = ahead.getOrDefault(source, now);
        if (next.isBefore(now) || next.isAfter(now.plus(HORIZON).plus(INTERVAL))) {
            next = now;
        }
        Duration wait = Duration.between(now.plus(HORIZON), next);
        if (wait.compareTo(Duration.ZERO) > 0) {
            return Optional.of(wait);
        }
        ahead.put(source, next.plus(INTERVAL));
        return Optional.empty();
    }

    /** Whoever has an IPv6 address has its whole /64 network. */
    private static String source(String address) {
        Optional<InetAddress> parsed = AddressSet.address(address);
        return parsed.isPresent() && parsed.get() instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(parsed.get().getAddress(), 8))
                : address;
    }
}
