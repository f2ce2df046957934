package com.clientpay.connect.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.contract.Batches.Line;
import com.clientpay.connect.database.BusyException;
import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A firm that takes receipts by its own import: queued, sealed into batches, answered. */
class BatchesTest extends ContractTest {
    private static final Optional<Long> ANY = Optional.empty();
    private static final LocalDate CLOSED_DAY = LocalDate.of(2025, 12, 31);

    private Batches batches;
    private Import firmsImport;

    @Override
    String pack() {
        return "reference-batch";
    }

    @BeforeEach
    void the_firm_has_an_import() {
        batches = new Batches(contract.connector());
        firmsImport = new Import(contract);
        firm.invoice("I1", "7001", "100.00");
        firm.invoice("I2", "7002", "M2", "50.00");
    }

    // ---- queued

    @Test
    void a_posting_is_queued_as_one_receipt_with_a_line_for_each_allocation() {
        Recorded queued =
                postings.submit(Payment.of("p", "70.00").invoice("I1", "40.00").invoice("I2", "30.00"));

        assertEquals("QUEUED", queued.status());
        assertEquals(List.of("RECORDED", "QUEUED"), queued.history());
        List<Line> lines = batches.waiting();
        assertEquals(
                List.of("POST 0 7001 10023-0001 10023 40.00", "POST 1 7002 10023-0002 10023 30.00"),
                lines.stream()
                        .map(line -> line.kind() + " " + line.position() + " "
                                + line.invoiceNumber().orElseThrow() + " "
                                + line.matterNumber().orElseThrow() + " "
                                + line.clientNumber().orElseThrow() + " " + line.amount())
                        .toList());
        assertEquals(lines.get(0).lineId(), lines.get(0).receiptKey());
        assertEquals(lines.get(0).receiptKey(), lines.get(1).receiptKey());
        assertEquals(Optional.of("Payer of pay-p"), lines.get(0).payor());
        assertEquals(lines, batches.ofPosting(queued.id()));
    }

    @Test
    void trust_and_unapplied_money_name_their_ledger_and_matter() {
        postings.submit(Payment.ofTrust("t", "5.00").trustLedger("T1", "5.00"));
        postings.submit(Payment.of("u", "6.00").matter("M2", "6.00"));

        List<Line> lines = batches.waiting();
        assertEquals(Optional.of("T1"), lines.get(0).trustLedgerId());
        assertEquals(Optional.of("10023-0001"), lines.get(0).matterNumber());
        assertEquals(Optional.of("10023-0002"), lines.get(1).matterNumber());
        assertEquals(Optional.empty(), lines.get(1).invoiceNumber());
    }

    @Test
    void what_is_queued_is_neither_in_the_books_nor_in_our_ledger() {
        postings.submit(Payment.ofInvoice("p", "I1", "40.00"));

        assertEquals(0, firm.receipts());
        assertEquals(new BigDecimal("100.00"), firm.balance("I1"));
        assertEquals(List.of(), reconciled(Payment.TODAY));
        assertEquals(List.of(), differences(Payment.TODAY));
    }

    @Test
    void what_is_queued_on_an_invoice_cannot_be_paid_once_more() {
        postings.submit(Payment.ofInvoice("first", "I1", "70.00"));

        assertEquals(
                List.of("over-balance 0"),
                postings.submit(Payment.ofInvoice("second", "I1", "40.00")).codes());
    }

    @Test
    void receipts_wait_in_the_order_in_which_they_were_queued_and_are_never_torn() {
        postings.submit(Payment.of("a", "3.00").invoice("I1", "1.00").invoice("I2", "2.00"));
        postings.submit(Payment.ofInvoice("b", "I1", "4.00"));

        assertEquals(2, batches.waiting(1).size());
        assertEquals(3, batches.waiting(2).size());
        assertEquals(List.of("LINES 2 " + Postings.NOW), batches.counts());
    }

    // ---- answered

