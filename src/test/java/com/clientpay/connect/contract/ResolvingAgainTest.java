package com.clientpay.connect.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Resolving again fills only what was neither sent nor resolved, or whose target has gone. */
class ResolvingAgainTest extends ContractTest {

    @BeforeEach
    void invoice_and_no_automatic_posting() {
        firm.invoice("I1", "2001", "100.00");
        firm.automaticPosting(false);
    }

    @Test
    void a_merchant_account_that_is_set_up_later_fills_what_was_missing() {
        Recorded unknown =
                postings.submit(Payment.of("a", "10.00").matter("M1", "10.00").merchantAccount("late"));
        assertEquals(List.of("merchant-account-unknown"), unknown.codes());
        firm.merchantAccount("late", "TRUST", "TRUST-1");

        postings.post(unknown.id());

        Recorded posting = postings.get(unknown.id());
        assertEquals("POSTED", posting.status(), posting.codes()::toString);
        assertEquals(Optional.of("TRUST"), posting.kind());
        assertEquals(Optional.of("TRUST-1"), posting.bankAccountId());
        assertEquals(Optional.of("STD"), posting.ledgerCode());
        assertEquals(Optional.of("STD"), posting.transactionType());
        assertEquals(Optional.of("T1"), posting.allocations().get(0).trustLedgerId());
    }

    @Test
    void what_was_sent_is_not_overwritten_by_a_merchant_account_that_is_set_up_later() {
        String id = postings.submit(Payment.ofInvoice("a", "I1", "10.00")
                        .merchantAccount("late")
                        .bankAccount("OPER-2")
                        .ledgerCode("ALT"))
                .id();
        firm.merchantAccount("late", "OPERATING", "OPER-1");

        postings.post(id);

        Recorded posting = postings.get(id);
        assertEquals("POSTED", posting.status(), posting.codes()::toString);
        assertEquals(Optional.of("OPER-2"), posting.bankAccountId());
        assertEquals(Optional.of("ALT"), posting.ledgerCode());
        assertEquals(Optional.of("STD"), posting.transactionType());
    }

    @Test
    void a_bank_account_that_has_gone_gives_way_to_the_merchant_accounts() {
        Recorded pending = postings.submit(Payment.ofInvoice("a", "I1", "10.00"));
        firm.change("UPDATE firm.BankAccount SET Active = ? WHERE BankAccountId = 'OPER-1'", false);
        firm.change("UPDATE clientpay_internal.MerchantAccount SET BankAccountId = 'OPER-2'"
                + " WHERE MerchantAccountId = 'operating'");

        postings.post(pending.id());

        Recorded posting = postings.get(pending.id());
        assertEquals("POSTED", posting.status(), posting.codes()::toString);
        assertEquals(Optional.of("OPER-2"), posting.bankAccountId());
        assertEquals(
                Optional.of("Bank account OPER-1 is no longer active: OPER-2 of the merchant account took its place."),
                posting.events().get(1).detail());
    }

    @Test
    void a_bank_account_that_has_gone_stays_a_conflict_while_the_merchant_account_has_no_better_one() {
        Recorded pending = postings.submit(Payment.ofInvoice("a", "I1", "10.00"));
        firm.change("UPDATE firm.BankAccount SET Active = ? WHERE BankAccountId = 'OPER-1'", false);

        postings.post(pending.id());
        assertEquals(List.of("bank-account-gone"), postings.get(pending.id()).codes());

        firm.change("UPDATE clientpay_internal.MerchantAccount SET BankAccountId = 'TRUST-1'"
                + " WHERE MerchantAccountId = 'operating'");
        postings.post(pending.id());
        assertEquals(
                List.of("bank-account-gone"),
                postings.get(pending.id()).codes(),
                "an account of the other kind does not take its place");
    }

    @Test
    void codes_that_have_gone_give_way_to_the_merchant_accounts_and_the_history_says_so() {
        Recorded pending = postings.submit(
                Payment.ofInvoice("a", "I1", "10.00").ledgerCode("ALT").transactionType("ALT"));
        firm.change("UPDATE firm.LedgerCode SET Active = ? WHERE Code = 'ALT'", false);
        firm.change("DELETE FROM firm.TransactionType WHERE Code = 'ALT'");

        postings.resolve(pending.id());

        Recorded posting = postings.get(pending.id());
        assertEquals("PENDING", posting.status(), posting.codes()::toString);
        assertEquals(Optional.of("STD"), posting.ledgerCode());
        assertEquals(Optional.of("STD"), posting.transactionType());
        assertEquals(List.of("RECORDED", "COMPLETED"), posting.history());
        assertEquals(pending.version() + 1, posting.version());
        assertEquals(
                Optional.of("Ledger code ALT is not an active one of the firm's books: STD of the merchant account took"
                        + " its place. Transaction type ALT is not an active one of the firm's books: STD of the"
                        + " merchant account took its place."),
                posting.events().get(1).detail());
    }

