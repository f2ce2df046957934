package com.clientpay.connect.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.clientpay.connect.database.Contract;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PurgeTest extends ContractTest {
    private static final Instant OLD = Instant.parse("2026-01-15T12:00:00Z");
    private static final Instant LIMIT = Instant.parse("2026-02-01T00:00:00Z");

    @BeforeEach
    void invoice() {
        firm.invoice("I1", "2001", "100.00");
    }

    @Test
    void payers_of_old_final_postings_are_blanked_once_and_everything_else_stays() {
        Payment payment = Payment.ofInvoice("a", "I1", "10.00");
        String id = postings.record(payment, OLD).postingId();
        postings.post(id);
        Recorded posted = postings.get(id);

        assertEquals(1, purge());

        Recorded purged = postings.get(id);
        assertEquals(Optional.of("Payer of pay-a"), posted.payerName());
        assertEquals(Optional.empty(), purged.payerName());
        assertEquals(List.of("RECORDED", "POSTED", "PURGED"), purged.history());
        assertEquals(posted.version() + 1, purged.version());
        assertEquals(posted.allocations(), purged.allocations());
        assertEquals(
                List.of("0"),
                contract.query("SELECT COUNT(*) FROM clientpay_internal.Posting"
                        + " WHERE PayerEmail IS NOT NULL OR Fields IS NOT NULL"));
        assertEquals("REPLAYED", postings.record(payment).outcome());
        assertEquals("PAYMENT_RECORDED", postings.record(payment.key("other")).outcome());
        assertEquals(0, purge());
        assertEquals(purged, postings.get(id));
    }

    @Test
    void removed_and_reversed_postings_are_final_too() {
        String removed =
                postings.record(Payment.ofInvoice("a", "I1", "10.00"), OLD).postingId();
        postings.remove(removed, Optional.empty());
        String reversed =
                postings.record(Payment.ofInvoice("b", "I1", "10.00"), OLD).postingId();
        postings.post(reversed);
        postings.reverse(reversed, Optional.empty(), "REFUND");

        assertEquals(2, purge());
    }

    @Test
    void a_removed_posting_is_reopened_after_its_payer_was_blanked_as_before() {
        String id = postings.record(Payment.ofInvoice("a", "I1", "10.00"), OLD).postingId();
        postings.remove(id, Optional.empty());
        purge();

        assertEquals("DONE", postings.reopen(id, Optional.empty()).outcome());
        assertEquals("UNCHANGED", postings.reopen(id, Optional.empty()).outcome());
    }

    @Test
    void postings_that_wait_and_recent_ones_keep_their_payers() {
        postings.record(Payment.ofInvoice("pending", "I1", "10.00"), OLD);
        String incomplete = postings.record(Payment.ofInvoice("incomplete", "I7", "10.00"), OLD)
                .postingId();
        postings.post(incomplete);
        String recent = postings.record(Payment.ofInvoice("recent", "I1", "10.00"), LIMIT)
                .postingId();
        postings.post(recent);

        assertEquals(0, purge());
        assertEquals(Optional.of("Payer of pay-recent"), postings.get(recent).payerName());
    }

    private long purge() {
        return contract.connector()
                .transaction(transaction -> transaction.one(
                        Contract.PURGE_PAYERS, row -> row.number("Purged"), LIMIT, "cli:admin", Postings.NOW));
    }
}
