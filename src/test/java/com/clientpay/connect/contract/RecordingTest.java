package com.clientpay.connect.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.clientpay.connect.database.Contract;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordingTest extends ContractTest {

    @BeforeEach
    void invoice() {
        firm.invoice("I1", "2001", "100.00");
    }

    @Test
    void a_payment_is_recorded_with_the_defaults_of_its_merchant_account() {
        Postings.Submission submission = postings.record(Payment.ofInvoice("a", "I1", "10.00"));

        assertEquals("CREATED", submission.outcome());
        assertEquals(Optional.of("POST"), submission.due());
        Recorded posting = postings.get(submission.postingId());
        assertEquals("PENDING", posting.status());
        assertEquals(1, posting.attempt());
        assertEquals(1, posting.version());
        assertEquals(Optional.of("OPERATING"), posting.kind());
        assertEquals(Optional.of("OPER-1"), posting.bankAccountId());
        assertEquals(Optional.of("STD"), posting.ledgerCode());
        assertEquals(Optional.of("STD"), posting.transactionType());
        assertEquals(Optional.of("ClientPay Payment"), posting.arMessage());
        assertEquals(Optional.of("USD"), posting.currency());
        assertEquals(List.of("RECORDED"), posting.history());
    }

    @Test
    void what_was_sent_is_kept_instead_of_the_defaults() {
        String id = postings.record(Payment.ofInvoice("a", "I1", "10.00")
                        .bankAccount("OPER-2")
                        .ledgerCode("ALT")
                        .transactionType("ALT")
                        .currency("CAD"))
                .postingId();

        Recorded posting = postings.get(id);
        assertEquals(Optional.of("OPER-2"), posting.bankAccountId());
        assertEquals(Optional.of("ALT"), posting.ledgerCode());
        assertEquals(Optional.of("ALT"), posting.transactionType());
        assertEquals(Optional.of("CAD"), posting.currency());
    }

    @Test
    void defaults_that_change_later_do_not_change_what_is_recorded() {
        firm.automaticPosting(false);
        String id = postings.submit(Payment.ofInvoice("a", "I1", "10.00")).id();
        firm.change("UPDATE clientpay_internal.MerchantAccount SET BankAccountId = 'OPER-2', LedgerCode = 'ALT'");
        firm.change("UPDATE clientpay_internal.PostingSettings SET DefaultArMessage = 'Other'");

        postings.post(id);

        Recorded posting = postings.get(id);
        assertEquals("POSTED", posting.status());
        assertEquals(Optional.of("OPER-1"), posting.bankAccountId());
        assertEquals(Optional.of("STD"), posting.ledgerCode());
        assertEquals(Optional.of("ClientPay Payment"), posting.arMessage());
    }

    @Test
    void without_automatic_posting_a_payment_is_due_to_be_resolved() {
        firm.automaticPosting(false);

        assertEquals(
                Optional.of("RESOLVE"),
                postings.record(Payment.ofInvoice("a", "I1", "10.00")).due());
    }

    @Test
    void the_same_key_with_the_same_body_is_replayed_and_says_what_is_still_due() {
        Payment payment = Payment.ofInvoice("a", "I1", "10.00");
        Postings.Submission first = postings.record(payment);

        Postings.Submission interrupted = postings.record(payment);
        postings.post(first.postingId());
        Postings.Submission finished = postings.record(payment);

        assertEquals(new Postings.Submission("REPLAYED", first.postingId(), Optional.of("POST")), interrupted);
        assertEquals(new Postings.Submission("REPLAYED", first.postingId(), Optional.empty()), finished);
        assertEquals(1, postings.get(first.postingId()).allocations().size());
    }

    @Test
    void the_same_key_with_another_body_is_a_reuse_and_records_nothing() {
        Postings.Submission first = postings.record(Payment.ofInvoice("a", "I1", "10.00"));

        Postings.Submission reuse = postings.record(Payment.ofInvoice("a", "I1", "10.01"));
        Postings.Submission otherPayment =
                postings.record(Payment.ofInvoice("b", "I1", "10.00").key("key-a"));

        assertEquals("KEY_REUSED", reuse.outcome());
        assertEquals(first.postingId(), reuse.postingId());
        assertEquals("KEY_REUSED", otherPayment.outcome());
        assertEquals(List.of("1"), contract.query("SELECT COUNT(*) FROM clientpay_internal.Posting"));
    }

    @Test
    void one_payment_under_another_key_is_recorded_already() {
        Payment payment = Payment.ofInvoice("a", "I1", "10.00");
        Postings.Submission first = postings.record(payment);

        Postings.Submission second = postings.record(payment.key("key-b"));

        assertEquals("PAYMENT_RECORDED", second.outcome());
        assertEquals(first.postingId(), second.postingId());
    }

    @Test
    void the_key_is_looked_up_before_the_payment() {
        Postings.Submission a = postings.record(Payment.ofInvoice("a", "I1", "10.00"));
        postings.record(Payment.ofInvoice("b", "I1", "10.00"));

        Postings.Submission mixed =
                postings.record(Payment.ofInvoice("b", "I1", "10.00").key("key-a"));

        assertEquals(new Postings.Submission("KEY_REUSED", a.postingId(), Optional.of("POST")), mixed);
    }

    @Test
    void keys_and_payments_can_be_found_before_anything_else_is_looked_at() {
        String id = postings.record(Payment.ofInvoice("a", "I1", "10.00")).postingId();

        assertEquals("KEY_FOUND " + id, found("key-a", "pay-b"));
        assertEquals("KEY_FOUND " + id, found("key-a", null));
        assertEquals("PAYMENT_RECORDED " + id, found("key-b", "pay-a"));
        assertEquals("PAYMENT_RECORDED " + id, found(null, "pay-a"));
        assertEquals("NONE", found("key-A", "PAY-a"));
        assertEquals("NONE", found(null, null));
    }

    private String found(String key, String paymentId) {
        return contract.connector()
                .one(
                        Contract.FIND_POSTING,
                        row -> row.text("Outcome")
                                + row.optionalText("PostingId")
                                        .map(id -> " " + id)
                                        .orElse(""),
                        key,
                        paymentId);
    }

    @Test
    void whatever_is_checked_and_rolled_back_leaves_no_trace() {
        Payment payment = Payment.ofInvoice("a", "I1", "10.00");

        Recorded checked = postings.check(payment.invoice("I7", "5.00"));
        Recorded posting = postings.submit(payment);

        assertEquals(List.of("invoice-unknown 1", "over-allocated"), checked.codes());
        assertEquals("POSTED", posting.status());
        assertNotEquals(checked.id(), posting.id());
        assertEquals(List.of("1"), contract.query("SELECT COUNT(*) FROM clientpay_internal.Posting"));
    }

    @Test
    void a_body_of_another_canonical_form_is_a_replay_when_it_is_about_the_same_payment() {
        String id = postings.record(Payment.ofInvoice("a", "I1", "10.00")).postingId();
        firm.change("UPDATE clientpay_internal.Posting SET BodyVersion = 0, BodyHash = 'of an older form'");

        assertEquals(
                new Postings.Submission("REPLAYED", id, Optional.of("POST")),
                postings.record(Payment.ofInvoice("a", "I1", "10.00")));
        assertEquals(
                "KEY_REUSED",
                postings.record(Payment.ofInvoice("a", "I1", "11.00")).outcome());
    }
}
