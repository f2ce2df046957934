package com.clientpay.connect.platform;

/** The system's log of events, which administrators watch. Our own log files say the same and more. */
@FunctionalInterface
public interface EventLog {
    /** Of systems without one. */
    EventLog NONE = (event, detail) -> {};

    /**
     * Reports an event. Never throws, and takes no longer than a local call: what keeps it from being reported is logged.
     *
     * @param detail what is particular this time: which port, which file, since when; no secret, no payer's data
     */
    void report(ServiceEvent event, String detail);
}