    @Test
    void a_booked_receipt_is_posted_with_the_imports_receipt_and_day() {
        String id = postings.submit(Payment.ofInvoice("p", "I1", "40.00")).id();
        firmsImport.run(batches.written());

        assertEquals(List.of(id), batches.answered());
        Postings.Move answer = batches.take(id);

        assertEquals("DONE", answer.outcome());
        Recorded posted = postings.get(id);
        assertEquals("POSTED", posted.status());
        assertEquals(Optional.of(Payment.TODAY), posted.bookDate());
        assertTrue(posted.receipt().isPresent());
        assertEquals(List.of("RECORDED", "QUEUED", "POSTED"), posted.history());
        assertEquals(new BigDecimal("60.00"), firm.balance("I1"));
        assertEquals(List.of("OPER-1 1 40.00 1 40.00"), reconciled(Payment.TODAY));
        assertEquals(List.of(), differences(Payment.TODAY));
        assertEquals(List.of(), batches.answered());
    }

    @Test
    void an_import_that_books_on_another_day_decides_the_book_date() {
        String id = postings.submit(Payment.ofInvoice("p", "I1", "40.00")).id();
        long batch = batches.written();
        LocalDate later = Payment.TODAY.plusDays(3);
        contract.execute("UPDATE clientpay_internal.BatchLine SET BookDate = ?", later);
        firmsImport.run(batch);
        batches.take(id);

        assertEquals(Optional.of(later), postings.get(id).bookDate());
        assertEquals(List.of("OPER-1 1 40.00 1 40.00"), reconciled(later));
    }

    @Test
    void an_answer_that_is_not_taken_yet_is_a_difference_between_the_ledgers() {
        String id = postings.submit(Payment.ofInvoice("p", "I1", "40.00")).id();
        firmsImport.run(batches.written());

        assertEquals(List.of(id + " POST"), differences(Payment.TODAY));
        batches.take(id);
        assertEquals(List.of(), differences(Payment.TODAY));
    }

    @Test
    void an_invoice_that_was_paid_meanwhile_is_rejected_as_over_balance() {
        String id = postings.submit(Payment.ofInvoice("p", "I1", "40.00")).id();
        firm.takesPaymentItself("I1", "80.00");
        firmsImport.run(batches.written());

        rejected(id, "40.00");
    }

    @Test
    void an_invoice_that_has_gone_meanwhile_is_rejected() {
        String id = postings.submit(Payment.ofInvoice("p", "I1", "40.00")).id();
        firm.deletesInvoice("I1");
        firmsImport.run(batches.written());

        rejected(id, "7001");
    }

    @Test
    void a_closed_period_is_rejected() {
        Recorded recorded = postings.get(recordedOnly(Payment.ofInvoice("p", "I1", "40.00")));
        postings.post(recorded.id(), ANY, Optional.of(CLOSED_DAY));
        firmsImport.run(batches.written());

        rejected(recorded.id(), "closed");
    }

    @Test
    void a_receipt_is_rejected_as_a_whole() {
        String id = postings.submit(
                        Payment.of("p", "70.00").invoice("I1", "40.00").invoice("I2", "30.00"))
                .id();
        firm.takesPaymentItself("I2", "45.00");
        firmsImport.run(batches.written());

        rejected(id, "30.00");
        assertEquals(new BigDecimal("100.00"), firm.balance("I1"));
    }

    private void rejected(String id, String word) {
        assertEquals("DONE", batches.take(id).outcome());
        Recorded incomplete = postings.get(id);
        assertEquals("INCOMPLETE", incomplete.status());
        assertEquals(List.of("import-rejected"), incomplete.codes());
        assertTrue(
                incomplete.reasons().get(0).detail().contains(word),
                incomplete.reasons().get(0).detail());
        assertEquals(Optional.empty(), incomplete.bookDate());
        assertEquals(0, firm.receipts());
        assertEquals(
                List.of("REJECTED"),
                batches.ofPosting(id).stream()
                        .map(line -> line.answer().orElseThrow())
                        .distinct()
                        .toList());
    }

