package com.clientpay.connect.batches;

import com.clientpay.connect.audit.AuditLog;
import com.clientpay.connect.batches.BatchFolder.Found;
import com.clientpay.connect.config.ConfigException;
import com.clientpay.connect.config.ConnectConfig;
import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.posting.FirmCalendar;
import com.clientpay.connect.posting.FirmDatabase;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** For the people who look after batches: what there is, and what nobody but a person may decide. */
public final class BatchService {

    /** A batch with its lines and the exact bytes of its file, unless payers were purged. */
    public record Details(Batch batch, List<BatchLine> lines, Optional<byte[]> content) {}

    /**
     * How a posting's receipt looks in a batch file.
     *
     * @param lines none when there is no receipt, or the layout cannot show it
     * @param why there are none, or what to know about them
     */
    public record Preview(List<String> lines, String why) {}

    private final Database database;
    private final BatchStore store;
    private final Optional<BatchFolder> folder;
    private final LayoutSource layouts;
    private final FirmCalendar calendar;
    private final Clock clock;

    public BatchService(Database database, Clock clock, ConnectConfig.Batches config) {
        this.database = database;
        this.store = new BatchStore(database);
        this.folder = config.folder().map(BatchFolder::new);
        this.layouts = LayoutSource.of(config.layout(), new FirmDatabase(database, clock, Optional.empty()));
        this.calendar = new FirmCalendar(database, clock);
        this.clock = clock;
    }

    /** The newest first. */
    public List<Batch> list(boolean unfinished, int limit) {
        return store.list(unfinished, limit);
    }

    public Optional<Details> find(long number) {
        return store.find(number).map(found -> new Details(found.batch(), store.linesOf(number), found.bytes()));
    }

    /** What is not finished. */
    public List<BatchCount> counts() {
        return store.counts();
    }

    /** What is wrong with the layout; empty when it is right. */
    public Optional<String> layoutMistakes() {
        try {
            layouts.load();
            return Optional.empty();
        } catch (ConfigException e) {
            return Optional.of(e.getMessage());
        }
    }

    // ---- preview

    /** Changes nothing: what would be written is asked of the procedures and rolled back. */
    public Preview preview(String postingId, String actor) {
        Instant now = clock.instant();
        List<String> why = new ArrayList<>();
        Optional<BatchReceipt> receipt = database.transaction(transaction -> {
            transaction.rollBack();
            Optional<BatchReceipt> there = last(store.ofPosting(transaction, postingId));
            if (there.isPresent() && there.get().first().answer().isEmpty()) {
                return there;
            }
            String outcome = transaction.one(
                    Contract.POST_POSTING,
                    row -> row.text("Outcome")
                            + row.optionalText("Status")
                                    .map(status -> " " + status)
                                    .orElse("")
                            + row.optionalText("Detail")
                                    .map(detail -> ": " + detail)
                                    .orElse(""),
                    postingId,
                    null,
                    null,
                    calendar.day(now),
                    actor,
                    now);
            why.add(outcome);
            return outcome.startsWith("DONE QUEUED") ? last(store.ofPosting(transaction, postingId)) : there;
        });
        if (receipt.isEmpty()) {
            return new Preview(List.of(), nothing(postingId, why.get(0)));
        }
        return shown(receipt.get());
    }

    private static Optional<BatchReceipt> last(List<BatchReceipt> receipts) {
        return receipts.stream().reduce((earlier, later) -> later);
    }

    private static String nothing(String postingId, String outcome) {
        if (outcome.startsWith("NOT_FOUND")) {
            return "There is no posting " + postingId + ".";
        }
        if (outcome.startsWith("DONE POSTED") || outcome.startsWith("UNCHANGED POSTED")) {
            return "The books take this posting at once: it is not written into a batch file.";
        }
        return "Nothing would be written: posting it would answer " + outcome + ".";
    }

    private Preview shown(BatchReceipt receipt) {
        String state = receipt.first()
                .answer()
                .map(answer -> "the import's answer is " + answer)
                .or(() -> receipt.first().batch().map(batch -> "in batch " + batch))
                .orElse("not in a batch yet");
        try {
            return new Preview(
                    new BatchText(layouts.load()).preview(receipt),
                    "Handover " + receipt.first().handover() + " of attempt "
                            + receipt.first().attempt() + ", " + state + ".");
        } catch (UnwritableException e) {
            return new Preview(List.of(), e.getMessage());
        } catch (ConfigException e) {
            return new Preview(List.of(), "The layout of batch files has mistakes.\n" + e.getMessage());
        }
    }

