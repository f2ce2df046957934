package com.clientpay.connect.batches;

import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.Transaction;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Batches and their lines in the firm's database. Each change is a transaction of its own. */
final class BatchStore {
    private static final int MOST_UNFINISHED = 1000;

    /** A batch with the exact bytes of its file; empty when payers were purged. */
    record Content(Batch batch, Optional<byte[]> bytes) {}

    /** What a change of a state met. */
    enum Change {
        DONE,
        CHANGED_MEANWHILE,
        /** The import knows one of its lines already. */
        ANSWERED
    }

    private final Database database;

    BatchStore(Database database) {
        this.database = database;
    }

    /** Makes the transaction the only one that writes batches until it ends; answers at once whether it could. */
    boolean lock(Transaction transaction) {
        return transaction
                .one(Contract.LOCK_BATCHES, row -> row.text("Outcome"))
                .equals("DONE");
    }

    /** Receipts that wait to be sealed, the first of them first. */
    List<BatchReceipt> waiting(int most) {
        return BatchReceipt.of(database.list(Contract.LIST_BATCH_LINES, BatchLine::read, null, null, most));
    }

    List<BatchLine> linesOf(long number) {
        return database.list(Contract.LIST_BATCH_LINES, BatchLine::read, number, null, 0);
    }

    List<BatchReceipt> ofPosting(Transaction transaction, String postingId) {
        return BatchReceipt.of(transaction.list(Contract.LIST_BATCH_LINES, BatchLine::read, null, postingId, 0));
    }

    long nextNumber(Transaction transaction) {
        return transaction.one(Contract.NEXT_BATCH_NUMBER, row -> row.number("BatchNumber"));
    }

    void seal(
            Transaction transaction,
            long number,
            String fileName,
            List<BatchReceipt> receipts,
            byte[] bytes,
            String actor,
            Instant now) {
        List<Object[]> lines = new ArrayList<>();
        for (BatchReceipt receipt : receipts) {
            for (BatchLine line : receipt.lines()) {
                lines.add(new Object[] {line.lineId(), number, lines.size() + 1});
            }
        }
        BigDecimal total = BatchText.total(receipts);
        transaction.one(
                Contract.SEAL_BATCH,
                row -> row.text("Outcome"),
                number,
                fileName,
                receipts.size(),
                lines.size(),
                total,
                Sha256.of(bytes),
                bytes,
                actor,
                now);
        transaction.batch(Contract.SEAL_BATCH_LINE, lines);
    }

    /** @param token of its temporary file; empty: as it is */
    Change set(Batch batch, BatchState expected, BatchState state, Optional<String> token, String actor, Instant now) {
        return database.transaction(transaction -> transaction.one(
                Contract.SET_BATCH_STATE,
                row -> row.oneOf(Change.class, "Outcome"),
                batch.number(),
                expected,
                state,
                token,
                actor,
                now));
    }

    /** Outcome, and with NOT_ALLOWED the state. */
    String resolve(long number, boolean written, String actor, Instant now) {
        return database.transaction(transaction -> transaction.one(
                Contract.RESOLVE_BATCH,
                row -> row.text("Outcome")
                        + row.optionalText("State").map(state -> " " + state).orElse(""),
                number,
                written,
                actor,
                now));
    }

    /** SEALED, WRITING and UNKNOWN ones, the oldest first. */
    List<Batch> unfinished() {
        List<Batch> batches =
                new ArrayList<>(database.list(Contract.LIST_BATCHES, Batch::read, true, null, MOST_UNFINISHED));
        Collections.reverse(batches);
        return batches;
    }

    /** The newest first. */
    List<Batch> list(boolean unfinished, int limit) {
        return database.list(Contract.LIST_BATCHES, Batch::read, unfinished, null, limit);
    }

    Optional<Content> find(long number) {
        return database.find(
                Contract.GET_BATCH, row -> new Content(Batch.read(row), row.optionalBytes("Content")), number);
    }

    List<BatchCount> counts() {
        return database.list(
                Contract.COUNT_BATCHES,
                row -> new BatchCount(row.text("State"), row.number("Batches"), row.instant("Oldest")));
    }
}
