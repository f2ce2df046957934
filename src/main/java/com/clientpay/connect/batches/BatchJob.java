package com.clientpay.connect.batches;

import com.clientpay.connect.background.BackgroundJob;
import com.clientpay.connect.config.ConnectConfig;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.DatabaseException;
import com.clientpay.connect.platform.EventLog;
import com.clientpay.connect.posting.FirmCalendar;
import com.clientpay.connect.posting.FirmDatabase;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the connector does by itself for a system with an import, on one thread in the background: it takes the import's
 * answers, and writes what is queued into batch files. Of all connectors on a database one at a time does so: it holds a lock in
 * a transaction that stays open meanwhile, while every change is committed on another connection.
 */
public final class BatchJob implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(BatchJob.class);

    private final Database database;
    private final FirmDatabase firm;
    private final BatchStore store;
    private final ImportAnswers answers;
    private final Optional<BatchWriter> writer;
    private final Troubles troubles = new Troubles(log);
    private final BackgroundJob job;
    private volatile List<BatchCount> latest = List.of();

    /** @param writer empty when no folder is configured: then what is queued waits */
    BatchJob(
            Database database,
            FirmDatabase firm,
            BatchStore store,
            ImportAnswers answers,
            Optional<BatchWriter> writer) {
        this.database = database;
        this.firm = firm;
        this.store = store;
        this.answers = answers;
        this.writer = writer;
        this.job = new BackgroundJob("batches", this::run);
    }

    /** Puts it together for a connector. */
    public static BatchJob of(
            Database database,
            Clock clock,
            FirmDatabase firm,
            FirmCalendar calendar,
            ConnectConfig.Batches config,
            EventLog events) {
        BatchStore store = new BatchStore(database);
        return new BatchJob(
                database,
                firm,
                store,
                new ImportAnswers(database, clock),
                config.folder()
                        .map(folder -> new BatchWriter(
                                database,
                                store,
                                new BatchFolder(folder),
                                LayoutSource.of(config.layout(), firm),
                                calendar,
                                clock,
                                events,
                                BatchSteps.NONE)));
    }

    /** @param interval between the end of a run and the next one; the first begins at once */
    public void start(Duration interval) {
        job.start(Duration.ZERO, interval);
    }

    /** What is not finished, as it was read last. */
    public List<BatchCount> latest() {
        return latest;
    }

    /** Never throws: the scheduler would not run it again. */
    void run() {
        try {
            work();
            troubles.over("database", "Batches are looked after again.");
        } catch (DatabaseException e) {
            troubles.met("database", "Batches cannot be looked after until this is over: " + e.getMessage());
            log.debug("Looking after batches failed.", e);
        } catch (RuntimeException e) {
            troubles.met("database", "Batches cannot be looked after: " + e);
            log.debug("Looking after batches failed.", e);
        }
    }

    private void work() {
        if (!firm.isPostable() || !firm.takesBatches()) {
            return;
        }
        database.transaction(transaction -> {
            transaction.rollBack();
            if (store.lock(transaction)) {
                answers.take();
                write();
            }
            return null;
        });
        latest = store.counts();
        if (writer.isEmpty() && latest.stream().anyMatch(count -> count.what().equals(BatchCount.LINES))) {
            troubles.met(
                    "folder",
                    "Receipts are queued for the firm's import, but no folder is configured to write them into. They wait."
                            + " Set batches.folder and restart the connector.");
        }
    }

    private void write() {
        if (writer.isEmpty()) {
            return;
        }
        try {
            writer.get().writeAll();
            troubles.over("folder", "Batch files are written again.");
        } catch (IOException e) {
            troubles.met(
                    "folder",
                    "Batch files cannot be written to " + writer.get().folder() + ": " + FolderTrouble.words(e)
                            + ". What is queued waits.");
        }
    }

    /** Lets a run that is under way end, for at most five seconds. */
    @Override
    public void close() {
        job.close();
    }
}
