package com.clientpay.connect.demo.procedures;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The posting settings as recording and posting read them. */
record Settings(String defaultArMessage, boolean usePostedDate, boolean automaticPosting, String currency) {

    /** A merchant account's mapping to the books. Codes may be null. */
    record MerchantAccount(String kind, String ledgerCode, String transactionType, String bankAccountId) {}

    static Settings read(Connection connection) throws SQLException {
        return Sql.find(
                        connection,
                        "SELECT DefaultArMessage, UsePostedDate, AutomaticPosting, Currency"
                                + " FROM clientpay_internal.PostingSettings WHERE Id = 1",
                        row -> new Settings(
                                row.getString("DefaultArMessage"),
                                row.getBoolean("UsePostedDate"),
                                row.getBoolean("AutomaticPosting"),
                                row.getString("Currency")))
                .orElseThrow(() -> new SQLException("Table PostingSettings has no row with Id 1."));
    }

    static Optional<MerchantAccount> merchantAccount(Connection connection, String merchantAccountId)
            throws SQLException {
        return Sql.find(
                connection,
                "SELECT Kind, LedgerCode, TransactionType, BankAccountId FROM clientpay_internal.MerchantAccount"
                        + " WHERE MerchantAccountId = ?",
                row -> new MerchantAccount(
                        row.getString("Kind"),
                        row.getString("LedgerCode"),
                        row.getString("TransactionType"),
                        row.getString("BankAccountId")),
                merchantAccountId);
    }
}
