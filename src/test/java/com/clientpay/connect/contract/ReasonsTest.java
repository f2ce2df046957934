package com.clientpay.connect.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every conflict that a posting can have with the books: recorded with its reason, never refused, never posted. */
class ReasonsTest extends ContractTest {

    @BeforeEach
    void invoices() {
        firm.invoice("I1", "2001", "100.00");
    }

    @AfterEach
    void no_receipt_was_written() {
        if (firm != null) {
            assertEquals(0, firm.receipts());
        }
    }

    @Test
    void a_merchant_account_that_is_not_set_up() {
        Recorded posting = incomplete(
                Payment.ofInvoice("a", "I1", "10.00").merchantAccount("unheard-of"), "merchant-account-unknown");

        assertEquals(Optional.empty(), posting.kind());
        assertEquals(Optional.of("I1"), posting.allocations().get(0).invoiceId());
    }

    @Test
    void a_matter_cannot_be_resolved_while_the_kind_of_money_is_unknown() {
        Recorded posting = incomplete(
                Payment.of("a", "10.00").matter("M1", "10.00").merchantAccount("unheard-of"),
                "merchant-account-unknown");

        assertEquals(Optional.of("M1"), posting.allocations().get(0).matterId());
    }

    @Test
    void a_payment_without_allocations_is_all_rest() {
        incomplete(Payment.of("a", "10.00"), "unallocated-rest");
    }

    @Test
    void less_allocated_than_paid() {
        Recorded posting = incomplete(Payment.of("a", "10.00").invoice("I1", "9.99"), "unallocated-rest");

        assertTrue(posting.reasons().get(0).detail().contains("remaining 0.01"), posting.reasons()::toString);
    }

    @Test
    void more_allocated_than_paid() {
        Recorded posting = incomplete(Payment.of("a", "10.00").invoice("I1", "10.01"), "over-allocated");

        assertTrue(posting.reasons().get(0).detail().contains("Take 0.01 off"), posting.reasons()::toString);
    }

    @Test
    void the_same_invoice_twice_by_id_and_by_number() {
        incomplete(Payment.of("a", "10.00").invoice("I1", "4.00").invoiceNumber("2001", "6.00"), "duplicate-target 1");
    }

    @Test
    void the_same_invoice_twice_and_together_above_its_balance() {
        incomplete(
                Payment.of("a", "120.00").invoice("I1", "60.00").invoice("I1", "60.00"),
                "duplicate-target 1",
                "over-balance 0");
    }

    @Test
    void the_same_trust_ledger_twice_by_id_and_by_matter() {
        incomplete(Payment.ofTrust("a", "10.00").trustLedger("T1", "4.00").matter("M1", "6.00"), "duplicate-target 1");
    }

    @Test
    void the_same_matter_twice_as_unapplied_money() {
        incomplete(Payment.of("a", "10.00").matter("M1", "4.00").matter("M1", "6.00"), "duplicate-target 1");
    }

    @Test
    void an_invoice_id_that_the_books_do_not_have() {
        incomplete(Payment.ofInvoice("a", "I7", "10.00"), "invoice-unknown 0");
    }

    @Test
    void an_invoice_id_is_compared_byte_by_byte() {
        incomplete(Payment.ofInvoice("a", "i1", "10.00"), "invoice-unknown 0");
    }

    @Test
    void an_invoice_id_that_is_too_long_for_the_books() {
        incomplete(Payment.ofInvoice("a", "9".repeat(64), "10.00"), "invoice-unknown 0");
    }

    @Test
    void an_invoice_number_that_the_books_do_not_have() {
        incomplete(Payment.of("a", "10.00").invoiceNumber("9999", "10.00"), "invoice-unknown 0");
    }

    @Test
    void an_invoice_number_of_two_open_invoices() {
        firm.invoice("I2", "2001", "M2", "50.00");

        Recorded posting = incomplete(Payment.of("a", "10.00").invoiceNumber("2001", "10.00"), "invoice-ambiguous 0");

        String detail = posting.reasons().get(0).detail();
        assertTrue(
                detail.contains(
                        "2001: I1 with 100.00 of matter 10023-0001, I2 with 50.00 of matter 10023-0002. Choose"),
                detail);
        assertEquals(Optional.empty(), posting.allocations().get(0).invoiceId());
    }

