package com.clientpay.connect.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.database.ProcedureException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever the firm's books do to a posting: the record stays and says why, and the books are as they were. */
class BooksRefuseTest extends ContractTest {

    @BeforeEach
    void invoices() {
        firm.invoice("I1", "2001", "100.00");
        firm.invoice("I2", "2002", "100.00");
    }

    @Test
    void an_error_with_the_vendors_own_number_leaves_the_record() {
        the_record_stays_when("RAISE");
    }

    @Test
    void a_broken_rule_of_the_vendors_leaves_the_record() {
        the_record_stays_when("RAISE_CONSTRAINT");
    }

    @Test
    void a_unique_key_of_the_vendors_leaves_the_record() {
        the_record_stays_when("RAISE_DUPLICATE");
    }

    @Test
    void a_value_too_long_for_the_vendor_leaves_the_record() {
        the_record_stays_when("RAISE_TRUNCATION");
    }

    @Test
    void a_right_that_was_taken_away_leaves_the_record() {
        the_record_stays_when("RAISE_RIGHTS");
    }

    @Test
    void an_error_after_half_of_it_is_written_leaves_the_record() {
        the_record_stays_when("RAISE_LATE");
    }

    private void the_record_stays_when(String misbehaviour) {
        firm.misbehave(misbehaviour, true);
        Payment payment = Payment.of("a", "50.00").invoice("I1", "20.00").invoice("I2", "30.00");
        String id = postings.record(payment).postingId();

        assertThrows(ProcedureException.class, () -> postings.post(id));

        Recorded refused = postings.get(id);
        assertEquals("INCOMPLETE", refused.status());
        assertEquals(List.of("books-refused"), refused.codes());
        assertEquals(Optional.empty(), refused.due());
        assertEquals(List.of("RECORDED", "INCOMPLETE"), refused.history());
        assertEquals(new BigDecimal("100.00"), firm.balance("I1"));
        assertEquals(new BigDecimal("100.00"), firm.balance("I2"));
        assertEquals(0, firm.receipts());

        assertThrows(ProcedureException.class, () -> postings.post(id));
        assertEquals(refused, postings.get(id), "refused once more for the same reason, nothing changes");

        firm.misbehave(misbehaviour, false);
        assertEquals("DONE", postings.post(id).outcome());
        Recorded posted = postings.get(id);
        assertEquals("POSTED", posted.status());
        assertEquals(List.of("RECORDED", "INCOMPLETE", "POSTED"), posted.history());
        assertEquals(new BigDecimal("70.00"), firm.balance("I2"));
    }

    @Test
    void a_payment_with_a_value_that_cannot_be_used_waits_for_a_person_who_may_post_it() {
        Recorded posting = postings.recordUnusable(
                Payment.ofInvoice("a", "I1", "50.00"), "value-unusable", "method \"WIRE\" is left out.");

        assertEquals("INCOMPLETE", posting.status());
        assertEquals(List.of("value-unusable"), posting.codes());
        assertEquals(Optional.empty(), posting.due());
        assertEquals(List.of("RECORDED", "INCOMPLETE"), posting.history());
        assertEquals(0, firm.receipts());

        assertEquals("DONE", postings.post(posting.id()).outcome());
        assertEquals("POSTED", postings.get(posting.id()).status());
    }

    @Test
    void the_loser_of_a_deadlock_is_tried_again_and_posted() {
        firm.misbehave("DEADLOCK_ONCE", true);

        Recorded posting = postings.submit(Payment.ofInvoice("a", "I1", "50.00"));

        assertEquals("POSTED", posting.status());
        assertEquals(List.of("RECORDED", "POSTED"), posting.history());
    }

    @Test
    void a_closed_period_refuses_until_a_later_book_date_is_given() {
        Recorded posting = postings.submit(Payment.ofInvoice("a", "I1", "50.00").date(LocalDate.of(2025, 12, 31)));

        assertEquals("INCOMPLETE", posting.status());
        assertEquals(List.of("period-closed"), posting.codes());
        assertTrue(posting.reasons().get(0).detail().contains("2025-12-31"), posting.reasons()::toString);

        assertEquals(
                "DONE",
                postings.post(posting.id(), Optional.empty(), Optional.of(LocalDate.of(2026, 1, 1)))
                        .outcome());
        Recorded posted = postings.get(posting.id());
        assertEquals("POSTED", posted.status());
        assertEquals(Optional.of(LocalDate.of(2026, 1, 1)), posted.bookDate());
    }

    @Test
    void a_reversal_on_a_closed_day_is_refused_and_changes_nothing() {
        Recorded posting = postings.submit(Payment.ofInvoice("a", "I1", "50.00"));

        Postings.Move answer = postings.reverseOn(posting.id(), LocalDate.of(2025, 6, 30));

        assertEquals("REFUSED", answer.outcome());
        assertEquals(Optional.of("period-closed"), answer.code());
        assertEquals(posting, postings.get(posting.id()));
        assertEquals(new BigDecimal("50.00"), firm.balance("I1"));
    }

    @Test
    void a_refusal_that_comes_after_somebody_posted_it_changes_nothing() {
        Recorded posting = postings.submit(Payment.ofInvoice("a", "I1", "50.00"));

        assertEquals(
                "UNCHANGED",
                postings.refuse(posting.id(), "books-refused", "Late.", Optional.empty())
                        .outcome());
        assertEquals(posting, postings.get(posting.id()));
    }

    @Test
    void a_refusal_of_an_unknown_or_removed_posting_says_so() {
        Recorded removed = postings.submit(Payment.of("a", "50.00"));
        postings.remove(removed.id(), Optional.empty());

        assertEquals(
                "NOT_ALLOWED",
                postings.refuse(removed.id(), "books-refused", "Late.", Optional.empty())
                        .outcome());
        assertEquals(
                "NOT_FOUND",
                postings.refuse("po-none", "books-refused", "Late.", Optional.empty())
                        .outcome());
    }
}
