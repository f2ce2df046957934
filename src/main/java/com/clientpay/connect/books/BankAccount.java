package com.clientpay.connect.books;

import com.clientpay.connect.database.Row;

/**
 * A bank account in the firm's books.
 *
 * @param active an inactive one stays listed, for what was posted to it, but nothing may be posted to it any more
 */
public record BankAccount(String id, String name, AccountKind kind, boolean active) {

    static BankAccount of(Row row) {
        return new BankAccount(
                row.text("BankAccountId"), row.text("Name"), row.oneOf(AccountKind.class, "Kind"), row.flag("Active"));
    }
}
