package com.clientpay.connect.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostTest extends ContractTest {

    @BeforeEach
    void invoices() {
        firm.invoice("I1", "2001", "100.00");
        firm.invoice("I2", "2002", "M2", "50.00");
    }

    @Test
    void a_payment_over_two_invoices_and_an_account_is_one_receipt_with_three_lines() {
        Recorded posting = postings.submit(Payment.of("a", "120.00")
                .invoice("I1", "60.00")
                .invoiceNumber("2002", "50.00")
                .matter("M2", "10.00"));

        assertEquals("POSTED", posting.status(), posting.codes()::toString);
        assertEquals(new BigDecimal("40.00"), firm.balance("I1"));
        assertEquals(new BigDecimal("0.00"), firm.balance("I2"));
        assertEquals(new BigDecimal("10.00"), firm.unapplied("M2"));
        assertEquals(
                List.of("1 I1 60.00", "2 I2 50.00", "3 M2 10.00"),
                contract.query(
                        "SELECT l.LineNumber, COALESCE(l.InvoiceId, l.MatterId), l.Amount FROM firm.ReceiptLine l"
                                + " JOIN firm.Receipt r ON r.ReceiptId = l.ReceiptId WHERE r.PostingId = ?"
                                + " ORDER BY l.LineNumber",
                        posting.id()));
    }

    @Test
    void a_posting_keeps_its_receipt_book_date_and_history() {
        Recorded posting = postings.submit(Payment.ofInvoice("a", "I1", "60.00").date(LocalDate.of(2026, 10, 28)));

        assertEquals(Optional.of(LocalDate.of(2026, 10, 28)), posting.bookDate());
        assertEquals(
                posting.receipt().stream().toList(),
                contract.query("SELECT ReceiptId FROM firm.Receipt WHERE PostingId = ?", posting.id()));
        assertEquals(List.of("RECORDED", "POSTED"), posting.history());
        assertEquals(Postings.ACTOR, posting.events().get(1).actor());
        assertEquals(Optional.empty(), posting.due());
    }

    @Test
    void the_receipt_carries_the_terms_of_the_posting() {
        String id = postings.submit(
                        Payment.ofInvoice("a", "I1", "60.00").ledgerCode("ALT").bankAccount("OPER-2"))
                .id();

        assertEquals(
                List.of("OPER-2 ALT STD ClientPay Payment 2026-11-02 60.00"),
                contract.query(
                        "SELECT BankAccountId, LedgerCode, TransactionType, ArMessage, BookDate, Amount"
                                + " FROM firm.Receipt WHERE PostingId = ?",
                        id));
    }

    @Test
    void what_is_longer_than_the_books_can_hold_is_cut_for_them() {
        String id = postings.record(Payment.ofInvoice("a", "I1", "10.00")).postingId();
        contract.execute("UPDATE clientpay_internal.Posting SET Reference = ?", "Check ".repeat(33));

        assertEquals("POSTED", postings.post(id).status().orElseThrow());
        assertEquals(List.of("Check ".repeat(16) + "Chec"), contract.query("SELECT Reference FROM firm.Receipt"));
    }

    @Test
    void with_use_posted_date_the_book_date_is_the_day_of_posting() {
        firm.usePostedDate(true);

        Recorded posting = postings.submit(Payment.ofInvoice("a", "I1", "60.00").date(LocalDate.of(2026, 10, 28)));

        assertEquals(Optional.of(Payment.TODAY), posting.bookDate());
    }

    @Test
    void a_given_book_date_is_the_book_date() {
        firm.automaticPosting(false);
        String id = postings.submit(Payment.ofInvoice("a", "I1", "60.00")).id();

        postings.post(id, Optional.empty(), Optional.of(LocalDate.of(2026, 11, 5)));

        assertEquals(Optional.of(LocalDate.of(2026, 11, 5)), postings.get(id).bookDate());
    }

    @Test
    void trust_money_raises_the_trust_ledger_that_was_chosen() {
        Recorded posting = postings.submit(Payment.ofTrust("a", "60.00").trustLedger("T1", "60.00"));

        assertEquals("POSTED", posting.status(), posting.codes()::toString);
        assertEquals(Optional.of("TRUST-1"), posting.bankAccountId());
        assertEquals(new BigDecimal("60.00"), firm.trustBalance("T1"));
    }

    @Test
    void trust_money_for_a_matter_goes_to_its_ledger_at_the_bank_account() {
        Recorded posting = postings.submit(
                Payment.ofTrust("a", "60.00").matter("M1", "60.00").bankAccount("TRUST-2"));

        assertEquals("POSTED", posting.status(), posting.codes()::toString);
        assertEquals(Optional.of("T2"), posting.allocations().get(0).trustLedgerId());
        assertEquals(new BigDecimal("60.00"), firm.trustBalance("T2"));
        assertEquals(new BigDecimal("0.00"), firm.trustBalance("T1"));
    }

    @Test
    void of_an_open_and_a_closed_invoice_with_one_number_the_open_one_is_paid() {
        firm.invoice("I3", "2001", "M2", "0.00");

        Recorded posting = postings.submit(Payment.of("a", "10.00").invoiceNumber("2001", "10.00"));

        assertEquals("POSTED", posting.status(), posting.codes()::toString);
        assertEquals(new BigDecimal("90.00"), firm.balance("I1"));
    }

    @Test
    void two_days_ahead_is_not_the_future() {
        assertEquals(
                "POSTED",
                postings.submit(Payment.ofInvoice("a", "I1", "10.00").date(Payment.TODAY.plusDays(2)))
                        .status());
    }

    @Test
    void without_automatic_posting_a_payment_waits_and_is_resolved() {
        firm.automaticPosting(false);

        Recorded posting = postings.submit(Payment.of("a", "60.00").invoiceNumber("2001", "60.00"));

        assertEquals("PENDING", posting.status());
        assertEquals(Optional.of("I1"), posting.allocations().get(0).invoiceId());
        assertEquals(List.of("RECORDED"), posting.history());
        assertEquals(Optional.empty(), posting.due());
        assertEquals(new BigDecimal("100.00"), firm.balance("I1"));
    }

    @Test
    void pending_payments_reserve_nothing_and_the_first_posted_wins() {
        firm.automaticPosting(false);
        String first = postings.submit(Payment.ofInvoice("a", "I1", "100.00")).id();
        String second = postings.submit(Payment.ofInvoice("b", "I1", "100.00")).id();
        assertEquals("PENDING", postings.get(second).status());

        postings.post(second);
        postings.post(first);

        assertEquals("POSTED", postings.get(second).status());
        assertEquals(List.of("over-balance 0"), postings.get(first).codes());
    }

    @Test
    void five_hundred_allocations_are_one_receipt() {
        Payment payment = Payment.of("a", "5.00");
        for (int i = 0; i < 500; i++) {
            firm.invoice("J" + i, "3" + i, "1.00");
            payment = payment.invoice("J" + i, "0.01");
        }

        assertEquals("POSTED", postings.submit(payment).status());
        assertEquals(1, firm.receipts());
        assertEquals(new BigDecimal("0.99"), firm.balance("J499"));
    }
}