    @Test
    void a_rejected_posting_that_is_posted_again_is_another_receipt() {
        String id = postings.submit(Payment.ofInvoice("p", "I1", "40.00")).id();
        firm.takesPaymentItself("I1", "80.00");
        firmsImport.run(batches.written());
        batches.take(id);
        postings.reallocate(id, ANY, Payment.ofInvoice("p", "I2", "40.00"));

        assertEquals(Optional.of("QUEUED"), postings.post(id).status());
        assertEquals(List.of(), batches.answered(), "the first answer is not the second's");
        assertEquals("UNCHANGED", batches.take(id).outcome());
        List<Line> waiting = batches.waiting();
        assertEquals(2, waiting.get(0).handover());
        firmsImport.run(batches.written());
        assertEquals("DONE", batches.take(id).outcome());
        assertEquals("POSTED", postings.get(id).status());
        assertEquals(new BigDecimal("10.00"), firm.balance("I2"));
    }

    @Test
    void repeated_and_late_answers_change_nothing() {
        String booked = postings.submit(Payment.ofInvoice("b", "I1", "40.00")).id();
        String rejected = postings.submit(Payment.ofInvoice("r", "I2", "10.00")).id();
        firm.takesPaymentItself("I2", "45.00");
        firmsImport.run(batches.written());
        batches.take(booked);
        batches.take(rejected);
        Recorded posted = postings.get(booked);
        Recorded incomplete = postings.get(rejected);

        firmsImport.answer(booked, 1, "POST", 1, "REJECTED", Optional.empty());
        firmsImport.answer(rejected, 1, "POST", 1, "BOOKED", Optional.of(Payment.TODAY));

        assertEquals(List.of(), batches.answered());
        assertEquals("UNCHANGED", batches.take(booked).outcome());
        assertEquals("UNCHANGED", batches.take(rejected).outcome());
        assertEquals(posted, postings.get(booked));
        assertEquals(incomplete, postings.get(rejected));
    }

    @Test
    void what_the_import_has_booked_after_all_is_not_queued_once_more() {
        String id = postings.submit(Payment.ofInvoice("p", "I1", "40.00")).id();
        firm.takesPaymentItself("I1", "80.00");
        firmsImport.run(batches.written());
        batches.take(id);
        firmsImport.answer(id, 1, "POST", 1, "BOOKED", Optional.of(Payment.TODAY));
        postings.reallocate(id, ANY, Payment.ofInvoice("p", "I2", "40.00"));

        Postings.Move refused = postings.post(id);

        assertEquals("REFUSED", refused.outcome());
        assertEquals(Optional.of("books-refused"), refused.code());
        assertEquals("INCOMPLETE", postings.get(id).status());
        assertEquals(List.of(), batches.waiting());
    }

    @Test
    void of_two_answers_the_one_that_the_books_have_it_counts() {
        String id = postings.submit(Payment.ofInvoice("p", "I1", "40.00")).id();
        long batch = batches.written();
        firmsImport.answer(id, 1, "POST", 1, "REJECTED", Optional.empty());
        firmsImport.run(batch);

        batches.take(id);
        assertEquals("POSTED", postings.get(id).status());
    }

    @Test
    void an_answer_to_an_older_attempt_is_ignored() {
        String id = postings.submit(Payment.ofInvoice("p", "I1", "40.00")).id();
        firmsImport.run(batches.written());
        batches.take(id);
        postings.reverse(id, ANY, "CORRECTION");
        firmsImport.run(batches.written());
        batches.take(id);
        postings.reopen(id, ANY);
        postings.post(id);

        assertEquals(2, postings.get(id).attempt());
        assertEquals(List.of(), batches.answered());
        assertEquals("UNCHANGED", batches.take(id).outcome());
        firmsImport.run(batches.written());
        batches.take(id);
        assertEquals("POSTED", postings.get(id).status());
        assertEquals(new BigDecimal("60.00"), firm.balance("I1"));
    }

    @Test
    void sixteen_connectors_take_an_answer_once() throws Exception {
        String id = postings.submit(Payment.ofInvoice("p", "I1", "40.00")).id();
        firmsImport.run(batches.written());

        List<String> outcomes = Together.call(16, caller -> batches.take(id).outcome());

        assertEquals(1, outcomes.stream().filter("DONE"::equals).count(), outcomes::toString);
        assertEquals(15, outcomes.stream().filter("UNCHANGED"::equals).count(), outcomes::toString);
    }

