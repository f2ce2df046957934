package com.clientpay.connect.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PostingTest extends ContractTest {

    @Test
    void a_payment_of_an_invoice_is_posted_and_reduces_its_balance() {
        firm.invoice("I1", "2001", "100.00");

        Recorded posting = postings.submit(Payment.ofInvoice("a", "I1", "60.00"));

        assertEquals("POSTED", posting.status(), () -> posting.codes().toString());
        assertEquals(new BigDecimal("40.00"), firm.balance("I1"));
    }
}
