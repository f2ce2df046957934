package com.clientpay.connect.reconciliation;

import com.clientpay.connect.database.Row;
import java.util.Optional;

/**
 * What went into one bank account on a book date.
 *
 * @param bankAccountName empty when the bank account is gone from the books
 * @param ours by our own ledger
 * @param books by the firm's books
 */
public record ReconciledAccount(String bankAccountId, Optional<String> bankAccountName, Totals ours, Totals books) {

    static ReconciledAccount read(Row row) {
        return new ReconciledAccount(
                row.text("BankAccountId"),
                row.optionalText("BankAccountName"),
                new Totals(
                        row.number("OurPostings"),
                        row.money("OurAmount"),
                        row.number("OurReversals"),
                        row.money("OurReversed")),
                new Totals(
                        row.number("BooksPostings"),
                        row.money("BooksAmount"),
                        row.number("BooksReversals"),
                        row.money("BooksReversed")));
    }
}
