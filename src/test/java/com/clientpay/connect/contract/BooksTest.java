package com.clientpay.connect.contract;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The look into the books that ends each test finds what it is there to find. */
class BooksTest extends ContractTest {

    /** What goes wrong, what is said about it, and how to make it good again. */
    private static final Map<String, String[]> DAMAGES = Map.of(
            "UPDATE firm.Invoice SET Balance = Balance - 1 WHERE InvoiceId = 'I1'",
                    new String[] {
                        "balance of invoice I1", "UPDATE firm.Invoice SET Balance = Balance + 1 WHERE InvoiceId = 'I1'"
                    },
            "UPDATE firm.Receipt SET Kind = 'REVERSE'",
                    new String[] {"Effect without its receipt", "UPDATE firm.Receipt SET Kind = 'POST'"},
            "UPDATE clientpay_internal.Effect SET BookDate = CAST('2020-01-01' AS DATE)",
                    new String[] {
                        "Effect without its receipt",
                        "UPDATE clientpay_internal.Effect SET BookDate = CAST('2026-11-02' AS DATE)"
                    },
            "UPDATE clientpay_internal.Effect SET Attempt = 2",
                    new String[] {"Receipt without its effect", "UPDATE clientpay_internal.Effect SET Attempt = 1"},
            "UPDATE firm.ReceiptLine SET Amount = 9",
                    new String[] {"Lines are not the receipt's amount", "UPDATE firm.ReceiptLine SET Amount = 10"},
            "UPDATE firm.ReceiptAudit SET ReceiptId = 1",
                    new String[] {
                        "Audit of no receipt",
                        "UPDATE firm.ReceiptAudit SET ReceiptId = (SELECT ReceiptId FROM firm.Receipt)"
                    },
            "UPDATE clientpay_internal.Posting SET Status = 'PENDING'",
                    new String[] {"has not the effects", "UPDATE clientpay_internal.Posting SET Status = 'POSTED'"},
            "UPDATE clientpay_internal.PostingAllocation SET InvoiceId = 'I2'",
                    new String[] {
                        "that is not its allocation", "UPDATE clientpay_internal.PostingAllocation SET InvoiceId = 'I1'"
                    },
            "UPDATE clientpay_internal.PostingEvent SET What = 'OTHER' WHERE What = 'POSTED'",
                    new String[] {
                        "0 events POSTED",
                        "UPDATE clientpay_internal.PostingEvent SET What = 'POSTED' WHERE What = 'OTHER'"
                    });

    @Test
    void everything_that_is_there_twice_or_by_half_is_found() throws SQLException {
        firm.invoice("I1", "2001", "100.00");
        firm.invoice("I2", "2002", "100.00");
        postings.submit(Payment.ofInvoice("a", "I1", "10.00"));
        try (Connection connection = contract.connect()) {
            assertDoesNotThrow(() -> firm.books().check(connection));
            for (Map.Entry<String, String[]> damage : DAMAGES.entrySet()) {
                firm.change(damage.getKey());
                AssertionError found =
                        assertThrows(AssertionError.class, () -> firm.books().check(connection), damage.getKey());
                assertTrue(found.getMessage().contains(damage.getValue()[0]), found::getMessage);
                firm.change(damage.getValue()[1]);
            }
        }
    }

    @Test
    void a_second_receipt_of_one_attempt_is_found() throws SQLException {
        firm.invoice("I1", "2001", "100.00");
        String id = postings.submit(Payment.ofInvoice("a", "I1", "10.00")).id();
        firm.change(
                "INSERT INTO firm.Receipt (PostingId, Attempt, Kind, BankAccountId, ReceiptDate, BookDate, Amount)"
                        + " SELECT PostingId, Attempt, Kind, BankAccountId, ReceiptDate, BookDate, ? FROM firm.Receipt",
                new BigDecimal("10.00"));
        try (Connection connection = contract.connect()) {
            AssertionError found =
                    assertThrows(AssertionError.class, () -> firm.books().check(connection));
            assertTrue(found.getMessage().contains("Attempt of " + id + " with several receipts"), found::getMessage);
        }
        firm.change("DELETE FROM firm.ReceiptAudit WHERE ReceiptId = (SELECT MAX(ReceiptId) FROM firm.Receipt)");
        firm.change("DELETE FROM firm.Receipt WHERE ReceiptId = (SELECT MAX(ReceiptId) FROM firm.Receipt)");
    }
}
