package com.clientpay.connect.contract;

import com.clientpay.connect.contract.Postings.Move;
import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.Row;
import com.clientpay.connect.database.Transaction;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls the procedures of batches as the connector does; what a file looks like is no concern of the contract. */
public final class Batches {
    static final String WRITER = "connector";

    /** A line, as far as the tests look at it. */
    public record Line(
            long lineId,
            long receiptKey,
            String postingId,
            long attempt,
            String kind,
            long handover,
            long position,
            Optional<Long> batch,
            Optional<String> answer,
            Optional<String> payor,
            Optional<String> clientNumber,
            Optional<String> matterNumber,
            Optional<String> invoiceNumber,
            Optional<String> trustLedgerId,
            LocalDate bookDate,
            BigDecimal amount,
            Optional<Long> originalReceiptKey) {
        static Line read(Row row) {
            return new Line(
                    row.number("LineId"),
                    row.number("ReceiptKey"),
                    row.text("PostingId"),
                    row.number("Attempt"),
                    row.text("Kind"),
                    row.number("Handover"),
                    row.number("Position"),
                    row.optionalNumber("BatchNumber"),
                    row.optionalText("Answer"),
                    row.optionalText("Payor"),
                    row.optionalText("ClientNumber"),
                    row.optionalText("MatterNumber"),
                    row.optionalText("InvoiceNumber"),
                    row.optionalText("TrustLedgerId"),
                    row.date("BookDate"),
                    row.money("Amount"),
                    row.optionalNumber("OriginalReceiptKey"));
        }
    }

    private final Database database;

    public Batches(Database database) {
        this.database = database;
    }

    public List<Line> waiting() {
        return waiting(1000);
    }

    List<Line> waiting(int receipts) {
        return database.list(Contract.LIST_BATCH_LINES, Line::read, null, null, receipts);
    }

    public List<Line> ofPosting(String id) {
        return database.list(Contract.LIST_BATCH_LINES, Line::read, null, id, 1000);
    }

    public List<Line> ofBatch(long number) {
        return database.list(Contract.LIST_BATCH_LINES, Line::read, number, null, 1000);
    }

    /** Seals all lines that wait; answers the batch's number. */
    public long seal() {
        return seal(waiting());
    }

    long seal(List<Line> lines) {
        return database.transaction(transaction -> {
            long number = transaction.one(Contract.NEXT_BATCH_NUMBER, row -> row.number("BatchNumber"));
            seal(transaction, number, lines);
            return number;
        });
    }

    private static void seal(Transaction transaction, long number, List<Line> lines) {
        String content = "Content of " + number;
        transaction.one(
                Contract.SEAL_BATCH,
                row -> row.text("Outcome"),
                number,
                "file-" + number + ".csv",
                lines.stream().map(Line::receiptKey).distinct().count(),
                lines.size(),
                lines.stream().map(Line::amount).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add),
                "hash-of-" + number,
                content.getBytes(StandardCharsets.UTF_8),
                WRITER,
                Postings.NOW);
        List<Object[]> calls = new ArrayList<>();
        for (Line line : lines) {
            calls.add(new Object[] {line.lineId(), number, calls.size() + 1});
        }
        transaction.batch(Contract.SEAL_BATCH_LINE, calls);
    }

    /** Seals all lines that wait into a file that the connector has written. */
    public long written() {
        long number = seal();
        set(number, "SEALED", "WRITING");
        set(number, "WRITING", "WRITTEN");
        return number;
    }

    public String set(long number, String expected, String state) {
        return database.transaction(transaction -> transaction.one(
                Contract.SET_BATCH_STATE,
                row -> row.text("Outcome"),
                number,
                expected,
                state,
                state.equals("WRITING") ? "token-" + number : null,
                WRITER,
                Postings.NOW));
    }

    /** Outcome, and the state where there is one. */
    public String resolve(long number, boolean written) {
        return database.transaction(transaction -> transaction.one(
                Contract.RESOLVE_BATCH,
                row -> row.text("Outcome")
                        + row.optionalText("State").map(state -> " " + state).orElse(""),
                number,
                written,
                "cli:admin",
                Postings.NOW));
    }

    /** State, receipts, lines, total, how many wait. */
    public String get(long number) {
        return database.one(
                Contract.GET_BATCH,
                row -> row.text("State") + " " + row.number("Receipts") + " " + row.number("Lines") + " "
                        + row.money("Total") + " " + row.number("Waiting"),
                number);
    }

    Optional<String> content(long number) {
        return database.one(Contract.GET_BATCH, row -> row.optionalBytes("Content"), number)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    List<Long> list(boolean unfinished) {
        return database.list(Contract.LIST_BATCHES, row -> row.number("Number"), unfinished, null, 10);
    }

    /** State and how many. */
    List<String> counts() {
        return database.list(
                Contract.COUNT_BATCHES,
                row -> row.text("State") + " " + row.number("Batches") + " " + row.instant("Oldest"));
    }

    public List<String> answered() {
        return database.list(Contract.LIST_IMPORT_ANSWERS, row -> row.text("PostingId"), 100);
    }

    public Move take(String id) {
        return database.transaction(
                transaction -> transaction.one(Contract.TAKE_IMPORT_ANSWER, Move::read, id, WRITER, Postings.NOW));
    }

    Move refuse(Line line, String detail) {
        return database.transaction(transaction -> transaction.one(
                Contract.REFUSE_RECEIPT,
                Move::read,
                line.postingId(),
                line.receiptKey(),
                detail,
                WRITER,
                Postings.NOW));
    }
}