    // ---- reversed

    @Test
    void a_reversal_is_queued_and_booked_by_the_import() {
        String id = posted();
        assertEquals(
                Optional.of("REVERSING"), postings.reverse(id, ANY, "REFUND").status());
        assertEquals(new BigDecimal("60.00"), firm.balance("I1"));
        assertEquals(
                List.of("REVERSE 1"),
                batches.waiting().stream()
                        .map(line -> line.kind() + " " + line.handover())
                        .toList());
        firmsImport.run(batches.written());
        assertEquals("DONE", batches.take(id).outcome());

        assertEquals("REVERSED", postings.get(id).status());
        assertEquals(
                List.of("RECORDED", "QUEUED", "POSTED", "REVERSING", "REVERSED"),
                postings.get(id).history());
        assertEquals(new BigDecimal("100.00"), firm.balance("I1"));
        assertEquals(List.of(), differences(Payment.TODAY));
    }

    @Test
    void a_reversal_names_the_receipt_of_its_attempt_that_was_booked() {
        String id = postings.submit(Payment.ofInvoice("p", "I1", "40.00")).id();
        batches.written();
        firmsImport.answer(id, 1, "POST", 1, "REJECTED", Optional.empty());
        batches.take(id);
        postings.post(id);
        firmsImport.run(batches.written());
        batches.take(id);
        postings.reverse(id, ANY, "CORRECTION");

        Batches.Line reversal = batches.waiting().get(0);
        List<Batches.Line> receipts = batches.ofPosting(id);
        assertEquals(
                List.of("POST REJECTED", "POST BOOKED", "REVERSE "),
                receipts.stream()
                        .map(line -> line.kind() + " " + line.answer().orElse(""))
                        .toList());
        Batches.Line booked = receipts.get(1);
        assertEquals(Optional.of(booked.receiptKey()), reversal.originalReceiptKey());
        assertEquals(Optional.empty(), booked.originalReceiptKey());

        long batch = batches.written();
        assertEquals(
                Optional.of(booked.receiptKey()), batches.ofBatch(batch).get(0).originalReceiptKey());
        firmsImport.run(batch);
        batches.take(id);
        postings.reopen(id, ANY);
        postings.post(id);
        firmsImport.run(batches.written());
        batches.take(id);
        postings.reverse(id, ANY, "REFUND");
        receipts = batches.ofPosting(id);
        assertEquals(
                Optional.of(receipts.get(3).receiptKey()),
                batches.waiting().get(0).originalReceiptKey(),
                "of the second attempt");
    }

    @Test
    void a_reversal_that_the_import_rejects_leaves_it_posted_and_can_be_tried_again() {
        String id = trustPosted();
        firm.paysFromTrust("T1", "30.00");
        postings.reverse(id, ANY, "CORRECTION");
        firmsImport.run(batches.written());
        assertEquals(Optional.of("POSTED"), batches.take(id).status());
        Recorded still = postings.get(id);
        assertEquals("POSTED", still.status());
        assertEquals("REVERSAL_REJECTED", still.history().get(still.history().size() - 1));
        assertTrue(still.events()
                .get(still.events().size() - 1)
                .detail()
                .orElseThrow()
                .contains("40.00"));
        assertEquals("UNCHANGED", batches.take(id).outcome());

        firm.paysFromTrust("T1", "-30.00");
        assertEquals(
                Optional.of("REVERSING"),
                postings.reverse(id, ANY, "CORRECTION").status());
        assertEquals(2, batches.waiting().get(0).handover());
        assertEquals("UNCHANGED", batches.take(id).outcome(), "the first answer is not the second's");
        firmsImport.run(batches.written());
        batches.take(id);
        assertEquals("REVERSED", postings.get(id).status());
        assertEquals("DONE", postings.reopen(id, ANY).outcome(), "it was reversed as a correction");
    }

    private String posted() {
        String id = postings.submit(Payment.ofInvoice("p", "I1", "40.00")).id();
        firmsImport.run(batches.written());
        batches.take(id);
        return id;
    }

