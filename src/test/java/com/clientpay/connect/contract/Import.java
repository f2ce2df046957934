package com.clientpay.connect.contract;

import java.time.LocalDate;
import java.util.Optional;

/** The reference firm's import, fed with the lines of a batch as if they had been read from its file. */
final class Import {
    private final ContractDatabase database;

    Import(ContractDatabase database) {
        this.database = database;
    }

    /** Books or rejects every receipt of the batch. */
    void run(long batch) {
        run(batch, "file-" + batch + ".csv");
    }

    /** As {@link #run(long)}, under another file name: the same receipts once more. */
    void run(long batch, String fileName) {
        database.execute(
                "INSERT INTO firm.ImportFile (FileName, ImportedAt) VALUES (?, ?)",
                fileName,
                LocalDate.of(2026, 11, 3).atStartOfDay());
        database.execute(
                "INSERT INTO firm.ImportLine (FileName, LineNumber, ReceiptKey, Kind, Position, ReceiptDate, BookDate,"
                        + " BankAccountId, TransactionType, LedgerCode, Reference, Payor, ClientNumber, MatterNumber,"
                        + " InvoiceNumber, TrustLedgerId, Amount, Description, PostingId, Attempt, Handover)"
                        + " SELECT ?, LineNumber, CAST(ReceiptKey AS VARCHAR(20)), Kind, Position + 1, ReceiptDate,"
                        + " BookDate, BankAccountId, TransactionType, LedgerCode, Reference, Payor, ClientNumber,"
                        + " MatterNumber, InvoiceNumber, TrustLedgerId, Amount, Description, PostingId, Attempt, Handover"
                        + " FROM clientpay_internal.BatchLine WHERE BatchNumber = ?",
                fileName,
                batch);
        database.call("firm.ImportReceipts", fileName);
    }

    /** An answer out of the blue: of an import that was corrected by hand, say. */
    void answer(
            String postingId, int attempt, String kind, int handover, String outcome, Optional<LocalDate> bookedOn) {
        String fileName = "by-hand-"
                + database.query("SELECT COUNT(*) FROM firm.ImportResult").get(0);
        database.execute(
                "INSERT INTO firm.ImportFile (FileName, ImportedAt) VALUES (?, ?)",
                fileName,
                LocalDate.of(2026, 11, 3).atStartOfDay());
        database.execute(
                "INSERT INTO firm.ImportResult (FileName, PostingId, Attempt, Kind, Handover, Outcome, BookedOn)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                fileName,
                postingId,
                attempt,
                kind,
                handover,
                outcome,
                bookedOn.orElse(null));
    }
}