    @Test
    void an_account_that_was_never_there_gives_way_when_a_person_posts_again() {
        firm.automaticPosting(true);
        Recorded incomplete =
                postings.submit(Payment.ofInvoice("a", "I1", "10.00").bankAccount("OPER-7"));
        assertEquals(List.of("bank-account-gone"), incomplete.codes());

        postings.post(incomplete.id());

        Recorded posting = postings.get(incomplete.id());
        assertEquals("POSTED", posting.status(), posting.codes()::toString);
        assertEquals(Optional.of("OPER-1"), posting.bankAccountId());
    }

    @Test
    void an_invoice_that_was_found_by_number_stays_the_one_when_the_number_occurs_again() {
        String id = postings.submit(Payment.of("a", "10.00").invoiceNumber("2001", "10.00"))
                .id();
        firm.invoice("I2", "2001", "M2", "50.00");

        postings.post(id);

        Recorded posting = postings.get(id);
        assertEquals("POSTED", posting.status(), posting.codes()::toString);
        assertEquals(Optional.of("I1"), posting.allocations().get(0).invoiceId());
    }

    @Test
    void an_invoice_that_was_found_by_number_and_has_gone_is_looked_for_again() {
        String id = postings.submit(Payment.of("a", "10.00").invoiceNumber("2001", "10.00"))
                .id();
        firm.invoice("I2", "2001", "M2", "50.00");
        firm.deletesInvoice("I1");

        postings.post(id);

        Recorded posting = postings.get(id);
        assertEquals("POSTED", posting.status(), posting.codes()::toString);
        assertEquals(Optional.of("I2"), posting.allocations().get(0).invoiceId());
    }

    @Test
    void an_ambiguous_number_is_found_when_one_of_the_invoices_is_paid() {
        firm.invoice("I2", "2001", "M2", "50.00");
        Recorded incomplete = postings.submit(Payment.of("a", "10.00").invoiceNumber("2001", "10.00"));
        assertEquals(List.of("invoice-ambiguous 0"), incomplete.codes());
        firm.takesPaymentItself("I1", "100.00");

        postings.resolve(incomplete.id());

        Recorded posting = postings.get(incomplete.id());
        assertEquals("PENDING", posting.status(), posting.codes()::toString);
        assertEquals(Optional.of("I2"), posting.allocations().get(0).invoiceId());
        assertEquals(List.of("RECORDED", "INCOMPLETE", "RESOLVED"), posting.history());
    }

    @Test
    void a_trust_matter_is_looked_up_again_when_the_bank_account_is_another_one() {
        Recorded pending = postings.submit(Payment.ofTrust("a", "10.00").matter("M1", "10.00"));
        assertEquals(Optional.of("T1"), pending.allocations().get(0).trustLedgerId());
        firm.change("UPDATE firm.BankAccount SET Active = ? WHERE BankAccountId = 'TRUST-1'", false);
        firm.change("UPDATE clientpay_internal.MerchantAccount SET BankAccountId = 'TRUST-2'"
                + " WHERE MerchantAccountId = 'trust'");

        postings.post(pending.id());

        Recorded posting = postings.get(pending.id());
        assertEquals("POSTED", posting.status(), posting.codes()::toString);
        assertEquals(Optional.of("T2"), posting.allocations().get(0).trustLedgerId());
    }

    @Test
    void other_reasons_than_before_are_a_new_version_and_an_event() {
        Recorded incomplete = postings.submit(Payment.ofInvoice("a", "I1", "110.00"));
        assertEquals(List.of("over-balance 0"), incomplete.codes());
        firm.takesPaymentItself("I1", "50.00");

        postings.resolve(incomplete.id());

        Recorded changed = postings.get(incomplete.id());
        assertEquals(List.of("over-balance 0"), changed.codes());
        assertEquals(incomplete.version() + 1, changed.version());
        assertEquals(List.of("RECORDED", "INCOMPLETE", "INCOMPLETE"), changed.history());
    }
}
