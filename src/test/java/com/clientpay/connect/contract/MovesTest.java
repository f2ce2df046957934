package com.clientpay.connect.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each move: where it starts, where it leads, its repeat, and its refusals. */
class MovesTest extends ContractTest {
    private static final Optional<Long> ANY = Optional.empty();

    @BeforeEach
    void invoice_and_no_automatic_posting() {
        firm.invoice("I1", "2001", "100.00");
        firm.automaticPosting(false);
    }

    // ---- post

    @Test
    void post_leads_from_pending_to_posted_and_a_repeat_changes_nothing() {
        Recorded pending = pending();

        assertEquals("DONE", postings.post(pending.id()).outcome());

        Recorded posted = postings.get(pending.id());
        assertEquals("POSTED", posted.status());
        assertEquals(List.of("RECORDED", "POSTED"), posted.history());
        unchanged(posted, postings::post);
    }

    @Test
    void post_leads_from_incomplete_to_posted_once_the_conflict_is_gone() {
        Recorded incomplete = incomplete();
        firm.invoice("I7", "2007", "100.00");

        assertEquals("DONE", postings.post(incomplete.id()).outcome());

        Recorded posted = postings.get(incomplete.id());
        assertEquals("POSTED", posted.status());
        assertEquals(List.of(), posted.reasons());
    }

    @Test
    void post_of_a_queued_posting_changes_nothing() {
        Recorded queued = pending();
        firm.change("UPDATE clientpay_internal.Posting SET Status = 'QUEUED' WHERE PostingId = ?", queued.id());

        unchanged(postings.get(queued.id()), postings::post);
    }

    @Test
    void post_starts_from_no_other_status() {
        notAllowed(removed(), postings::post);
        notAllowed(reversed("REFUND"), postings::post);
        notAllowed(reversing(), postings::post);
        notFound(postings::post);
    }

    // ---- resolve

    @Test
    void resolve_touches_no_books_and_starts_from_pending_and_incomplete_only() {
        Recorded pending = pending();

        assertEquals("DONE", postings.resolve(pending.id()).outcome());

        assertEquals(pending, postings.get(pending.id()));
        assertEquals(0, firm.receipts());
        notAllowed(posted(), postings::resolve);
        notAllowed(removed(), postings::resolve);
        notFound(postings::resolve);
    }

    // ---- allocations

    @Test
    void reallocating_repairs_an_incomplete_posting_and_never_posts_it() {
        firm.automaticPosting(true);
        Recorded incomplete = incomplete();

        assertEquals(
                "DONE",
                postings.reallocate(incomplete.id(), ANY, Payment.ofInvoice("a", "I1", "10.00"))
                        .outcome());

        Recorded pending = postings.get(incomplete.id());
        assertEquals("PENDING", pending.status());
        assertEquals(List.of("RECORDED", "INCOMPLETE", "REALLOCATED", "RESOLVED"), pending.history());
        assertEquals(
                Optional.of("Before: invoice id I7 10.00."),
                pending.events().get(2).detail());
        assertEquals(Optional.of("I1"), pending.allocations().get(0).invoiceId());
        assertEquals(0, firm.receipts());
    }

    @Test
    void reallocating_a_pending_posting_can_make_it_incomplete() {
        Recorded pending = pending();

        postings.reallocate(pending.id(), ANY, Payment.of("a", "10.00"));

        Recorded incomplete = postings.get(pending.id());
        assertEquals(List.of("unallocated-rest"), incomplete.codes());
        assertEquals(List.of(), incomplete.allocations());
    }

    @Test
    void reallocating_starts_from_no_other_status() {
        Function<String, Postings.Move> reallocate =
                id -> postings.reallocate(id, ANY, Payment.ofInvoice("a", "I1", "10.00"));
        notAllowed(posted(), reallocate);
        notAllowed(removed(), reallocate);
        notAllowed(reversed("CORRECTION"), reallocate);
        notFound(reallocate);
    }

