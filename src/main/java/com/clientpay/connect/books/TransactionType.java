package com.clientpay.connect.books;

import com.clientpay.connect.database.Row;

/** The type that some systems want on each receipt, beside the ledger code. */
public record TransactionType(String code, String description, boolean active) {

    static TransactionType of(Row row) {
        return new TransactionType(row.text("Code"), row.text("Description"), row.flag("Active"));
    }
}
