package com.clientpay.connect.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.clientpay.connect.contract.Batches;
import com.clientpay.connect.contract.Payment;
import com.clientpay.connect.contract.Postings.Move;
import com.clientpay.connect.contract.Recorded;
import com.clientpay.connect.packs.SystemFirm.Bill;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do with a posting, in front of each system. */
class PackMovesTest extends PackContractTest {
    private int payments;

    @BeforeEach
    void no_automatic_posting() {
        automaticPosting(false);
    }

    @Test
    void post_leads_from_pending_to_queued_and_a_repeat_changes_nothing() {
        String id = pending();

        assertEquals(Optional.of("QUEUED"), postings.post(id).status());

        nothing("UNCHANGED", id, postings::post);
        assertEquals(1, batches.waiting().size());
    }

    @Test
    void a_bill_of_a_matter_without_a_number_is_found_by_id_and_by_number_and_queued() {
        Optional<Bill> bill = system.billOfMatterWithoutNumber();
        assumeTrue(bill.isPresent(), "This system's matters have their number as their key.");
        List<Payment> payments = List.of(
                Payment.ofInvoice("by-id", bill.get().id(), "10.00"),
                Payment.of("by-number", "10.00").invoiceNumber(bill.get().number(), "10.00"));
        for (Payment payment : payments) {
            String id = postings.submit(payment).id();
            assertEquals(List.of(), postings.get(id).codes());

            assertEquals(Optional.of("QUEUED"), postings.post(id).status());
            Batches.Line line = batches.ofPosting(id).get(0);
            assertEquals(Optional.of(bill.get().number()), line.invoiceNumber());
            assertEquals("", line.matterNumber().orElse(""));
        }
    }

    @Test
    void an_incomplete_posting_is_reallocated_and_posted_again() {
        String id = incomplete();

        assertEquals(
                "DONE",
                postings.reallocate(id, ANY, payment(system.bill().id())).outcome());
        Recorded pending = postings.get(id);
        assertEquals("PENDING", pending.status());
        assertEquals(List.of("RECORDED", "INCOMPLETE", "REALLOCATED", "RESOLVED"), pending.history());
        assertEquals(
                Optional.of(system.bill().id()), pending.allocations().get(0).invoiceId());
        assertEquals(
                Optional.of(system.bill().number()),
                pending.allocations().get(0).invoiceNumber());

        assertEquals(Optional.of("QUEUED"), postings.post(id).status());
        assertEquals(
                Optional.of(system.bill().number()), batches.waiting().get(0).invoiceNumber());
    }

    @Test
    void an_incomplete_posting_is_posted_once_the_firm_has_cleared_the_conflict_away() {
        String balance = system.bill().balance();
        firmWrites(system.takesPaymentItself(system.bill(), balance));
        String id = postings.submit(Payment.ofInvoice("a", system.bill().id(), "10.00"))
                .id();
        assertEquals(List.of("over-balance 0"), postings.get(id).codes());
        firmWrites(system.takesPaymentItself(system.bill(), "-" + balance));

        assertEquals(Optional.of("QUEUED"), postings.post(id).status());
        assertEquals(List.of(), postings.get(id).codes());
    }

    @Test
    void reallocating_to_the_other_bill_frees_the_first() {
        String id = pending();
        postings.reallocate(id, ANY, payment(system.otherBill().id()));
        postings.post(id);

        String balance = system.bill().balance();
        String whole = postings.submit(Payment.ofInvoice("w", system.bill().id(), balance))
                .id();
        assertEquals(Optional.of("QUEUED"), postings.post(whole).status());
    }

    @Test
    void what_is_queued_is_neither_reallocated_nor_removed_nor_reversed() {
        String id = pending();
        postings.post(id);

        nothing(
                "NOT_ALLOWED",
                id,
                it -> postings.reallocate(it, ANY, payment(system.otherBill().id())));
        nothing("NOT_ALLOWED", id, it -> postings.remove(it, ANY));
        nothing("NOT_ALLOWED", id, it -> postings.reverse(it, ANY, "REFUND"));
        nothing("NOT_ALLOWED", id, it -> postings.reopen(it, ANY));
        assertEquals(1, batches.waiting().size());
    }

    @Test
    void remove_leads_from_pending_and_incomplete_to_removed_and_reopen_back() {
        for (String id : List.of(pending(), incomplete())) {
            assertEquals(Optional.of("REMOVED"), postings.remove(id, ANY).status());
            nothing("UNCHANGED", id, it -> postings.remove(it, ANY));
            nothing("NOT_ALLOWED", id, postings::post);
            assertEquals("DONE", postings.reopen(id, ANY).outcome());
            assertEquals(2, postings.get(id).attempt());
        }
        assertEquals(List.of(), batches.waiting());
    }