    // ---- remove

    @Test
    void remove_leads_from_pending_and_incomplete_to_removed_and_a_repeat_changes_nothing() {
        for (Recorded open : List.of(pending(), incomplete())) {
            assertEquals("DONE", remove(open.id()).outcome());

            Recorded removed = postings.get(open.id());
            assertEquals("REMOVED", removed.status());
            assertEquals(List.of(), removed.reasons());
            Recorded.Event last = removed.events().get(removed.events().size() - 1);
            assertEquals(new Recorded.Event("REMOVED", "key:clerk", Optional.of("Entered by hand")), last);
            unchanged(removed, this::remove);
        }
        assertEquals(0, firm.receipts());
    }

    @Test
    void remove_starts_from_no_other_status() {
        notAllowed(posted(), this::remove);
        notAllowed(reversed("CORRECTION"), this::remove);
        notFound(this::remove);
    }

    @Test
    void a_removed_posting_that_was_still_due_is_due_no_more() {
        String id = postings.record(Payment.ofInvoice("a", "I1", "10.00")).postingId();

        remove(id);

        assertEquals(Optional.empty(), postings.get(id).due());
    }

    // ---- reverse

    @Test
    void reverse_leads_from_posted_to_reversed_gives_the_balance_back_and_a_repeat_changes_nothing() {
        Recorded posted = posted();

        assertEquals("DONE", reverse(posted.id()).outcome());

        Recorded reversed = postings.get(posted.id());
        assertEquals("REVERSED", reversed.status());
        assertEquals(posted.bookDate(), reversed.bookDate());
        assertEquals(new BigDecimal("100.00"), firm.balance("I1"));
        assertEquals(2, firm.receipts());
        assertEquals(
                Optional.of("REFUND, book date 2026-11-02. Note"),
                reversed.events().get(2).detail());
        unchanged(reversed, this::reverse);
    }

    @Test
    void reverse_takes_unapplied_money_and_trust_money_back() {
        firm.automaticPosting(true);
        String unapplied =
                postings.submit(Payment.of("a", "10.00").matter("M1", "10.00")).id();
        String trust = postings.submit(Payment.ofTrust("b", "20.00").trustLedger("T1", "20.00"))
                .id();

        reverse(unapplied);
        reverse(trust);

        assertEquals(new BigDecimal("0.00"), firm.unapplied("M1"));
        assertEquals(new BigDecimal("0.00"), firm.trustBalance("T1"));
    }

    @Test
    void a_trust_ledger_never_falls_below_zero() {
        firm.automaticPosting(true);
        Recorded posted = postings.submit(Payment.ofTrust("a", "20.00").trustLedger("T1", "20.00"));
        firm.paysFromTrust("T1", "0.01");

        Postings.Move refusal = reverse(posted.id());

        assertEquals("REFUSED", refusal.outcome());
        assertEquals(Optional.of("trust-balance-insufficient"), refusal.code());
        assertEquals(Optional.of(0L), refusal.allocation());
        assertEquals(posted, postings.get(posted.id()));
        assertEquals(new BigDecimal("19.99"), firm.trustBalance("T1"));
    }

    @Test
    void a_reversal_that_is_refused_halfway_leaves_everything() {
        firm.automaticPosting(true);
        Recorded posted =
                postings.submit(Payment.of("a", "20.00").invoice("I1", "10.00").matter("M1", "10.00"));
        firm.appliesUnapplied("M1", "5.00");

        Postings.Move refusal = reverse(posted.id());

        assertEquals("REFUSED", refusal.outcome());
        assertEquals(Optional.of("books-refused"), refusal.code());
        assertEquals(Optional.of(1L), refusal.allocation());
        assertEquals(new BigDecimal("90.00"), firm.balance("I1"));
    }

