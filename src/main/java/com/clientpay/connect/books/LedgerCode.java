package com.clientpay.connect.books;

import com.clientpay.connect.database.Row;

/** The firm's code for a kind of ledger entry: payment, retainer, cost advance. Not every system has them. */
public record LedgerCode(String code, String description, boolean active) {

    static LedgerCode of(Row row) {
        return new LedgerCode(row.text("Code"), row.text("Description"), row.flag("Active"));
    }
}
