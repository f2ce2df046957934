package com.clientpay.connect.demo.reference;

import com.clientpay.connect.demo.procedures.Sql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code firm.ImportReceipts}, the reference firm's own import: books or rejects every receipt that was read from a file, each
 * as a whole, and writes down what became of it. It is the firm's program and knows nothing of the connector but what stood in
 * the file.
 */
public final class ImportReceipts {

    private record ImportLine(
            String receiptKey,
            String kind,
            int position,
            LocalDate receiptDate,
            LocalDate bookDate,
            String bankAccountId,
            String transactionType,
            String ledgerCode,
            String reference,
            String payor,
            String matterNumber,
            String invoiceNumber,
            String trustLedgerId,
            BigDecimal amount,
            String description,
            String postingId,
            int attempt,
            int handover) {}

    private final Connection connection;
    private final String fileName;

    private ImportReceipts(Connection connection, String fileName) {
        this.connection = connection;
        this.fileName = fileName;
    }

    public static void call(Connection connection, String fileName) throws SQLException {
        new ImportReceipts(connection, fileName).run();
    }

    private void run() throws SQLException {
        Map<String, List<ImportLine>> receipts = new LinkedHashMap<>();
        for (ImportLine line : Sql.list(
                connection,
                "SELECT * FROM firm.ImportLine WHERE FileName = ? ORDER BY LineNumber",
                ImportReceipts::read,
                fileName)) {
            receipts.computeIfAbsent(line.receiptKey(), key -> new ArrayList<>())
                    .add(line);
        }
        for (List<ImportLine> receipt : receipts.values()) {
            Savepoint before = connection.setSavepoint();
            try {
                answer(receipt.get(0), "BOOKED", book(receipt), null);
            } catch (RefusedException rejection) {
                connection.rollback(before);
                answer(receipt.get(0), "REJECTED", null, rejection.getMessage());
            }
        }
    }

    private long book(List<ImportLine> receipt) throws SQLException, RefusedException {
        ImportLine first = receipt.get(0);
        Period.requireOpen(connection, first.bookDate());
        requireBankAccount(first.bankAccountId());
        List<Line> lines = new ArrayList<>();
        for (ImportLine line : receipt) {
            lines.add(target(line));
        }
        long receiptId =
                enter(first, lines.stream().map(Line::amount).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add));
        for (Line line : lines) {
            if (first.kind().equals("POST")) {
                Balances.apply(connection, line);
            } else {
                Balances.reverse(connection, line);
            }
            line.enter(connection, receiptId);
        }
        return receiptId;
    }

    private void requireBankAccount(String id) throws SQLException, RefusedException {
        boolean there = Sql.find(
                        connection,
                        "SELECT 1 FROM firm.BankAccount WHERE BankAccountId = ? AND Active",
                        row -> true,
                        id)
                .isPresent();
        if (!there) {
            throw rejected("There is no active bank account " + id + ".");
        }
    }

    /** By the firm's own numbers, as a person would look it up. */
    private Line target(ImportLine line) throws SQLException, RefusedException {
        if (line.trustLedgerId() != null) {
            only(
                    "SELECT TrustLedgerId FROM firm.TrustLedger WHERE TrustLedgerId = ?",
                    "trust ledger " + line.trustLedgerId(),
                    line.trustLedgerId());
            return new Line(line.position(), null, line.trustLedgerId(), null, line.amount());
        }
        String matterId = only(
                "SELECT MatterId FROM firm.Matter WHERE MatterNumber = ?",
                "matter " + line.matterNumber(),
                line.matterNumber());
        if (line.invoiceNumber() == null) {
            return new Line(line.position(), null, null, matterId, line.amount());
        }
        String invoiceId = only(
                "SELECT InvoiceId FROM firm.Invoice WHERE InvoiceNumber = ? AND MatterId = ?",
                "invoice " + line.invoiceNumber() + " of matter " + line.matterNumber(),
                line.invoiceNumber(),
                matterId);
        return new Line(line.position(), invoiceId, null, null, line.amount());
    }

    private String only(String sql, String what, Object... numbers) throws SQLException, RefusedException {
        List<String> found = Sql.list(connection, sql, row -> row.getString(1), numbers);
        if (found.size() != 1) {
            throw rejected(found.isEmpty() ? "There is no " + what + "." : "There is more than one " + what + ".");
        }
        return found.get(0);
    }

    private static RefusedException rejected(String why) {
        return new RefusedException("import-rejected", why, null);
    }

    private long enter(ImportLine line, BigDecimal amount) throws SQLException {
        String sql = "INSERT INTO firm.Receipt (PostingId, Attempt, Kind, BankAccountId, ReceiptDate, BookDate, Amount,"
                + " LedgerCode, TransactionType, Reference, Payer, ArMessage) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            Object[] values = {
                line.postingId(),
                line.attempt(),
                line.kind(),
                line.bankAccountId(),
                line.receiptDate(),
                line.bookDate(),
                amount,
                line.ledgerCode(),
                line.transactionType(),
                line.reference(),
                line.payor(),
                line.description()
            };
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong("ReceiptId");
            }
        }
    }

    private void answer(ImportLine line, String outcome, Long receiptId, String detail) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO firm.ImportResult (FileName, PostingId, Attempt, Kind, Handover, Outcome, ReceiptId,"
                        + " BookedOn, Detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                fileName,
                line.postingId(),
                line.attempt(),
                line.kind(),
                line.handover(),
                outcome,
                receiptId,
                receiptId == null ? null : line.bookDate(),
                detail);
    }

    private static ImportLine read(ResultSet row) throws SQLException {
        return new ImportLine(
                row.getString("ReceiptKey"),
                row.getString("Kind"),
                row.getInt("Position"),
                row.getObject("ReceiptDate", LocalDate.class),
                row.getObject("BookDate", LocalDate.class),
                row.getString("BankAccountId"),
                row.getString("TransactionType"),
                row.getString("LedgerCode"),
                row.getString("Reference"),
                row.getString("Payor"),
                row.getString("MatterNumber"),
                row.getString("InvoiceNumber"),
                row.getString("TrustLedgerId"),
                row.getBigDecimal("Amount"),
                row.getString("Description"),
                row.getString("PostingId"),
                row.getInt("Attempt"),
                row.getInt("Handover"));
    }
}