    @Test
    void a_reversal_by_hand_touches_no_books() {
        Recorded posted = posted();

        assertEquals("DONE", postings.reverseOutside(posted.id()).outcome());

        Recorded reversed = postings.get(posted.id());
        assertEquals("REVERSED", reversed.status());
        assertEquals(1, firm.receipts());
        assertEquals(new BigDecimal("90.00"), firm.balance("I1"));
        unchanged(reversed, postings::reverseOutside);
        unchanged(reversed, this::reverse);
    }

    @Test
    void reverse_starts_from_posted_only() {
        notAllowed(pending(), this::reverse);
        notAllowed(incomplete(), this::reverse);
        notAllowed(removed(), this::reverse);
        unchanged(postings.get(reversing().id()), this::reverse);
        notFound(this::reverse);
    }

    // ---- reopen

    @Test
    void reopen_leads_from_removed_to_the_next_attempt_and_a_repeat_changes_nothing() {
        Recorded removed = removed();

        assertEquals("DONE", reopen(removed.id()).outcome());

        Recorded reopened = postings.get(removed.id());
        assertEquals("PENDING", reopened.status());
        assertEquals(2, reopened.attempt());
        assertEquals(Optional.empty(), reopened.due());
        assertEquals(List.of("RECORDED", "REMOVED", "REOPENED"), reopened.history());
        unchanged(reopened, this::reopen);
        postings.post(removed.id());
        assertEquals("POSTED", postings.get(removed.id()).status());
    }

    @Test
    void reopen_into_a_conflict_is_incomplete_and_its_repeat_changes_nothing() {
        Recorded incomplete = incomplete();
        remove(incomplete.id());

        reopen(incomplete.id());

        Recorded reopened = postings.get(incomplete.id());
        assertEquals("INCOMPLETE", reopened.status());
        assertEquals(List.of("invoice-unknown 0"), reopened.codes());
        assertEquals(List.of("RECORDED", "INCOMPLETE", "REMOVED", "REOPENED", "INCOMPLETE"), reopened.history());
        unchanged(reopened, this::reopen);
    }

    @Test
    void a_corrected_posting_is_reopened_reallocated_and_posted_again() {
        firm.invoice("I2", "2002", "100.00");
        Recorded wrong = posted();
        postings.reverse(wrong.id(), ANY, "CORRECTION");

        assertEquals("DONE", reopen(wrong.id()).outcome());
        Recorded reopened = postings.get(wrong.id());
        assertEquals(Optional.empty(), reopened.bookDate());
        assertEquals(Optional.empty(), reopened.receipt());
        postings.reallocate(wrong.id(), ANY, Payment.ofInvoice("a", "I2", "10.00"));
        postings.post(wrong.id());

        Recorded corrected = postings.get(wrong.id());
        assertEquals("POSTED", corrected.status());
        assertEquals(2, corrected.attempt());
        assertEquals(new BigDecimal("100.00"), firm.balance("I1"));
        assertEquals(new BigDecimal("90.00"), firm.balance("I2"));
        assertEquals(
                List.of("RECORDED", "POSTED", "REVERSED", "REOPENED", "REALLOCATED", "POSTED"), corrected.history());
        notAllowed(corrected, this::reopen);
    }

    @Test
    void reopen_starts_from_no_other_status() {
        notAllowed(pending(), this::reopen);
        notAllowed(incomplete(), this::reopen);
        notAllowed(posted(), this::reopen);
        notAllowed(reversed("REFUND"), this::reopen);
        notAllowed(reversed("CHARGEBACK"), this::reopen);
        notAllowed(reversed("RETURN"), this::reopen);
        notFound(this::reopen);
    }

    @Test
    void reopen_is_not_a_repeat_once_somebody_did_something_else() {
        Recorded removed = removed();
        reopen(removed.id());
        postings.reallocate(removed.id(), ANY, Payment.ofInvoice("a", "I1", "10.00"));

        notAllowed(postings.get(removed.id()), this::reopen);
    }

    // ---- versions