    @Test
    void an_invoice_number_of_two_closed_invoices() {
        firm.invoice("I2", "2002", "0.00");
        firm.invoice("I3", "2002", "0.00");

        incomplete(Payment.of("a", "10.00").invoiceNumber("2002", "10.00"), "invoice-ambiguous 0");
    }

    @Test
    void an_invoice_number_of_a_closed_invoice_only() {
        firm.invoice("I2", "2002", "0.00");

        Recorded posting = incomplete(Payment.of("a", "10.00").invoiceNumber("2002", "10.00"), "over-balance 0");

        assertEquals(Optional.of("I2"), posting.allocations().get(0).invoiceId());
    }

    @Test
    void more_than_is_open_on_an_invoice() {
        Recorded posting = incomplete(Payment.ofInvoice("a", "I1", "100.01"), "over-balance 0");

        String detail = posting.reasons().get(0).detail();
        assertTrue(detail.contains("Invoice 2001") && detail.contains("at most 100.00"), detail);
    }

    @Test
    void more_than_the_import_will_leave_on_an_invoice() {
        firm.automaticPosting(false);
        String queued = postings.submit(Payment.ofInvoice("q", "I1", "70.00")).id();
        firm.change("UPDATE clientpay_internal.Posting SET Status = 'QUEUED' WHERE PostingId = ?", queued);
        firm.automaticPosting(true);

        Recorded posting = incomplete(Payment.ofInvoice("a", "I1", "30.01"), "over-balance 0");

        assertTrue(posting.reasons().get(0).detail().contains("at most 30.00"), posting.reasons()::toString);
    }

    @Test
    void an_invoice_of_a_closed_matter() {
        firm.invoice("I9", "2009", "M9", "100.00");

        incomplete(Payment.ofInvoice("a", "I9", "10.00"), "matter-closed 0");
    }

    @Test
    void unapplied_money_for_a_closed_matter() {
        incomplete(Payment.of("a", "10.00").matter("M9", "10.00"), "matter-closed 0");
    }

    @Test
    void trust_money_for_a_closed_matter() {
        incomplete(Payment.ofTrust("a", "10.00").matter("M9", "10.00"), "matter-closed 0");
        incomplete(Payment.ofTrust("b", "10.00").trustLedger("T9", "10.00"), "matter-closed 0");
    }

    @Test
    void a_matter_that_the_books_do_not_have() {
        incomplete(Payment.of("a", "10.00").matter("M7", "10.00"), "matter-unknown 0");
        incomplete(Payment.ofTrust("b", "10.00").matter("M7", "10.00"), "matter-unknown 0");
    }

    @Test
    void a_trust_payment_cannot_pay_an_invoice() {
        incomplete(Payment.ofTrust("a", "10.00").invoice("I1", "10.00"), "trust-money-to-invoice 0");
        incomplete(Payment.ofTrust("b", "10.00").invoiceNumber("2001", "10.00"), "trust-money-to-invoice 0");
    }

    @Test
    void an_operating_payment_cannot_go_into_trust() {
        incomplete(Payment.of("a", "10.00").trustLedger("T1", "10.00"), "operating-money-to-trust 0");
    }

    @Test
    void a_trust_ledger_of_another_bank_account() {
        incomplete(Payment.ofTrust("a", "10.00").trustLedger("T2", "10.00"), "trust-ledger-of-other-bank-account 0");
    }

    @Test
    void a_trust_ledger_that_the_books_do_not_have() {
        incomplete(Payment.ofTrust("a", "10.00").trustLedger("T7", "10.00"), "no-trust-ledger 0");
    }

    @Test
    void a_matter_without_a_trust_ledger_at_the_bank_account() {
        incomplete(Payment.ofTrust("a", "10.00").matter("M2", "10.00"), "no-trust-ledger 0");
    }

    @Test
    void a_matter_with_several_trust_ledgers_at_the_bank_account() {
        firm.allowSeveralTrustLedgers();
        firm.trustLedger("T3", "M1", "TRUST-1");

        incomplete(Payment.ofTrust("a", "10.00").matter("M1", "10.00"), "ambiguous-trust-ledger 0");
    }

    @Test
    void unapplied_money_where_the_system_takes_none() {
        firm.change("UPDATE clientpay_internal.Installation SET Unapplied = ?", false);

        incomplete(Payment.of("a", "10.00").matter("M1", "10.00"), "unapplied-not-supported 0");
    }

