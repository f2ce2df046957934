package com.clientpay.connect.background;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Something that is done again and again on a thread of its own, until it is closed. The thread ends with the process. */
public final class BackgroundJob implements AutoCloseable {
    private static final long STOP_SECONDS = 5;

    private final Runnable run;
    private final ScheduledExecutorService scheduler;

    /**
     * @param name of the thread
     * @param run must not throw: it would not be run again
     */
    public BackgroundJob(String name, Runnable run) {
        this.run = run;
        this.scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * @param delay before the first run
     * @param interval between the end of a run and the next one
     */
    public void start(Duration delay, Duration interval) {
        scheduler.scheduleWithFixedDelay(run, delay.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Lets a run that is under way end, for at most five seconds. */
    @Override
    public void close() {
        scheduler.shutdown();
        try {
            if (!scheduler.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                scheduler.shutdownNow();
            }
        } catch (InterruptedException e) {
            scheduler.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
