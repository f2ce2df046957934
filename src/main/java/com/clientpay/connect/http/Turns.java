package com.clientpay.connect.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.jetty.util.NanoTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bounds how many requests are answered at the same time. The next wait for their turn in the order in which they came, and
 * hold no thread: so however slow the database is, threads are left for what does not need it, such as the question
 * whether the connector lives.
 *
 * <p>Who has waited for too long is refused: by then its caller has gone, or would rather come again.
 */
final class Turns {
    /** Requests. More are refused at once. */
    static final int MOST_WAITING = 500;

    private static final Logger log = LoggerFactory.getLogger(Turns.class);

    private final int most;
    private final Duration patience;
    private final Executor threads;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private int taken;

    /**
     * @param most requests answered at the same time
     * @param patience longest wait for a turn
     * @param threads answers those that have waited
     */
    Turns(int most, Duration patience, Executor threads) {
        this.most = most;
        this.patience = patience;
        this.threads = threads;
    }

    private record Waiting(Runnable answer, Runnable refusal, long since) {}

    /**
     * Runs one of the two: the answer in this thread where there is a turn, later and in another where one must be waited
     * for; the refusal when too many wait, or this one has waited for too long.
     */
    void take(Runnable answer, Runnable refusal) {
        boolean refused;
        synchronized (this) {
            if (taken < most) {
                taken++;
                refused = false;
            } else if (waiting.size() < MOST_WAITING) {
                waiting.add(new Waiting(answer, refusal, NanoTime.now()));
                return;
            } else {
                refused = true;
            }
        }
        if (refused) {
            refusal.run();
        } else {
            run(answer);
        }
    }

    private void run(Runnable answer) {
        try {
            answer.run();
        } finally {
            next();
        }
    }

    /** A turn has ended: it goes to who waits next, and to nobody where nobody does. */
    private void next() {
        for (Optional<Waiting> next = poll(); next.isPresent(); next = poll()) {
            Waiting one = next.get();
            boolean isTooLate = NanoTime.since(one.since()) > patience.toNanos();
            try {
                threads.execute(isTooLate ? one.refusal() : () -> run(one.answer()));
            } catch (RejectedExecutionException e) {
                log.debug("The server has stopped: a request that waited for its turn is not answered", e);
            }
            if (!isTooLate) {
                return;
            }
        }
    }

    private synchronized Optional<Waiting> poll() {
        Waiting next = waiting.poll();
        if (next == null) {
            taken--;
        }
        return Optional.ofNullable(next);
    }
}
