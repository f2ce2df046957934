package com.clientpay.connect.status;

import com.clientpay.connect.config.ConnectConfig.Mode;
import java.time.Instant;
import java.util.Optional;

/**
 * What this connector is and which books it stands in front of.
 *
 * @param databaseId tells a firm's database from a copy of it
 * @param lastPosting when something was last posted into the books, by any connector on this database; empty before the first time
 * @param currency the one currency of every amount, ISO 4217
 * @param timeZone the firm's, as IANA names it; its days are the firm's calendar days
 */
record Status(
        Versions versions,
        Mode mode,
        MatterSystem system,
        String databaseId,
        Optional<Instant> lastPosting,
        String currency,
        String timeZone) {

    /**
     * @param connector of this program
     * @param contract of the procedures, as the database has them
     * @param scripts of the scripts in the database
     */
    record Versions(String connector, long contract, String scripts) {}

    /** How receipts reach the books. */
    enum Delivery {
        /** Written at once. */
        PROCEDURE,
        /** Queued for the system's own import. */
        BATCH
    }

    /**
     * The matter management system and what its scripts can do.
     *
     * @param unapplied whether money can be posted to a matter without an invoice
     * @param keepsChangeTime whether the invoices can be synchronised by their changes
     * @param ledgerCodes whether it has ledger codes
     * @param transactionTypes whether it has transaction types
     */
    record MatterSystem(
            String name,
            String title,
            Delivery delivery,
            boolean unapplied,
            boolean keepsChangeTime,
            boolean ledgerCodes,
            boolean transactionTypes) {}
}