    @Test
    void reverse_leads_from_posted_to_reversing_and_with_the_report_to_reversed() {
        String id = postedHere();

        assertEquals(
                Optional.of("REVERSING"), postings.reverse(id, ANY, "REFUND").status());
        nothing("UNCHANGED", id, it -> postings.reverse(it, ANY, "REFUND"));
        nothing("NOT_ALLOWED", id, postings::post);
        assertEquals("REVERSE", batches.waiting().get(0).kind());
        batches.written();
        report(id, "BOOKED", "");
        batches.take(id);

        assertEquals(
                List.of("RECORDED", "QUEUED", "POSTED", "REVERSING", "REVERSED"),
                postings.get(id).history());
        nothing("NOT_ALLOWED", id, it -> postings.reopen(it, ANY));
    }

    @Test
    void a_rejected_reversal_leaves_it_posted_and_can_be_tried_again() {
        String id = postedHere();
        postings.reverse(id, ANY, "REFUND");
        batches.written();
        report(id, "REJECTED", "The period is closed.");

        assertEquals(Optional.of("POSTED"), batches.take(id).status());
        assertEquals(
                Optional.of("REVERSING"), postings.reverse(id, ANY, "REFUND").status());
        assertEquals(2, batches.waiting().get(0).handover());
    }

    @Test
    void a_corrected_posting_is_reopened_reallocated_and_queued_again() {
        String id = postedHere();
        postings.reverse(id, ANY, "CORRECTION");
        batches.written();
        report(id, "BOOKED", "");
        batches.take(id);

        assertEquals("DONE", postings.reopen(id, ANY).outcome());
        postings.reallocate(id, ANY, payment(system.otherBill().id()));
        assertEquals(Optional.of("QUEUED"), postings.post(id).status());

        var line = batches.waiting().get(0);
        assertEquals(
                "2 1 " + system.otherBill().number(),
                line.attempt() + " " + line.handover() + " "
                        + line.invoiceNumber().orElseThrow());
        batches.written();
        assertEquals(List.of(), batches.answered(), "the first attempt's report is not the second's");
        report(id, "BOOKED", "");
        batches.take(id);
        assertEquals("POSTED", postings.get(id).status());
    }

    @Test
    void trust_money_goes_to_its_ledger_by_id_and_by_matter_and_is_taken_back() {
        automaticPosting(true);
        for (Payment payment : List.of(
                Payment.ofTrust("by-id", "10.00").trustLedger(system.trustLedger(), "10.00"),
                Payment.ofTrust("by-matter", "10.00").matter(system.matterOfTrustLedger(), "10.00"))) {
            String id = posted(payment);
            assertEquals(
                    Optional.of(system.trustLedger()),
                    postings.get(id).allocations().get(0).trustLedgerId());
            assertEquals(
                    Optional.of(system.matterNumberOfTrustLedger()),
                    batches.ofPosting(id).get(0).matterNumber());
            assertEquals(
                    Optional.of("REVERSING"),
                    postings.reverse(id, ANY, "RETURN").status());
        }
    }

    @Test
    void a_move_with_a_stale_version_changes_nothing() {
        String id = pending();
        Optional<Long> stale = Optional.of(99L);

        nothing("CHANGED_MEANWHILE", id, it -> postings.post(it, stale, Optional.empty()));
        nothing("CHANGED_MEANWHILE", id, it -> postings.remove(it, stale));
        nothing(
                "CHANGED_MEANWHILE",
                id,
                it -> postings.reallocate(it, stale, payment(system.otherBill().id())));
    }

    private Payment payment(String invoiceId) {
        payments++;
        return Payment.ofInvoice("m" + payments, invoiceId, "10.00");
    }

    private String pending() {
        Recorded posting = postings.submit(payment(system.bill().id()));
        assertEquals("PENDING", posting.status());
        return posting.id();
    }

    private String incomplete() {
        Recorded posting = postings.submit(payment("99999999"));
        assertEquals(List.of("invoice-unknown 0"), posting.codes());
        return posting.id();
    }

    private String postedHere() {
        automaticPosting(true);
        String id = posted(payment(system.bill().id()));
        automaticPosting(false);
        return id;
    }

    private void nothing(String outcome, String id, Function<String, Move> move) {
        Recorded before = postings.get(id);
        assertEquals(outcome, move.apply(id).outcome());
        assertEquals(before, postings.get(id), "nothing changes");
    }
}
