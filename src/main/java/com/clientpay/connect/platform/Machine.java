package com.clientpay.connect.platform;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What administrators look at on a Windows machine. Each question throws {@link IllegalStateException} when the system does
 * not answer it; the message says why.
 */
public interface Machine {

    /** How the clock is kept right. */
    enum TimeService {
        RUNNING,
        STOPPED,
        /** It is there, but told to synchronise with nothing. */
        WITHOUT_SOURCE,
        MISSING
    }

    /** @param text as it was reported */
    record EventEntry(Instant at, ServiceEvent.Level level, int id, String text) {}

    /** Whether the Event Viewer finds our texts. */
    boolean isEventSourceRegistered();

    /** Why Windows wants to be restarted, in a few words each; nothing when it does not. */
    List<String> pendingReboot();

    TimeService timeService();

    /** Our service; empty when it is not installed. */
    Optional<ServiceFacts> connectService();

    /**
     * Our own entries, the newest first.
     *
     * @param most how many
     */
    List<EventEntry> events(int most);
}
