package com.clientpay.connect.posting;

import com.clientpay.connect.background.BackgroundJob;
import com.clientpay.connect.database.DatabaseAwayException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the connector does with postings by itself, on one thread in the background: it finishes interrupted ones and looks
 * for those that wait too long. What keeps it from doing so, such as a database that is away, is logged once, and once more when it is over.
 */
public final class PostingJobs implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PostingJobs.class);

    /** Is told how each run went. Must be quick and must not throw. */
    public interface Observer {
        /** Told of nothing. */
        Observer NONE = new Observer() {
            @Override
            public void worked() {}

            @Override
            public void failed(RuntimeException cause, boolean away) {}
        };

        void worked();

        /** @param away whether the database could not be reached */
        void failed(RuntimeException cause, boolean away);
    }

    private final DuePostings duePostings;
    private final WaitingPostings waitingPostings;
    private final Observer observer;
    private final BackgroundJob job;
    private boolean failing;

    public PostingJobs(DuePostings duePostings, WaitingPostings waitingPostings, Observer observer) {
        this.duePostings = duePostings;
        this.waitingPostings = waitingPostings;
        this.observer = observer;
        this.job = new BackgroundJob("posting-jobs", this::run);
    }

    /** @param interval between the end of a run and the next one; the first begins at once */
    public void start(Duration interval) {
        job.start(Duration.ZERO, interval);
    }

    /** Never throws: the scheduler would not run it again. */
    void run() {
        try {
            duePostings.finish();
            waitingPostings.watch();
            if (failing) {
                log.info("Interrupted postings are looked for again.");
            }
            failing = false;
            observer.worked();
        } catch (RuntimeException e) {
            if (!failing) {
                log.warn("Interrupted postings cannot be looked for until this is over: {}", e.getMessage());
                log.debug("Looking for interrupted postings failed.", e);
            }
            failing = true;
            observer.failed(e, e instanceof DatabaseAwayException);
        }
    }

    /** Lets a run that is under way end, for at most five seconds. */
    @Override
    public void close() {
        job.close();
    }
}
