package com.clientpay.connect.demo.procedures;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The firm's books as resolving needs them, read through the mapping views. An id that the books cannot have (too long,
 * of another form) is simply not found.
 */
final class FirmBooks {
    private static final String INVOICE =
            "SELECT i.InvoiceId, i.InvoiceNumber, i.Balance, m.MatterNumber, m.Status AS MatterStatus"
                    + " FROM clientpay_internal.MapInvoice i"
                    + " JOIN clientpay_internal.MapMatter m ON m.MatterId = i.MatterId WHERE ";
    private static final String TRUST_LEDGER =
            "SELECT t.TrustLedgerId, t.BankAccountId, m.MatterNumber, m.Status AS MatterStatus"
                    + " FROM clientpay_internal.MapTrustLedger t"
                    + " JOIN clientpay_internal.MapMatter m ON m.MatterId = t.MatterId WHERE ";

    private final Connection connection;
    /** By id, those that were asked for: resolving asks once for what they are, and once for what is open on them. */
    private final Map<String, Optional<Invoice>> invoices = new HashMap<>();

    FirmBooks(Connection connection) {
        this.connection = connection;
    }

    record Matter(String id, String number, boolean isClosed) {}

    record Invoice(String id, String number, BigDecimal balance, String matterNumber, boolean isOfClosedMatter) {
        boolean isOpen() {
            return balance.signum() > 0;
        }
    }

    record TrustLedger(String id, String bankAccountId, String matterNumber, boolean isOfClosedMatter) {}

    record BankAccount(String id, String name, String kind, boolean isActive) {}

    Optional<Invoice> invoice(String invoiceId) throws SQLException {
        Optional<Invoice> known = invoices.get(invoiceId);
        if (known == null) {
            known = Sql.find(connection, INVOICE + "i.InvoiceId = ?", FirmBooks::readInvoice, invoiceId);
            invoices.put(invoiceId, known);
        }
        return known;
    }

    /** Open and closed ones: a number may occur more than once. */
    List<Invoice> invoicesByNumber(String number) throws SQLException {
        return Sql.list(
                connection, INVOICE + "i.InvoiceNumber = ? ORDER BY i.InvoiceId", FirmBooks::readInvoice, number);
    }

    /** What postings that wait for the firm's import will take from the invoice, the given posting left out. */
    BigDecimal queued(String invoiceId, String postingId) throws SQLException {
        if (!isAnythingQueued()) {
            return BigDecimal.ZERO;
        }
        return Sql.find(
                        connection,
                        "SELECT COALESCE(SUM(a.Amount), 0.00) FROM clientpay_internal.PostingAllocation a"
                                + " JOIN clientpay_internal.Posting p ON p.PostingId = a.PostingId"
                                + " WHERE a.InvoiceId = ? AND p.Status = 'QUEUED' AND p.PostingId <> ?",
                        row -> row.getBigDecimal(1),
                        invoiceId,
                        postingId)
                .orElse(BigDecimal.ZERO);
    }

    /** Asked first: nothing ever is where the books book at once, and an invoice may have had thousands of postings. */
    private boolean isAnythingQueued() throws SQLException {
        return Sql.find(
                        connection,
                        "SELECT 1 FROM clientpay_internal.Posting WHERE Status = 'QUEUED' FETCH FIRST ROW ONLY",
                        row -> 1)
                .isPresent();
    }

    Optional<TrustLedger> trustLedger(String trustLedgerId) throws SQLException {
        return Sql.find(connection, TRUST_LEDGER + "t.TrustLedgerId = ?", FirmBooks::readTrustLedger, trustLedgerId);
    }

    List<TrustLedger> trustLedgers(String matterId, String bankAccountId) throws SQLException {
        return Sql.list(
                connection,
                TRUST_LEDGER + "t.MatterId = ? AND t.BankAccountId = ? ORDER BY t.TrustLedgerId",
                FirmBooks::readTrustLedger,
                matterId,
                bankAccountId);
    }

    Optional<Matter> matter(String matterId) throws SQLException {
        return Sql.find(
                connection,
                "SELECT MatterId, MatterNumber, Status FROM clientpay_internal.MapMatter WHERE MatterId = ?",
                row -> new Matter(
                        row.getString("MatterId"), row.getString("MatterNumber"), isClosed(row.getString("Status"))),
                matterId);
    }

    Optional<BankAccount> bankAccount(String bankAccountId) throws SQLException {
        return Sql.find(
                connection,
                "SELECT BankAccountId, Name, Kind, Active FROM clientpay_internal.MapBankAccount"
                        + " WHERE BankAccountId = ?",
                row -> new BankAccount(
                        row.getString("BankAccountId"),
                        row.getString("Name"),
                        row.getString("Kind"),
                        row.getBoolean("Active")),
                bankAccountId);
    }

    boolean hasActiveLedgerCode(String code) throws SQLException {
        return Sql.find(
                        connection,
                        "SELECT 1 FROM clientpay_internal.MapLedgerCode WHERE Code = ? AND Active",
                        row -> true,
                        code)
                .isPresent();
    }

    boolean hasActiveTransactionType(String code) throws SQLException {
        return Sql.find(
                        connection,
                        "SELECT 1 FROM clientpay_internal.MapTransactionType WHERE Code = ? AND Active",
                        row -> true,
                        code)
                .isPresent();
    }

    /** Whether the system can take money for a matter without an invoice. */
    boolean takesUnappliedMoney() throws SQLException {
        return Sql.find(
                        connection,
                        "SELECT Unapplied FROM clientpay_internal.Installation",
                        row -> row.getBoolean("Unapplied"))
                .orElse(false);
    }

    private static Invoice readInvoice(ResultSet row) throws SQLException {
        return new Invoice(
                row.getString("InvoiceId"),
                row.getString("InvoiceNumber"),
                row.getBigDecimal("Balance"),
                row.getString("MatterNumber"),
                isClosed(row.getString("MatterStatus")));
    }

    private static TrustLedger readTrustLedger(ResultSet row) throws SQLException {
        return new TrustLedger(
                row.getString("TrustLedgerId"),
                row.getString("BankAccountId"),
                row.getString("MatterNumber"),
                isClosed(row.getString("MatterStatus")));
    }

    private static boolean isClosed(String matterStatus) {
        return "CLOSED".equals(matterStatus);
    }
}
