package com.clientpay.connect.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the books show of a reversal, where they show any. */
class PackReversalsTest extends PackContractTest {

    @Test
    void a_reversal_that_was_booked_as_one_more_credit_is_neither_booked_nor_balanced() {
        assumeTrue(system.pack().equals("elite-enterprise"), "This pack cannot see reversals in the books.");
        String id = queued(ofBill("p", system.bill(), "10.00")).id();
        batches.written();
        firmWrites(booked(id, "10.00"));
        batches.take(id);
        postings.reverse(id, ANY, "REFUND");
        batches.written();

        firmWrites(booked(id, "10.00"));

        assertEquals(List.of(), batches.answered());
        assertEquals(List.of("POST 10.00", "REVERSE -10.00"), inTheBooks());

        firmWrites(List.of("UPDATE dbo.ledger SET lzero = 'R' WHERE ldocumnt = '" + reference(receiptKey(id)) + "'"));
        firmWrites(booked(id, "-10.00"));

        assertEquals(List.of(id), batches.answered());
        assertEquals(List.of("POST 10.00", "REVERSE 10.00"), inTheBooks());
        batches.take(id);
        assertEquals("REVERSED", postings.get(id).status());
    }

    private List<String> booked(String id, String amount) {
        return system.booksImported(reference(receiptKey(id)), system.bill(), amount)
                .orElseThrow();
    }

    private List<String> inTheBooks() {
        return firm.query("SELECT CONCAT(b.Kind, ' ', b.Amount) FROM clientpay_internal.MapBooked b ORDER BY b.Kind");
    }
}
