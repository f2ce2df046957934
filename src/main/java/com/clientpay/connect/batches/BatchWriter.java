package com.clientpay.connect.batches;

import com.clientpay.connect.audit.AuditLog;
import com.clientpay.connect.batches.BatchFolder.Found;
import com.clientpay.connect.batches.BatchSteps.Step;
import com.clientpay.connect.batches.BatchStore.Change;
import com.clientpay.connect.config.BatchLayout;
import com.clientpay.connect.config.ConfigException;
import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.platform.EventLog;
import com.clientpay.connect.platform.ServiceEvent;
import com.clientpay.connect.posting.FirmCalendar;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what is queued into batch files. Only for the holder of the lock.
 *
 * <p>In this order: the batch is <b>sealed</b> in the database, to its last byte; its temporary file is written and flushed;
 * <b>WRITING</b> is committed; the file gets its name; <b>WRITTEN</b> is committed. Before WRITING nobody can have seen
 * anything, so it is simply done again. A batch that is found in WRITING was interrupted: is its file there, it was written;
 * is its temporary file there, it is given its name; else the import may have taken the file away, and nobody knows: it becomes
 * UNKNOWN and is never written again by itself.
 */
final class BatchWriter {
    private static final Logger log = LoggerFactory.getLogger(BatchWriter.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ACTOR = "connector";
    /** Of a file; what every engine can keep. */
    private static final int MOST_BYTES = 1_000_000;
    /** New files of one run: the import's answers are taken between two runs, also while there is much to write. */
    private static final int MOST_FILES = 50;

    private final Database database;
    private final BatchStore store;
    private final BatchFolder folder;
    private final LayoutSource layouts;
    private final FirmCalendar calendar;
    private final Clock clock;
    private final EventLog events;
    private final BatchSteps steps;
    private final Troubles troubles = new Troubles(log);

    BatchWriter(
            Database database,
            BatchStore store,
            BatchFolder folder,
            LayoutSource layouts,
            FirmCalendar calendar,
            Clock clock,
            EventLog events,
            BatchSteps steps) {
        this.database = database;
        this.store = store;
        this.folder = folder;
        this.layouts = layouts;
        this.calendar = calendar;
        this.clock = clock;
        this.events = events;
        this.steps = steps;
    }

    BatchFolder folder() {
        return folder;
    }

    /**
     * Finishes what was interrupted, then writes what waits, into at most 50 files. The rest is for the next run.
     *
     * @throws IOException the folder cannot be used; nothing is lost
     */
    void writeAll() throws IOException {
        folder.requireUsable();
        for (Batch batch : store.unfinished()) {
            switch (batch.state()) {
                case SEALED -> write(batch);
                case WRITING -> recover(batch);
                case UNKNOWN -> lookAgain(batch);
                case WRITTEN, ABANDONED -> log.debug("{} is finished by now.", batch.words());
            }
        }
        if (store.waiting(1).isEmpty()) {
            return;
        }
        Optional<BatchLayout> layout = layout();
        if (layout.isPresent()) {
            writeWaiting(layout.get());
        }
    }

    private void writeWaiting(BatchLayout layout) throws IOException {
        for (int files = 0; files < MOST_FILES; files++) {
            Optional<Batch> sealed = seal(layout);
            if (sealed.isEmpty()) {
                return;
            }
            write(sealed.get());
        }
    }

    private Optional<BatchLayout> layout() {
        try {
            BatchLayout layout = layouts.load();
            troubles.over("layout", "The layout of batch files is right now.");
            return Optional.of(layout);
        } catch (ConfigException e) {
            troubles.met(
                    "layout",
                    "The layout of batch files has mistakes. What is queued waits until it is corrected.\n"
                            + e.getMessage());
            return Optional.empty();
        }
    }

    // ---- sealing

    /** Empty when nothing waits. */
    private Optional<Batch> seal(BatchLayout layout) {
        BatchText text = new BatchText(layout);
        List<BatchReceipt> receipts = new ArrayList<>();
        for (BatchReceipt receipt : store.waiting(layout.mostReceipts())) {
            text.complaint(receipt).ifPresentOrElse(why -> refuse(receipt, why), () -> receipts.add(receipt));
        }
        if (receipts.isEmpty()) {
            return store.waiting(1).isEmpty() ? Optional.empty() : seal(layout);
        }
        Instant now = clock.instant();
        LocalDate day = calendar.day(now);
        long number = database.transaction(transaction -> {
            long next = store.nextNumber(transaction);
            List<BatchReceipt> fitting = receipts;
            byte[] bytes = text.bytes(next, day, now, fitting);
            while (bytes.length > MOST_BYTES && fitting.size() > 1) {
                fitting = fitting.subList(0, fitting.size() / 2);
                bytes = text.bytes(next, day, now, fitting);
            }
            store.seal(transaction, next, text.fileName(next, day), fitting, bytes, ACTOR, now);
            return next;
        });
        Batch batch = store.find(number).orElseThrow().batch();
        log.info("{} is sealed.", batch.words());
        AuditLog.write(ACTOR, "batch-sealed", Long.toString(number), "sha256=" + batch.sha256());
        steps.done(Step.SEALED);
        return Optional.of(batch);
    }

    /** As if the import had rejected it: it would. */
    private void refuse(BatchReceipt receipt, String why) {
        String id = receipt.first().postingId();
        boolean done = database.transaction(transaction -> transaction.one(
                Contract.REFUSE_RECEIPT,
                row -> row.text("Outcome").equals("DONE"),
                id,
                receipt.first().receiptKey(),
                why
                        + " Correct it where it comes from and post again; or book the payment by hand, then remove this posting.",
                ACTOR,
                clock.instant()));
        if (done) {
            log.warn("The receipt of posting {} cannot be written into a batch file: {}", id, why);
            AuditLog.write(
                    ACTOR,
                    receipt.first().kind() == BatchLine.Kind.POST ? "posting-incomplete" : "posting-posted",
                    id,
                    "refused by the layout");
        }
    }

    // ---- writing

    private void write(Batch batch) throws IOException {
        if (isNameTaken(batch)) {
            return;
        }
        folder.cleanUp(batch.fileName());
        String token = token();
        byte[] bytes = store.find(batch.number())
                .flatMap(BatchStore.Content::bytes)
                .orElseThrow(() -> new IllegalStateException(batch.words() + " has lost its content."));
        folder.prepare(batch.fileName(), token, bytes);
        Change change =
                store.set(batch, BatchState.SEALED, BatchState.WRITING, Optional.of(token), ACTOR, clock.instant());
        if (change == Change.DONE) {
            steps.done(Step.WRITING);
            publish(batch, token);
            return;
        }
        folder.cleanUp(batch.fileName());
        if (change == Change.ANSWERED) {
            store.resolve(batch.number(), false, ACTOR, clock.instant());
            log.warn(
                    "{} is not written: the import has answered one of its receipts already. The others go into the next"
                            + " batch.",
                    batch.words());
        }
    }

    /** Also when it is there already with our bytes: then the database was restored from before it was written. */
    private boolean isNameTaken(Batch batch) throws IOException {
        Found found = folder.find(batch.fileName(), batch.sha256());
        if (found == Found.OURS) {
            written(batch, BatchState.SEALED, "is there already");
            return true;
        }
        if (found == Found.FOREIGN) {
            troubles.met(
                    batch.fileName(),
                    batch.words() + " is not written: " + folder + " has another file of that name, which is not"
                            + " overwritten. Move that file away; or, if it must stay, say connect batches resolve "
                            + batch.number() + " --not-written, and the receipts get another name.");
            return true;
        }
        troubles.over(batch.fileName(), "");
        return false;
    }

    private void publish(Batch batch, String token) throws IOException {
        try {
            folder.publish(batch.fileName(), token);
        } catch (FileAlreadyExistsException e) {
            if (folder.find(batch.fileName(), batch.sha256()) != Found.OURS) {
                store.set(batch, BatchState.WRITING, BatchState.SEALED, Optional.empty(), ACTOR, clock.instant());
                isNameTaken(batch);
                return;
            }
        }
        written(batch, BatchState.WRITING, "is written");
    }

    private void written(Batch batch, BatchState before, String how) {
        Change change = store.set(batch, before, BatchState.WRITTEN, Optional.empty(), ACTOR, clock.instant());
        folder.cleanUp(batch.fileName());
        if (change == Change.DONE) {
            steps.done(Step.WRITTEN);
            log.info("{} {}.", batch.words(), how);
            AuditLog.write(ACTOR, "batch-written", Long.toString(batch.number()), "sha256=" + batch.sha256());
        }
    }

    // ---- after a crash

    private void recover(Batch batch) throws IOException {
        if (folder.find(batch.fileName(), batch.sha256()) == Found.OURS) {
            written(batch, BatchState.WRITING, "was written before the connector was interrupted");
            return;
        }
        String token = batch.token().orElse("");
        switch (folder.leftOver(batch.fileName(), token, batch.sha256())) {
            case COMPLETE -> publish(batch, token);
            case BROKEN -> {
                folder.cleanUp(batch.fileName());
                store.set(batch, BatchState.WRITING, BatchState.SEALED, Optional.empty(), ACTOR, clock.instant());
                write(batch);
            }
            case SEEN -> written(batch, BatchState.WRITING, "was written before the connector was interrupted");
            case PERHAPS_SEEN, NOTHING -> unknown(batch);
        }
    }

    private void unknown(Batch batch) {
        if (store.set(batch, BatchState.WRITING, BatchState.UNKNOWN, Optional.empty(), ACTOR, clock.instant())
                == Change.DONE) {
            String what =
                    batch.words() + ": the connector was interrupted while it was written, and its file is not there."
                            + " Perhaps the import has taken it. It is not written again by itself. Find out in the import's own"
                            + " report whether it has read it, then say connect batches resolve " + batch.number()
                            + " --written, or --not-written.";
            log.warn(what);
            events.report(ServiceEvent.BATCH_UNKNOWN, what);
            AuditLog.write(ACTOR, "batch-unknown", Long.toString(batch.number()), "sha256=" + batch.sha256());
        }
    }

    private void lookAgain(Batch batch) throws IOException {
        if (folder.find(batch.fileName(), batch.sha256()) == Found.OURS) {
            written(batch, BatchState.UNKNOWN, "is there after all");
        }
    }

    static String token() {
        byte[] bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
