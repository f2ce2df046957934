package com.clientpay.connect.settings;

import com.clientpay.connect.books.AccountKind;
import com.clientpay.connect.database.Row;
import java.util.Optional;

/**
 * How the postings of one merchant account of ClientPay go into the firm's books. Codes and bank account are defaults:
 * a posting may carry its own.
 *
 * @param id ClientPay's id of the merchant account, 1–64 visible ASCII characters
 * @param name as people call it, 1–200 characters
 * @param kind decides what its payments may be allocated to
 * @param ledgerCode of the firm's books, if they have such codes
 * @param transactionType of the firm's books, if they have such types
 * @param bankAccountId of the firm's books, of the same kind
 * @param version 1 when new, and one more after each change
 */
public record MerchantAccount(
        String id,
        String name,
        AccountKind kind,
        Optional<String> ledgerCode,
        Optional<String> transactionType,
        String bankAccountId,
        long version) {

    static MerchantAccount read(Row row) {
        return new MerchantAccount(
                row.text("MerchantAccountId"),
                row.text("Name"),
                row.oneOf(AccountKind.class, "Kind"),
                row.optionalText("LedgerCode"),
                row.optionalText("TransactionType"),
                row.text("BankAccountId"),
                row.number("Version"));
    }
}
