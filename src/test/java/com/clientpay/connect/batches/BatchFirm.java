package com.clientpay.connect.batches;

import com.clientpay.connect.config.BatchLayoutFile;
import com.clientpay.connect.database.Contract;
import com.clientpay.connect.events.RecordedEvents;
import com.clientpay.connect.posting.FirmCalendar;
import com.clientpay.connect.posting.FirmDatabase;
import com.clientpay.connect.testfirm.MovableClock;
import com.clientpay.connect.testfirm.TestFirm;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A firm that takes receipts by its import, with matter {@code m1} (10001-0001) and its invoice {@code i1} (20001, 1000.00);
 * and the connectors in front of it.
 */
public final class BatchFirm implements AutoCloseable {
    public final TestFirm books = TestFirm.open();
    final MovableClock clock = new MovableClock();
    final RecordedEvents events = new RecordedEvents();
    LayoutSource layout = () -> BatchLayoutFile.ofSystem("reference-batch");
    private int payments;

    public BatchFirm() {
        books.execute(
                "INSERT INTO firm.Client (ClientId, ClientNumber, ClientName) VALUES ('c1', '10001', 'Harbor Light LLC')");
        books.execute("""
                INSERT INTO firm.Matter (MatterId, ClientId, MatterNumber, MatterName, Status, ResponsibleAttorney, Office,
                    PracticeArea, OpenedOn, Unapplied)
                VALUES ('m1', 'c1', '10001-0001', 'Lease', 'OPEN', 'None', 'North', 'Property', DATE '2026-01-05', 0)""");
        books.execute("""
                INSERT INTO firm.Invoice (InvoiceId, InvoiceNumber, MatterId, InvoiceDate, Amount, Balance, ChangedAt)
                VALUES ('i1', '20001', 'm1', DATE '2026-09-01', 1000, 1000, TIMESTAMP '2026-09-01 10:00:00')""");
        books.execute("""
                INSERT INTO clientpay_internal.MerchantAccount
                    (MerchantAccountId, Name, Kind, LedgerCode, TransactionType, BankAccountId, Version)
                VALUES ('cards', 'Cards', 'OPERATING', 'PAY', 'CARD', '100', 1)""");
        books.execute("""
                INSERT INTO clientpay_internal.Installation (DatabaseId, ContractVersion, ScriptVersion, SystemName,
                    SystemTitle, Delivery, Unapplied, KeepsChangeTime, HasLedgerCodes, HasTransactionTypes)
                VALUES ('db-1', 1, '1.0.0', 'reference', 'Reference firm', 'PROCEDURE', TRUE, TRUE, TRUE, TRUE)""");
        books.execute("RUNSCRIPT FROM 'classpath:sql/h2/reference-batch.sql'");
    }

    /** Records a payment on invoice i1 and queues it; answers the posting's id. */
    public String queued(String payor, String amount) {
        String id = "pst_" + ++payments;
        BigDecimal money = new BigDecimal(amount);
        books.database().transaction(transaction -> {
            transaction.one(
                    Contract.SUBMIT_POSTING,
                    row -> row.text("Outcome"),
                    id,
                    "key-" + id,
                    "hash",
                    1,
                    "pay-" + id,
                    "cards",
                    money,
                    null,
                    LocalDate.of(2026, 11, 2),
                    payor,
                    null,
                    "CARD",
                    "1001",
                    null,
                    null,
                    null,
                    null,
                    null,
                    "key:tester",
                    clock.instant());
            transaction.batch(
                    Contract.ADD_ALLOCATION, List.<Object[]>of(new Object[] {id, 0, "i1", null, null, null, money}));
            return null;
        });
        post(id);
        return id;
    }

    void post(String id) {
        books.database()
                .transaction(transaction -> transaction.one(
                        Contract.POST_POSTING,
                        row -> row.text("Outcome"),
                        id,
                        null,
                        null,
                        LocalDate.of(2026, 11, 2),
                        "key:tester",
                        clock.instant()));
    }

    public String status(String id) {
        return books.query("SELECT Status FROM clientpay_internal.Posting WHERE PostingId = '" + id + "'")
                .get(0);
    }

    /** Each batch as its number and state. */
    public List<String> states() {
        return books.query("SELECT Number || ' ' || State FROM clientpay_internal.Batch ORDER BY Number");
    }

    /** Changes every answer of the import. */
    void answer(String id, String outcome) {
        books.execute(
                "INSERT INTO firm.ImportFile (FileName, ImportedAt) SELECT ?, TIMESTAMP '2026-11-03 00:00:00' WHERE NOT"
                        + " EXISTS (SELECT 1 FROM firm.ImportFile WHERE FileName = ?)",
                "by hand",
                "by hand");
        books.execute(
                "INSERT INTO firm.ImportResult (FileName, PostingId, Attempt, Kind, Handover, Outcome) VALUES"
                        + " ('by hand', ?, 1, 'POST', 1, ?)",
                id,
                outcome);
    }

    BatchWriter writer(BatchFolder folder, BatchSteps steps) {
        return new BatchWriter(
                books.database(),
                new BatchStore(books.database()),
                folder,
                layout,
                new FirmCalendar(books.database(), clock),
                clock,
                events,
                steps);
    }

    BatchJob job(Optional<BatchWriter> writer) {
        return new BatchJob(
                books.database(),
                new FirmDatabase(books.database(), clock, Optional.empty()),
                new BatchStore(books.database()),
                new ImportAnswers(books.database(), clock),
                writer);
    }

    BatchJob job(Path folder) {
        return job(Optional.of(writer(new BatchFolder(folder), BatchSteps.NONE)));
    }

    /** One run of a connector's job. */
    public void run(Path folder) {
        job(folder).run();
    }

    @Override
    public void close() {
        books.close();
    }
}