    // ---- what a person decides

    /**
     * Brings the identical file into the folder once more: the import may then read it a second time.
     *
     * @throws BatchRefusedException it is not written; the message says why
     */
    public Path writeAgain(long number, String actor) {
        BatchFolder there = requiredFolder();
        return locked(() -> {
            BatchStore.Content content = store.find(number).orElseThrow(() -> noBatch(number));
            Batch batch = content.batch();
            if (batch.state() != BatchState.WRITTEN) {
                throw new BatchRefusedException("Batch " + number + " is " + batch.state()
                        + ", and only one that is WRITTEN can be written again."
                        + (batch.state() == BatchState.UNKNOWN
                                ? " Say first what became of it: connect batches resolve " + number
                                        + " --written or --not-written."
                                : ""));
            }
            byte[] bytes = content.bytes()
                    .orElseThrow(() -> new BatchRefusedException("The payers in batch " + number
                            + " were purged, and its content with them: it cannot be written again."));
            if (!Sha256.of(bytes).equals(batch.sha256())) {
                throw new BatchRefusedException(
                        "The content of batch " + number
                                + " in the database is not what was sealed: its SHA-256 is another one. Tell ClientPay's support.");
            }
            bring(there, batch, bytes);
            AuditLog.write(actor, "batch-written-again", Long.toString(number), "sha256=" + batch.sha256());
            return there.path(batch.fileName());
        });
    }

    private static void bring(BatchFolder folder, Batch batch, byte[] bytes) {
        try {
            folder.requireUsable();
            if (folder.find(batch.fileName(), batch.sha256()) == Found.OURS) {
                throw new BatchRefusedException("It is there already, as it was sealed: "
                        + folder.path(batch.fileName()) + ". Nothing was written.");
            }
            String token = BatchWriter.token();
            try {
                folder.prepare(batch.fileName(), token, bytes);
                folder.publish(batch.fileName(), token);
            } finally {
                folder.cleanUp(batch.fileName());
            }
        } catch (FileAlreadyExistsException e) {
            throw new BatchRefusedException(
                    "Another file has its name: " + folder.path(batch.fileName()) + ". Nothing was written.");
        } catch (IOException e) {
            throw new BatchRefusedException("It cannot be written to " + folder + ": " + FolderTrouble.words(e) + ".");
        }
    }

    /**
     * Says what became of an UNKNOWN batch, or gives up one that is still SEALED.
     *
     * @param written whether the import had its file; if not, its lines go into the next batch
     * @return the state that it has now
     * @throws BatchRefusedException it stays as it is; the message says why
     */
    public BatchState resolve(long number, boolean written, String actor) {
        return locked(() -> {
            Batch batch = store.find(number).orElseThrow(() -> noBatch(number)).batch();
            if (!written && isThere(batch)) {
                throw new BatchRefusedException("Its file is in the folder: " + batch.fileName()
                        + ". It was written, and the connector will see that by itself.");
            }
            String outcome = store.resolve(number, written, actor, clock.instant());
            if (outcome.startsWith("NOT_ALLOWED")) {
                throw new BatchRefusedException("Batch " + number + " is " + batch.state()
                        + ": only an UNKNOWN one can be resolved, or a SEALED one as --not-written.");
            }
            if (outcome.startsWith("DONE")) {
                folder.ifPresent(used -> used.cleanUp(batch.fileName()));
                AuditLog.write(
                        actor, written ? "batch-written" : "batch-abandoned", Long.toString(number), "by a person");
            }
            return written ? BatchState.WRITTEN : BatchState.ABANDONED;
        });
    }

    private boolean isThere(Batch batch) {
        try {
            return folder.isPresent() && folder.get().find(batch.fileName(), batch.sha256()) == Found.OURS;
        } catch (IOException e) {
            return false;
        }
    }

    private BatchFolder requiredFolder() {
        return folder.orElseThrow(() -> new BatchRefusedException(
                "No folder is configured: set batches.folder to the folder of the firm's import."));
    }

    private static BatchRefusedException noBatch(long number) {
        return new BatchRefusedException(
                "There is no batch " + number + ". connect batches list shows which there are.");
    }

    private <T> T locked(Supplier<T> work) {
        return database.transaction(transaction -> {
            transaction.rollBack();
            if (!store.lock(transaction)) {
                throw new BatchRefusedException("A connector is writing batches just now. Repeat the command.");
            }
            return work.get();
        });
    }
}
