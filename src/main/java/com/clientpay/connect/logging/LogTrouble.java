package com.clientpay.connect.logging;

import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusListener;
import java.time.Duration;
import java.util.Optional;

/**
 * Hears from logback when log files cannot be written (a full disk, a right that was taken away): logging must stop
 * nothing, but somebody has to know. Says so on the standard error, once a minute at most, and to {@code connect check}.
 */
final class LogTrouble implements StatusListener {
    private static final long PAUSE = Duration.ofMinutes(1).toNanos();
    private static final String RECOVERED = "Recovered from IO failure";

    private volatile Optional<String> latest = Optional.empty();
    private long saidAt = System.nanoTime() - PAUSE;

    @Override
    public boolean isResetResistant() {
        return true;
    }

    @Override
    public void addStatusEvent(Status status) {
        if (status.getMessage().startsWith(RECOVERED)) {
            latest = Optional.empty();
        } else if (status.getLevel() >= Status.ERROR) {
            Throwable cause = status.getThrowable();
            report(status.getMessage() + (cause == null ? "" : " (" + cause.getMessage() + ")"));
        }
    }

    synchronized void report(String message) {
        latest = Optional.of(LogText.safe(message));
        if (System.nanoTime() - saidAt >= PAUSE) {
            saidAt = System.nanoTime();
            System.err.println("Logging: " + LogText.safe(message));
        }
    }

    void clear() {
        latest = Optional.empty();
    }

    /** What is wrong now; empty when log lines arrive where they should. */
    Optional<String> latest() {
        return latest;
    }
}
