package com.clientpay.connect.cli;

import java.util.concurrent.CountDownLatch;

/**
 * Ctrl-C or SIGTERM, waited for by the thread that started the connector, which then stops it in order and ends the
 * process with code 0. A signal that comes before {@link #await} ends the process at once.
 */
final class StopSignal implements AutoCloseable {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread hook = new Thread(this::onShutdown, "stop");
    private volatile boolean awaited;

    static StopSignal register() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    /** Returns when the process is asked to end. */
    void await() {
        awaited = true;
        try {
            asked.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything is stopped, or never started. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            stopped.countDown(); // the process is ending: the hook waits for this
        }
    }

    private void onShutdown() {
        asked.countDown();
        if (!awaited) {
            return;
        }
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // Without this the JVM would end with the signal's number, and a supervisor would call the stop a failure.
        Runtime.getRuntime().halt(0);
    }
}