    private String trustPosted() {
        String id = postings.submit(Payment.ofTrust("t", "40.00").trustLedger("T1", "40.00"))
                .id();
        firmsImport.run(batches.written());
        batches.take(id);
        return id;
    }

    // ---- batches

    @Test
    void one_transaction_at_a_time_writes_batches_and_nobody_waits_for_it() {
        Database other = contract.connector();
        contract.connector().transaction(first -> {
            assertEquals("DONE", first.one(Contract.LOCK_BATCHES, row -> row.text("Outcome")));
            assertEquals(
                    "TAKEN",
                    other.<String>transaction(second -> second.one(Contract.LOCK_BATCHES, row -> row.text("Outcome"))));
            return null;
        });
        assertEquals(
                "DONE",
                other.<String>transaction(second -> second.one(Contract.LOCK_BATCHES, row -> row.text("Outcome"))));
    }

    @Test
    void a_batch_is_sealed_with_its_lines_and_its_exact_content() {
        postings.submit(Payment.of("a", "70.00").invoice("I1", "40.00").invoice("I2", "30.00"));
        long number = batches.seal();

        assertEquals(1, number);
        assertEquals("SEALED 1 2 70.00 1", batches.get(number));
        assertEquals(Optional.of("Content of 1"), batches.content(number));
        assertEquals(List.of(), batches.waiting());
        assertEquals(2, batches.ofBatch(number).size());
        assertEquals(List.of("SEALED 1 " + Postings.NOW), batches.counts());
        assertEquals(List.of(1L), batches.list(true));
    }

    @Test
    void a_line_is_sealed_once() {
        postings.submit(Payment.ofInvoice("p", "I1", "40.00"));
        List<Line> lines = batches.waiting();
        batches.seal(lines);

        assertThrows(BusyException.class, () -> batches.seal(lines), "as long as it is tried, its lines do not wait");
        assertEquals(List.of(1L), batches.list(false), "the second batch is rolled back");
    }

    @Test
    void a_state_is_set_only_from_the_state_expected() {
        postings.submit(Payment.ofInvoice("p", "I1", "40.00"));
        long number = batches.seal();

        assertEquals("CHANGED_MEANWHILE", batches.set(number, "WRITING", "WRITTEN"));
        assertEquals("DONE", batches.set(number, "SEALED", "WRITING"));
        assertEquals("CHANGED_MEANWHILE", batches.set(number, "SEALED", "WRITING"));
        assertEquals("DONE", batches.set(number, "WRITING", "WRITTEN"));
        assertEquals(List.of(), batches.list(true));
        assertEquals(List.of(number), batches.list(false));
        assertEquals(List.of(), batches.counts());
    }

    @Test
    void a_batch_is_not_written_when_the_import_knows_one_of_its_lines() {
        String id = postings.submit(Payment.ofInvoice("p", "I1", "40.00")).id();
        long number = batches.seal();
        firmsImport.answer(id, 1, "POST", 1, "REJECTED", Optional.empty());
        batches.take(id);

        assertEquals("ANSWERED", batches.set(number, "SEALED", "WRITING"));
        assertEquals("SEALED 1 1 40.00 0", batches.get(number));
    }

    @Test
    void an_unknown_batch_was_written_when_the_import_answers_one_of_its_lines() {
        String id = postings.submit(Payment.ofInvoice("p", "I1", "40.00")).id();
        long number = batches.seal();
        batches.set(number, "SEALED", "WRITING");
        batches.set(number, "WRITING", "UNKNOWN");
        assertEquals(List.of("UNKNOWN 1 " + Postings.NOW), batches.counts());
        firmsImport.run(number);
        batches.take(id);

        assertEquals("WRITTEN 1 1 40.00 0", batches.get(number));
    }

    @Test
    void an_unknown_batch_that_was_written_waits_for_its_answers() {
        postings.submit(Payment.ofInvoice("p", "I1", "40.00"));
        long number = unknown();

        assertEquals("DONE WRITTEN", batches.resolve(number, true));
        assertEquals("UNCHANGED WRITTEN", batches.resolve(number, true));
        assertEquals("NOT_ALLOWED WRITTEN", batches.resolve(number, false));
        assertEquals("NOT_FOUND", batches.resolve(99, true));
        assertEquals(List.of(), batches.waiting());
    }

