package com.clientpay.connect.contract;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * The firm of the contract tests, and what its own people do to its books. Client 10023 has the open matters M1 and M2 and
 * the closed matter M9; M1 has a trust ledger T1 at TRUST-1 and T2 at TRUST-2, M9 has T9 at TRUST-1. Merchant account
 * {@code operating} settles at OPER-1, {@code trust} at TRUST-1; OPER-9 and the codes OLD are inactive. The period is
 * closed through 2025-12-31, automatic posting is on.
 */
final class Firm {
    private static final LocalDate INVOICE_DATE = LocalDate.of(2026, 9, 30);

    private final ContractDatabase database;
    private Books books;

    Firm(ContractDatabase database, String pack) {
        this.database = database;
        bankAccount("OPER-1", "OPERATING", true);
        bankAccount("OPER-2", "OPERATING", true);
        bankAccount("OPER-9", "OPERATING", false);
        bankAccount("TRUST-1", "TRUST", true);
        bankAccount("TRUST-2", "TRUST", true);
        for (String table : List.of("LedgerCode", "TransactionType")) {
            database.execute(
                    "INSERT INTO firm." + table + " (Code, Description, Active) VALUES ('STD', 'Usual', ?)", true);
            database.execute(
                    "INSERT INTO firm." + table + " (Code, Description, Active) VALUES ('ALT', 'Other', ?)", true);
            database.execute(
                    "INSERT INTO firm." + table + " (Code, Description, Active) VALUES ('OLD', 'Old', ?)", false);
        }
        database.execute(
                "INSERT INTO firm.Client (ClientId, ClientNumber, ClientName) VALUES ('C1', '10023', 'Heron & Vale')");
        matter("M1", "10023-0001", "OPEN");
        matter("M2", "10023-0002", "OPEN");
        matter("M9", "10023-0009", "CLOSED");
        trustLedger("T1", "M1", "TRUST-1");
        trustLedger("T2", "M1", "TRUST-2");
        trustLedger("T9", "M9", "TRUST-1");
        merchantAccount("operating", "OPERATING", "OPER-1");
        merchantAccount("trust", "TRUST", "TRUST-1");
        database.execute(
                "INSERT INTO clientpay_internal.PostingSettings (Id, DefaultArMessage, UsePostedDate, AutomaticPosting,"
                        + " TimeZone, Currency, FieldsVersion, Version)"
                        + " VALUES (1, 'ClientPay Payment', ?, ?, 'America/New_York', 'USD', 1, 1)",
                false,
                true);
        database.execute(
                "INSERT INTO clientpay_internal.Installation (DatabaseId, ContractVersion, ScriptVersion, SystemName,"
                        + " SystemTitle, Delivery, Unapplied, KeepsChangeTime, HasLedgerCodes, HasTransactionTypes)"
                        + " VALUES ('contract', 1, '1', ?, 'Reference firm', ?, ?, ?, ?, ?)",
                pack,
                pack.equals("reference-batch") ? "BATCH" : "PROCEDURE",
                true,
                true,
                true,
                true);
        try (Connection connection = database.connect()) {
            books = Books.open(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As they are without the connector. */
    Books books() {
        return books;
    }

    private void bankAccount(String id, String kind, boolean active) {
        database.execute(
                "INSERT INTO firm.BankAccount (BankAccountId, Name, Kind, Active) VALUES (?, ?, ?, ?)",
                id,
                "Account " + id,
                kind,
                active);
    }

    private void matter(String id, String number, String status) {
        database.execute(
                "INSERT INTO firm.Matter (MatterId, ClientId, MatterNumber, MatterName, Status, ResponsibleAttorney,"
                        + " Office, PracticeArea, OpenedOn, Unapplied)"
                        + " VALUES (?, 'C1', ?, 'Lease', ?, 'Attorney 1', 'North', 'Property', ?, 0)",
                id,
                number,
                status,
                INVOICE_DATE);
    }

    /** Some systems have it so; the reference firm by itself has not. */
    void allowSeveralTrustLedgers() {
        database.allowSeveralTrustLedgers();
    }

    void trustLedger(String id, String matterId, String bankAccountId) {
        database.execute(
                "INSERT INTO firm.TrustLedger (TrustLedgerId, MatterId, BankAccountId, Balance) VALUES (?, ?, ?, 0)",
                id,
                matterId,
                bankAccountId);
        if (books != null) {
            books.changedByFirm("trust ledger " + id, BigDecimal.ZERO);
        }
    }

    void merchantAccount(String id, String kind, String bankAccountId) {
        database.execute(
                "INSERT INTO clientpay_internal.MerchantAccount (MerchantAccountId, Name, Kind, LedgerCode,"
                        + " TransactionType, BankAccountId, Version) VALUES (?, ?, ?, 'STD', 'STD', ?, 1)",
                id,
                "Merchant account " + id,
                kind,
                bankAccountId);
    }

    /** An invoice of matter M1. */
    void invoice(String id, String number, String balance) {
        invoice(id, number, "M1", balance);
    }

    void invoice(String id, String number, String matterId, String balance) {
        database.execute(
                "INSERT INTO firm.Invoice (InvoiceId, InvoiceNumber, MatterId, InvoiceDate, Amount, Balance, ChangedAt)"
                        + " VALUES (?, ?, ?, ?, 1000.00, ?, ?)",
                id,
                number,
                matterId,
                INVOICE_DATE,
                new BigDecimal(balance),
                INVOICE_DATE.atStartOfDay());
        books.changedByFirm("invoice " + id, new BigDecimal(balance));
    }

    /** The firm's own program, which takes none of our locks, takes a payment. */
    void takesPaymentItself(String invoiceId, String amount) {
        change("UPDATE firm.Invoice SET Balance = Balance - ? WHERE InvoiceId = ?", new BigDecimal(amount), invoiceId);
        books.changedByFirm("invoice " + invoiceId, new BigDecimal(amount).negate());
    }

    /** The firm takes an invoice out of its books altogether. */
    void deletesInvoice(String id) {
        change("DELETE FROM firm.Invoice WHERE InvoiceId = ?", id);
        books.forget("invoice " + id);
    }

    /** The firm moves client money out of a trust ledger, to pay its own invoice for instance. */
    void paysFromTrust(String trustLedgerId, String amount) {
        change(
                "UPDATE firm.TrustLedger SET Balance = Balance - ? WHERE TrustLedgerId = ?",
                new BigDecimal(amount),
                trustLedgerId);
        books.changedByFirm("trust ledger " + trustLedgerId, new BigDecimal(amount).negate());
    }

    /** The firm applies money on account to something of its own. */
    void appliesUnapplied(String matterId, String amount) {
        change("UPDATE firm.Matter SET Unapplied = Unapplied - ? WHERE MatterId = ?", new BigDecimal(amount), matterId);
        books.changedByFirm("unapplied money of matter " + matterId, new BigDecimal(amount).negate());
    }

    BigDecimal balance(String invoiceId) {
        return amount("SELECT Balance FROM firm.Invoice WHERE InvoiceId = ?", invoiceId);
    }

    BigDecimal trustBalance(String trustLedgerId) {
        return amount("SELECT Balance FROM firm.TrustLedger WHERE TrustLedgerId = ?", trustLedgerId);
    }

    BigDecimal unapplied(String matterId) {
        return amount("SELECT Unapplied FROM firm.Matter WHERE MatterId = ?", matterId);
    }

    private BigDecimal amount(String sql, String id) {
        return new BigDecimal(database.query(sql, id).get(0));
    }

    /** How many receipts the books hold from the connector. */
    int receipts() {
        return Integer.parseInt(database.query("SELECT COUNT(*) FROM firm.Receipt WHERE PostingId IS NOT NULL")
                .get(0));
    }

    void change(String sql, Object... arguments) {
        int rows = database.execute(sql, arguments);
        if (rows == 0) {
            throw new IllegalArgumentException("Changes nothing: " + sql);
        }
    }

    void automaticPosting(boolean on) {
        change("UPDATE clientpay_internal.PostingSettings SET AutomaticPosting = ?", on);
    }

    void usePostedDate(boolean on) {
        change("UPDATE clientpay_internal.PostingSettings SET UsePostedDate = ?", on);
    }

    /** A trigger on the receipt tables raises, until it is switched off. */
    void misbehave(String name, boolean on) {
        change("UPDATE firm.TriggerSwitch SET IsOn = ? WHERE Name = ?", on, name);
    }
}
