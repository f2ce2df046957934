package com.clientpay.connect.demo;

import com.clientpay.connect.config.Version;
import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** What the firm's IT and accounting have set up before the first payment: merchant accounts, posting settings, fields. */
final class DemoSettings {
    private static final String[] STATEMENTS = {"""
        INSERT INTO clientpay_internal.MerchantAccount
            (MerchantAccountId, Name, Kind, LedgerCode, TransactionType, BankAccountId, Version)
        VALUES ('operating', 'Fees and costs', 'OPERATING', 'PMT', 'CC', 'OPER-1', 1),
               ('trust', 'Client trust deposits', 'TRUST', 'TRD', 'CC', 'TRUST-1', 1)
        """, """
        INSERT INTO clientpay_internal.PostingSettings
            (Id, DefaultArMessage, UsePostedDate, AutomaticPosting, TimeZone, Currency, FieldsVersion, Version)
        VALUES (1, 'ClientPay Payment', FALSE, TRUE, 'America/New_York', 'USD', 1, 1)
        """, """
        INSERT INTO clientpay_internal.FieldDisplay
            (Name, Position, OnConnect, OnPaymentPages, OnPaymentManager, OnReceipts)
        VALUES ('CLIENT_NUMBER', 1, TRUE, FALSE, TRUE, FALSE),
               ('CLIENT_NAME', 2, TRUE, FALSE, TRUE, FALSE),
               ('MATTER_NUMBER', 3, TRUE, TRUE, TRUE, TRUE),
               ('MATTER_NAME', 4, TRUE, FALSE, FALSE, FALSE),
               ('INVOICE_NUMBER', 5, TRUE, TRUE, TRUE, TRUE),
               ('RESPONSIBLE_ATTORNEY', 6, TRUE, FALSE, FALSE, FALSE),
               ('OFFICE', 7, TRUE, FALSE, FALSE, FALSE),
               ('PRACTICE_AREA', 8, FALSE, FALSE, FALSE, FALSE),
               ('OPENED_ON', 9, FALSE, FALSE, FALSE, FALSE)
        """};

    private DemoSettings() {}

    static void write(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : STATEMENTS) {
                statement.executeUpdate(sql);
            }
        }
    }

    /** Comes last: a database without this row was not finished. */
    static void writeInstallation(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO clientpay_internal.Installation
                    (DatabaseId, ContractVersion, ScriptVersion, SystemName, SystemTitle, Delivery, Unapplied,
                     KeepsChangeTime, HasLedgerCodes, HasTransactionTypes)
                VALUES (?, ?, ?, 'reference', 'Reference firm (demo)', 'PROCEDURE', TRUE, TRUE, TRUE, TRUE)
                """)) {
            statement.setString(1, "demo-" + UUID.randomUUID());
            statement.setInt(2, Contract.VERSION);
            statement.setString(3, Version.current());
            statement.executeUpdate();
        }
    }
}
