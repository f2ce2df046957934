package com.clientpay.connect.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.clientpay.connect.contract.Batches.Line;
import com.clientpay.connect.contract.Payment;
import com.clientpay.connect.contract.Recorded;
import com.clientpay.connect.database.Contract;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From queued to posted, by the import of each system: what it reports, and what the books show of it. */
class PackImportTest extends PackContractTest {

    @Test
    void a_posting_is_queued_as_one_receipt_with_a_line_for_each_allocation() {
        Recorded queued = queued(Payment.of("p", "30.00")
                .invoice(system.bill().id(), "10.00")
                .invoiceNumber(system.otherBill().number(), "20.00"));

        List<Line> lines = batches.waiting();
        assertEquals(
                List.of(line(0, system.bill(), "10.00"), line(1, system.otherBill(), "20.00")),
                lines.stream()
                        .map(line -> line.kind() + " " + line.position() + " "
                                + line.invoiceNumber().orElseThrow() + " "
                                + line.matterNumber().orElseThrow() + " "
                                + line.clientNumber().orElseThrow() + " " + line.amount())
                        .toList());
        assertEquals(lines.get(0).receiptKey(), lines.get(1).receiptKey());
        assertEquals(lines, batches.ofPosting(queued.id()));
    }

    private static String line(int position, SystemFirm.Bill bill, String amount) {
        return "POST " + position + " " + bill.number() + " " + bill.matterNumber() + " " + bill.clientNumber() + " "
                + amount;
    }

    @Test
    void what_is_queued_cannot_be_paid_once_more() {
        queued(ofBill("first", system.bill(), system.bill().balance()));

        Recorded second = postings.submit(ofBill("second", system.bill(), "0.01"));

        assertEquals(List.of("over-balance 0"), second.codes());
        assertTrue(
                second.reasons().get(0).detail().contains("waiting for the import"),
                second.reasons().get(0).detail());
    }

    @Test
    void a_receipt_that_is_reported_booked_is_posted_with_its_number_and_day() {
        String id = queued(ofBill("p", system.bill(), "10.00")).id();
        long batch = batches.written();
        assertEquals("WRITTEN 1 1 10.00 1", batches.get(batch));
        assertEquals(List.of(), batches.answered());
        report(id, "BOOKED", "");

        assertEquals(List.of(id), batches.answered());
        assertEquals("DONE", batches.take(id).outcome());

        Recorded posted = postings.get(id);
        assertEquals("POSTED", posted.status());
        assertEquals(Optional.of("R-" + receiptKey(id)), posted.receipt());
        assertEquals(Optional.of(Payment.TODAY.plusDays(1)), posted.bookDate());
        assertEquals(List.of("RECORDED", "QUEUED", "POSTED"), posted.history());
        assertEquals("WRITTEN 1 1 10.00 0", batches.get(batch));
    }

    @Test
    void a_receipt_that_is_reported_rejected_is_incomplete_with_the_report_s_words() {
        String id = queued(ofBill("p", system.bill(), "10.00")).id();
        batches.written();
        report(id, "REJECTED", "The matter is on hold.");
        batches.take(id);

        Recorded incomplete = postings.get(id);
        assertEquals("INCOMPLETE", incomplete.status());
        assertEquals(List.of("import-rejected"), incomplete.codes());
        assertTrue(
                incomplete.reasons().get(0).detail().contains("The matter is on hold."),
                incomplete.reasons()::toString);

        assertEquals(Optional.of("QUEUED"), postings.post(id).status());
        assertEquals(2, batches.waiting().get(0).handover());
        assertEquals(List.of(), batches.answered(), "the first report is not the second's");
    }

    @Test
    void of_two_reports_the_one_that_the_books_have_it_counts_and_a_late_one_stops_a_second_receipt() {
        String id = queued(ofBill("p", system.bill(), "10.00")).id();
        batches.written();
        report(id, "REJECTED", "No.");
        batches.take(id);
        report(id, "BOOKED", "");

        var refused = postings.post(id);

        assertEquals("REFUSED", refused.outcome());
        assertEquals(Optional.of("books-refused"), refused.code());
        assertEquals(List.of(), batches.waiting());
    }

    @Test
    void only_a_receipt_of_a_batch_file_can_be_reported() {
        String id = queued(ofBill("p", system.bill(), "10.00")).id();

        assertThrows(IllegalStateException.class, () -> report(id, "BOOKED", ""), "it is in no file yet");
        batches.written();
        assertThrows(IllegalStateException.class, () -> report(id, "PERHAPS", ""));
        report(id, "BOOKED", "");
        report(id, "BOOKED", "");
        assertEquals(List.of("1"), firm.query("SELECT COUNT(*) FROM clientpay_internal.ImportReport"));
    }