    @Test
    void the_lines_of_a_batch_that_was_never_written_go_into_the_next_one() {
        String id = postings.submit(Payment.ofInvoice("p", "I1", "40.00")).id();
        List<Line> lines = batches.waiting();
        long number = unknown();

        assertEquals("DONE ABANDONED", batches.resolve(number, false));
        assertEquals(lines, batches.waiting());
        long next = batches.written();
        assertEquals(number + 1, next);
        firmsImport.run(next);
        batches.take(id);
        assertEquals("POSTED", postings.get(id).status());
    }

    @Test
    void a_sealed_batch_can_be_abandoned_but_not_called_written() {
        postings.submit(Payment.ofInvoice("p", "I1", "40.00"));
        long number = batches.seal();

        assertEquals("NOT_ALLOWED SEALED", batches.resolve(number, true));
        assertEquals("DONE ABANDONED", batches.resolve(number, false));
        assertEquals(1, batches.waiting().size());
    }

    private long unknown() {
        long number = batches.seal();
        batches.set(number, "SEALED", "WRITING");
        batches.set(number, "WRITING", "UNKNOWN");
        return number;
    }

    @Test
    void a_receipt_that_no_file_can_show_is_taken_back() {
        String id = postings.submit(Payment.ofInvoice("p", "I1", "40.00")).id();
        Line line = batches.waiting().get(0);

        assertEquals("DONE", batches.refuse(line, "The payor is too long.").outcome());
        assertEquals("INCOMPLETE", postings.get(id).status());
        assertEquals("The payor is too long.", postings.get(id).reasons().get(0).detail());
        assertEquals(List.of(), batches.waiting());
        assertEquals("UNCHANGED", batches.refuse(line, "Again.").outcome());
        postings.post(id);
        assertEquals(2, batches.waiting().get(0).handover());
        assertEquals("UNCHANGED", batches.refuse(line, "The first.").outcome());
    }

    @Test
    void a_sealed_receipt_is_not_taken_back() {
        postings.submit(Payment.ofInvoice("p", "I1", "40.00"));
        Line line = batches.waiting().get(0);
        batches.seal();

        assertEquals("UNCHANGED", batches.refuse(line, "Too late.").outcome());
    }

    @Test
    void a_purge_blanks_payors_and_the_content_of_files_with_no_others() {
        postings.submit(Payment.ofInvoice("p", "I1", "40.00"));
        long done = batches.written();
        firmsImport.run(done);
        batches.answered().forEach(batches::take);
        postings.submit(Payment.ofInvoice("q", "I2", "10.00"));
        long waiting = batches.written();

        long purged = contract.connector()
                .transaction(transaction -> transaction.one(
                        Contract.PURGE_BATCHES, row -> row.number("Purged"), Postings.NOW.plusSeconds(1)));

        assertEquals(1, purged);
        assertEquals(Optional.empty(), batches.content(done));
        assertEquals(Optional.empty(), batches.ofBatch(done).get(0).payor());
        assertTrue(batches.content(waiting).isPresent());
        assertTrue(batches.ofBatch(waiting).get(0).payor().isPresent());
    }

    // ---- helpers

    private String recordedOnly(Payment payment) {
        return postings.record(payment).postingId();
    }

    /** Bank account, our postings and sum, the books' postings and sum. */
    private List<String> reconciled(LocalDate day) {
        return contract.connector()
                .list(
                        Contract.RECONCILE,
                        row -> row.text("BankAccountId") + " " + row.number("OurPostings") + " "
                                + row.money("OurAmount") + " " + row.number("BooksPostings") + " "
                                + row.money("BooksAmount"),
                        day);
    }

    private List<String> differences(LocalDate day) {
        return contract.connector()
                .list(Contract.RECONCILE_DIFFERENCES, row -> row.text("PostingId") + " " + row.text("Kind"), day);
    }
}