    @Test
    void a_move_with_a_stale_version_changes_nothing() {
        Recorded pending = pending();
        Optional<Long> stale = Optional.of(99L);
        changedMeanwhile(pending, id -> postings.post(id, stale, Optional.empty()));
        changedMeanwhile(pending, id -> postings.reallocate(id, stale, Payment.ofInvoice("a", "I1", "10.00")));
        changedMeanwhile(pending, id -> postings.remove(id, stale));
        changedMeanwhile(removed(), id -> postings.reopen(id, stale));
        Recorded posted = posted();
        changedMeanwhile(posted, id -> postings.reverse(id, Optional.of(posted.version() - 1), "REFUND"));
    }

    @Test
    void a_move_with_the_right_version_is_done_and_every_move_makes_a_new_version() {
        Recorded pending = pending();
        postings.reallocate(pending.id(), Optional.of(pending.version()), Payment.ofInvoice("a", "I1", "10.00"));
        Recorded reallocated = postings.get(pending.id());

        assertEquals(
                "CHANGED_MEANWHILE",
                postings.post(pending.id(), Optional.of(pending.version()), Optional.empty())
                        .outcome());
        assertEquals(
                "DONE",
                postings.post(pending.id(), Optional.of(reallocated.version()), Optional.empty())
                        .outcome());
    }

    @Test
    void a_repeat_with_the_version_it_was_first_sent_with_is_still_a_repeat() {
        Recorded pending = pending();
        Optional<Long> first = Optional.of(pending.version());
        postings.post(pending.id(), first, Optional.empty());

        unchanged(postings.get(pending.id()), id -> postings.post(id, first, Optional.empty()));
    }

    // ---- postings to start from

    private int number;

    private Payment payment(String invoiceId) {
        number++;
        return Payment.ofInvoice("m" + number, invoiceId, "10.00");
    }

    private Recorded pending() {
        Recorded pending = postings.submit(payment("I1"));
        assertEquals("PENDING", pending.status());
        return pending;
    }

    private Recorded incomplete() {
        Recorded incomplete = postings.submit(payment("I7"));
        assertEquals("INCOMPLETE", incomplete.status());
        return incomplete;
    }

    private Recorded removed() {
        String id = pending().id();
        remove(id);
        return postings.get(id);
    }

    private Recorded posted() {
        String id = pending().id();
        postings.post(id);
        return postings.get(id);
    }

    private Recorded reversed(String reason) {
        String id = posted().id();
        postings.reverse(id, ANY, reason);
        return postings.get(id);
    }

    /** As a system with an import leaves it until the import has answered. */
    private Recorded reversing() {
        String id = posted().id();
        firm.change("UPDATE clientpay_internal.Posting SET Status = 'REVERSING' WHERE PostingId = ?", id);
        return postings.get(id);
    }

    // ---- moves and what they answer

    private Postings.Move remove(String id) {
        return postings.remove(id, ANY);
    }

    private Postings.Move reverse(String id) {
        return postings.reverse(id, ANY, "REFUND");
    }

    private Postings.Move reopen(String id) {
        return postings.reopen(id, ANY);
    }

    private void unchanged(Recorded posting, Function<String, Postings.Move> move) {
        nothing("UNCHANGED", posting, move);
    }

    private void notAllowed(Recorded posting, Function<String, Postings.Move> move) {
        nothing("NOT_ALLOWED", posting, move);
    }

    private void changedMeanwhile(Recorded posting, Function<String, Postings.Move> move) {
        nothing("CHANGED_MEANWHILE", posting, move);
    }

    private void nothing(String outcome, Recorded posting, Function<String, Postings.Move> move) {
        Postings.Move answer = move.apply(posting.id());
        assertEquals(outcome, answer.outcome());
        assertEquals(Optional.of(posting.status()), answer.status());
        assertEquals(posting, postings.get(posting.id()), "nothing changes");
    }

    private static void notFound(Function<String, Postings.Move> move) {
        assertEquals("NOT_FOUND", move.apply("po-none").outcome());
    }
}