    @Test
    void once_the_system_has_booked_it_the_balance_is_the_lower_one() {
        String balance = system.bill().balance();
        String id = queued(ofBill("p", system.bill(), balance)).id();
        batches.written();
        firmWrites(system.takesPaymentItself(system.bill(), balance));
        assertEquals(
                List.of("over-balance 0"),
                postings.submit(ofBill("q", system.bill(), "0.01")).codes(),
                "booked and not yet reported");
        report(id, "BOOKED", "");
        batches.take(id);

        assertEquals(
                List.of("over-balance 0"),
                postings.submit(ofBill("r", system.bill(), "0.01")).codes());
    }

    // ---- what the books show of it

    @Test
    void a_receipt_that_the_books_show_is_posted_without_a_report() {
        String id = queued(ofBill("p", system.bill(), "10.00")).id();
        batches.written();
        firmWrites(booked(id, "10.00"));

        assertEquals(List.of(id), batches.answered());
        batches.take(id);
        Recorded posted = postings.get(id);
        assertEquals("POSTED", posted.status());
        assertEquals(Optional.of(Payment.TODAY.plusDays(1)), posted.bookDate());
        assertTrue(posted.receipt().isPresent());
    }

    @Test
    void what_the_books_show_is_compared_and_of_the_rest_it_is_said_that_it_is_not() {
        String shown = queued(ofBill("p", system.bill(), "10.00")).id();
        String reversed = queued(ofBill("q", system.otherBill(), "20.00")).id();
        batches.written();
        report(shown, "BOOKED", "");
        report(reversed, "BOOKED", "");
        batches.take(shown);
        batches.take(reversed);
        postings.reverse(reversed, ANY, "REFUND");
        batches.written();
        report(reversed, "BOOKED", "");
        batches.take(reversed);
        assertEquals("REVERSED", postings.get(reversed).status());

        assertEquals(
                List.of(
                        "POST 10.00 " + system.reconciled("POST"),
                        "POST 20.00 " + system.reconciled("POST"),
                        "REVERSE 20.00 " + system.reconciled("REVERSE")),
                differences());

        Optional<List<String>> books = system.booksImported(reference(receiptKey(shown)), system.bill(), "10.00");
        if (books.isPresent()) {
            firmWrites(books.get());
            assertEquals(
                    List.of("POST 20.00 " + system.reconciled("POST"), "REVERSE 20.00 " + system.reconciled("REVERSE")),
                    differences());
        }
    }

    /** Of the day on which the import books: what and how much by our ledger, and why it differs. */
    private List<String> differences() {
        return firm
                .connector()
                .list(
                        Contract.RECONCILE_DIFFERENCES,
                        row -> row.text("Kind") + " " + row.money("OurAmount") + " "
                                + (row.optionalMoney("BooksAmount").isPresent()
                                        ? "otherwise"
                                        : row.optionalText("BooksBankAccountId").isPresent() ? "not shown" : "missing"),
                        Payment.TODAY.plusDays(1))
                .stream()
                .sorted()
                .toList();
    }

    @Test
    void a_receipt_of_another_amount_is_not_taken_for_it() {
        String id = queued(ofBill("p", system.bill(), "10.00")).id();
        batches.written();
        firmWrites(booked(id, "9.99"));

        assertEquals(List.of(), batches.answered());
        assertEquals("UNCHANGED", batches.take(id).outcome());
        assertEquals("QUEUED", postings.get(id).status());
    }

    /** Somebody said that the file was never written, and was wrong. */
    @Test
    void a_receipt_of_an_abandoned_file_that_the_books_show_is_not_written_again() {
        String id = queued(ofBill("p", system.bill(), "10.00")).id();
        long batch = batches.seal();
        batches.set(batch, "SEALED", "WRITING");
        batches.set(batch, "WRITING", "UNKNOWN");
        assertEquals("DONE ABANDONED", batches.resolve(batch, false));
        assertEquals(1, batches.waiting().size());
        firmWrites(booked(id, "10.00"));

        assertEquals(List.of(id), batches.answered());
        batches.take(id);
        assertEquals("POSTED", postings.get(id).status());
        assertEquals(List.of(), batches.waiting());
    }

    private List<String> booked(String id, String amount) {
        Optional<List<String>> statements = system.booksImported(reference(receiptKey(id)), system.bill(), amount);
        assumeTrue(statements.isPresent(), "This pack cannot see receipts in the books: each is reported.");
        return statements.get();
    }
}