    @Test
    void a_bank_account_that_the_books_do_not_have() {
        repairable(Payment.ofInvoice("a", "I1", "10.00").bankAccount("OPER-7"), "bank-account-gone");
    }

    @Test
    void a_bank_account_that_is_no_longer_active() {
        repairable(Payment.ofInvoice("a", "I1", "10.00").bankAccount("OPER-9"), "bank-account-gone");
    }

    @Test
    void a_mapped_bank_account_that_has_gone() {
        firm.change("UPDATE firm.BankAccount SET Active = ? WHERE BankAccountId = 'TRUST-1'", false);

        incomplete(Payment.ofTrust("a", "10.00").matter("M1", "10.00"), "bank-account-gone");
    }

    @Test
    void operating_money_at_a_trust_account() {
        incomplete(Payment.ofInvoice("a", "I1", "10.00").bankAccount("TRUST-1"), "bank-account-of-other-kind");
    }

    @Test
    void trust_money_at_an_operating_account() {
        incomplete(
                Payment.ofTrust("a", "10.00").trustLedger("T1", "10.00").bankAccount("OPER-1"),
                "bank-account-of-other-kind");
    }

    @Test
    void a_ledger_code_that_the_books_do_not_have_or_use_no_more() {
        repairable(Payment.ofInvoice("a", "I1", "10.00").ledgerCode("XXX"), "code-unknown");
        repairable(Payment.ofInvoice("b", "I1", "10.00").ledgerCode("OLD"), "code-unknown");
    }

    @Test
    void a_transaction_type_that_the_books_do_not_have_or_use_no_more() {
        repairable(Payment.ofInvoice("a", "I1", "10.00").transactionType("XXX"), "code-unknown");
        repairable(Payment.ofInvoice("b", "I1", "10.00").transactionType("OLD"), "code-unknown");
    }

    @Test
    void another_currency_than_the_books() {
        incomplete(Payment.ofInvoice("a", "I1", "10.00").currency("CAD"), "currency-mismatch");
    }

    @Test
    void a_payment_date_more_than_two_days_ahead() {
        incomplete(Payment.ofInvoice("a", "I1", "10.00").date(Payment.TODAY.plusDays(3)), "payment-date-in-future");
    }

    @Test
    void all_reasons_are_told_at_once() {
        incomplete(
                Payment.of("a", "300.00")
                        .invoice("I1", "150.00")
                        .invoice("I7", "50.00")
                        .trustLedger("T1", "50.00")
                        .currency("CAD")
                        .date(Payment.TODAY.plusDays(9)),
                "currency-mismatch",
                "payment-date-in-future",
                "invoice-unknown 1",
                "operating-money-to-trust 2",
                "over-balance 0",
                "unallocated-rest");
    }

    @Test
    void without_automatic_posting_the_reasons_are_the_same() {
        firm.automaticPosting(false);

        incomplete(Payment.ofInvoice("a", "I7", "10.00"), "invoice-unknown 0");
    }

    /** Recorded, INCOMPLETE for exactly these reasons, which end as sentences do; asked again, nothing changes. */
    private Recorded incomplete(Payment payment, String... codes) {
        Recorded posting = recordedWith(payment, codes);
        assertEquals("DONE", postings.post(posting.id()).outcome());
        assertEquals(posting, postings.get(posting.id()), "posted again, nothing changes");
        return posting;
    }

    /** As {@link #incomplete}, but what was sent gives way to the merchant account's when it is posted again. */
    private void repairable(Payment payment, String code) {
        Recorded posting = recordedWith(payment, code);
        assertTrue(posting.reasons().get(0).detail().contains("Post it again to use"), posting.reasons()::toString);
    }

    private Recorded recordedWith(Payment payment, String... codes) {
        Recorded posting = postings.submit(payment);
        assertEquals("INCOMPLETE", posting.status());
        assertEquals(List.of(codes), posting.codes());
        assertEquals(List.of("RECORDED", "INCOMPLETE"), posting.history());
        assertEquals(Optional.empty(), posting.due());
        Stream<String> details = posting.reasons().stream().map(Recorded.Reason::detail);
        assertTrue(details.allMatch(detail -> detail.matches("[A-Z0-9].+[.]")), posting.reasons()::toString);
        return posting;
    }
}
