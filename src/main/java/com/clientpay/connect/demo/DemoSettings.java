package com.clientpay.connect.demo;

import com.clientpay.connect.config.Version;
import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** What the firm's IT and accounting have set up before the first payment: merchant accounts, posting settings, fields. */
final class DemoSettings {
    private DemoSettings() {}

    static void write(Connection connection) throws SQLException {
        try (Inserts accounts = inserts(
                connection,
                "MerchantAccount",
                "MerchantAccountId, Name, Kind, LedgerCode, TransactionType, BankAccountId, Version")) {
            accounts.add("operating", "Fees and costs", "OPERATING", "PMT", "CC", "OPER-1", 1);
            accounts.add("trust", "Client trust deposits", "TRUST", "TRD", "CC", DemoFacts.TRUST_BANK, 1);
            accounts.finish();
        }
        try (Inserts settings = inserts(
                connection,
                "PostingSettings",
                "Id, DefaultArMessage, UsePostedDate, AutomaticPosting, TimeZone, Currency, FieldsVersion, Version")) {
            settings.add(1, "ClientPay Payment", false, true, "America/New_York", "USD", 1, 1);
            settings.finish();
        }
        try (Inserts fields = inserts(
                connection,
                "FieldDisplay",
                "Name, Position, OnConnect, OnPaymentPages, OnPaymentManager, OnReceipts")) {
            fields.add("CLIENT_NUMBER", 1, true, false, true, false);
            fields.add("CLIENT_NAME", 2, true, false, true, false);
            fields.add("MATTER_NUMBER", 3, true, true, true, true);
            fields.add("MATTER_NAME", 4, true, false, false, false);
            fields.add("INVOICE_NUMBER", 5, true, true, true, true);
            fields.add("RESPONSIBLE_ATTORNEY", 6, true, false, false, false);
            fields.add("OFFICE", 7, true, false, false, false);
            fields.add("PRACTICE_AREA", 8, false, false, false, false);
            fields.add("OPENED_ON", 9, false, false, false, false);
            fields.finish();
        }
    }

    private static Inserts inserts(Connection connection, String table, String columns) throws SQLException {
        return new Inserts(connection, "clientpay_internal." + table, columns, rows -> {});
    }

    /** Comes last: a database without this row was not finished. */
    static void writeInstallation(Connection connection, DemoDelivery delivery) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO clientpay_internal.Installation
                    (DatabaseId, ContractVersion, ScriptVersion, SystemName, SystemTitle, Delivery, Unapplied,
                     KeepsChangeTime, HasLedgerCodes, HasTransactionTypes)
                VALUES (?, ?, ?, ?, ?, ?, TRUE, TRUE, TRUE, TRUE)
                """)) {
            statement.setString(1, "demo-" + UUID.randomUUID());
            statement.setInt(2, Contract.VERSION);
            statement.setString(3, Version.current());
            boolean byBatch = delivery == DemoDelivery.BATCH;
            statement.setString(4, byBatch ? "reference-batch" : "reference");
            statement.setString(5, byBatch ? "Reference firm with an import (demo)" : "Reference firm (demo)");
            statement.setString(6, delivery.name());
            statement.executeUpdate();
        }
    }
}
