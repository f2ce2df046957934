package com.clientpay.connect.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.clientpay.connect.books.Invoice;
import com.clientpay.connect.posting.AllocationSuggestion.Share;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllocationSuggestionTest {

    private static Invoice invoice(String id, String number, String date, String balance, String pending) {
        BigDecimal open = new BigDecimal(balance);
        return new Invoice(
                id,
                number,
                "m",
                "10001-0001",
                "Matter",
                "c",
                "10001",
                "Client",
                LocalDate.parse(date),
                new BigDecimal("999.00"),
                open,
                new BigDecimal(pending),
                open.signum() > 0);
    }

    private static Share share(String id, String number, String amount) {
        return new Share(id, number, new BigDecimal(amount));
    }

    private static AllocationSuggestion suggest(String amount, Invoice... invoices) {
        return AllocationSuggestion.of(new BigDecimal(amount), List.of(invoices));
    }

    @Test
    void the_oldest_invoice_is_paid_first_then_by_number_and_id() {
        AllocationSuggestion suggestion = suggest(
                "100.00",
                invoice("4", "N3", "2026-02-01", "10.00", "0.00"),
                invoice("3", "N2", "2026-01-01", "20.00", "0.00"),
                invoice("2", "N1", "2026-01-01", "30.00", "0.00"),
                invoice("1", "N2", "2026-01-01", "40.00", "0.00"));
        assertEquals(
                List.of(
                        share("2", "N1", "30.00"),
                        share("1", "N2", "40.00"),
                        share("3", "N2", "20.00"),
                        share("4", "N3", "10.00")),
                suggestion.allocations());
        assertEquals(new BigDecimal("0.00"), suggestion.rest());
    }

    @Test
    void the_last_invoice_gets_what_is_left_and_later_ones_nothing() {
        AllocationSuggestion suggestion = suggest(
                "50.00",
                invoice("1", "N1", "2026-01-01", "30.00", "0.00"),
                invoice("2", "N2", "2026-01-02", "30.00", "0.00"),
                invoice("3", "N3", "2026-01-03", "30.00", "0.00"));
        assertEquals(List.of(share("1", "N1", "30.00"), share("2", "N2", "20.00")), suggestion.allocations());
        assertEquals(new BigDecimal("0.00"), suggestion.rest());
    }

    @Test
    void what_no_invoice_takes_is_the_rest() {
        AllocationSuggestion suggestion = suggest("50.00", invoice("1", "N1", "2026-01-01", "30.00", "0.00"));
        assertEquals(new BigDecimal("20.00"), suggestion.rest());
    }

    @Test
    void what_pending_postings_would_take_is_left_to_them() {
        AllocationSuggestion suggestion = suggest(
                "50.00",
                invoice("1", "N1", "2026-01-01", "30.00", "10.00"),
                invoice("2", "N2", "2026-01-02", "30.00", "30.00"),
                invoice("3", "N3", "2026-01-03", "30.00", "45.00"),
                invoice("4", "N4", "2026-01-04", "0.00", "0.00"));
        assertEquals(List.of(share("1", "N1", "20.00")), suggestion.allocations());
        assertEquals(new BigDecimal("30.00"), suggestion.rest());
    }
}
