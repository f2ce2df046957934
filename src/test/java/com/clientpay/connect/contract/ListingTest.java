package com.clientpay.connect.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.ProcedureException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Twelve payments, p0 to p11, an hour apart but for p4 and p5, which were recorded at the same moment: of each three one is
 * posted, one incomplete, one pending. p6 and later are trust money.
 */
class ListingTest extends ContractTest {
    private static final int PAYMENTS = 12;
    private static final Instant FIRST = Instant.parse("2026-10-01T00:00:00Z");

    private final Map<String, String> names = new HashMap<>();
    private final List<String> newestFirst = new ArrayList<>();
    private Database connector;

    private record Filter(
            String statuses, String text, String paymentId, String merchantAccountId, Instant from, Instant before) {
        static final Filter NONE = new Filter(null, null, null, null, null, null);

        Filter statuses(String value) {
            return new Filter(value, text, paymentId, merchantAccountId, from, before);
        }

        Filter text(String value) {
            return new Filter(statuses, value, paymentId, merchantAccountId, from, before);
        }

        Filter payment(String value) {
            return new Filter(statuses, text, value, merchantAccountId, from, before);
        }

        Filter merchantAccount(String value) {
            return new Filter(statuses, text, paymentId, value, from, before);
        }

        Filter between(Instant begin, Instant end) {
            return new Filter(statuses, text, paymentId, merchantAccountId, begin, end);
        }
    }

    @BeforeEach
    void payments() {
        connector = contract.connector();
        firm.invoice("I1", "2001", "100.00");
        for (int i = 0; i < PAYMENTS; i++) {
            Payment payment = i < 6
                    ? Payment.of("p" + i, "1.00").invoice(i % 3 == 1 ? "I7" : "I1", "1.00")
                    : Payment.ofTrust("p" + i, "1.00").trustLedger(i % 3 == 1 ? "T7" : "T1", "1.00");
            String id = postings.record(payment, at(i)).postingId();
            if (i % 3 == 2) {
                postings.resolve(id);
            } else {
                postings.post(id);
            }
            names.put(id, "p" + i);
            newestFirst.add(0, id);
        }
        if (newestFirst.get(6).compareTo(newestFirst.get(7)) < 0) {
            Collections.swap(newestFirst, 6, 7);
        }
    }

    private static Instant at(int payment) {
        return FIRST.plus(Duration.ofHours(payment == 5 ? 4 : payment));
    }

    @Test
    void without_filters_all_are_listed_newest_first() {
        assertEquals(newestFirst.stream().map(names::get).toList(), slice(Filter.NONE, 50));
    }

    @Test
    void each_posting_is_listed_with_all_that_belongs_to_it() {
        for (Recorded listed : page(Filter.NONE, Optional.empty(), 50)) {
            assertEquals(postings.get(listed.id()), listed);
        }
    }

    @Test
    void slices_of_any_size_follow_each_other_without_gap_or_repeat() {
        for (int limit : new int[] {1, 5, 6, 7, 11, 12}) {
            assertEquals(slice(Filter.NONE, 50), paged(Filter.NONE, limit), "slices of " + limit);
            Filter open = Filter.NONE.statuses("PENDING INCOMPLETE");
            assertEquals(slice(open, 50), paged(open, limit), "slices of " + limit);
            Filter text = Filter.NONE.text("pay-p");
            assertEquals(slice(text, 50), paged(text, limit), "slices of " + limit);
        }
    }

    @Test
    void one_status_several_and_none_that_occurs() {
        assertEquals(List.of("p9", "p6", "p3", "p0"), slice(Filter.NONE.statuses("POSTED"), 50));
        assertEquals(8, slice(Filter.NONE.statuses("POSTED PENDING"), 50).size());
        assertEquals(List.of("p11", "p10", "p8"), slice(Filter.NONE.statuses("PENDING INCOMPLETE"), 3));
        assertEquals(List.of(), slice(Filter.NONE.statuses("REMOVED QUEUED"), 50));
    }

    @Test
    void by_payment_byte_by_byte() {
        assertEquals(List.of("p1"), slice(Filter.NONE.payment("pay-p1"), 50));
        assertEquals(List.of(), slice(Filter.NONE.payment("PAY-P1"), 50));
        assertEquals(List.of(), slice(Filter.NONE.payment("pay-p1").statuses("POSTED"), 50));
    }

    @Test
    void by_merchant_account_with_and_without_status() {
        assertEquals(6, slice(Filter.NONE.merchantAccount("trust"), 50).size());
        assertEquals(
                List.of("p9", "p6"), slice(Filter.NONE.merchantAccount("trust").statuses("POSTED"), 50));
        assertEquals(List.of(), slice(Filter.NONE.merchantAccount("other"), 50));
    }

    @Test
    void by_time_the_begin_included_and_the_end_not() {
        assertEquals(List.of("p3", "p2"), slice(Filter.NONE.between(at(2), at(4)), 50));
        assertEquals(List.of("p11"), slice(Filter.NONE.between(at(11), null), 50));
        assertEquals(List.of("p0"), slice(Filter.NONE.between(null, at(1)), 50));
        assertEquals(List.of("p3"), slice(Filter.NONE.between(at(2), at(4)).statuses("POSTED"), 50));
    }

    @Test
    void by_the_start_of_id_payment_reference_or_payer() {
        String id = newestFirst.get(3);
        assertEquals(List.of(names.get(id)), slice(Filter.NONE.text(id.substring(0, 20)), 50));
        assertEquals(List.of("p11", "p10", "p1"), slice(Filter.NONE.text("pay-p1"), 50));
        assertEquals(List.of("p11", "p10", "p1"), slice(Filter.NONE.text("Reference of pay-p1"), 50));
        assertEquals(List.of("p11", "p10", "p1"), slice(Filter.NONE.text("payer of PAY-P1"), 50), "in any case");
        assertEquals(List.of("p10", "p1"), slice(Filter.NONE.text("pay-p1").statuses("INCOMPLETE"), 50));
        assertEquals(List.of(), slice(Filter.NONE.text("%"), 50));
        assertEquals(List.of(), slice(Filter.NONE.text("ay-p1"), 50));
    }

    @Test
    void a_text_that_very_many_begin_with_is_listed_newest_first_too_and_not_counted() {
        LocalDateTime recorded = LocalDateTime.of(2026, 9, 1, 0, 0);
        String columns =
                "BodyHash, BodyVersion, MerchantAccountId, Amount, PaymentDate, Reference, Status, StatusSince,"
                        + " Attempt, Version, CreatedAt";
        contract.execute(
                "INSERT INTO clientpay_internal.Posting (PostingId, IdempotencyKey, PaymentId, " + columns + ")"
                        + " VALUES ('bulk', 'bulk', 'bulk', 'hash', 1, 'operating', 1.00, ?, 'Bulk', 'REMOVED', ?, 1, 1, ?)",
                recorded.toLocalDate(),
                recorded,
                recorded);
        for (char letter = 'a'; letter <= 'o'; letter++) { // each time twice as many: 32,768
            contract.execute("INSERT INTO clientpay_internal.Posting (PostingId, IdempotencyKey, PaymentId, " + columns
                    + ") SELECT CONCAT(PostingId, '" + letter + "'), CONCAT(IdempotencyKey, '" + letter
                    + "'), CONCAT(PaymentId, '" + letter + "'), " + columns
                    + " FROM clientpay_internal.Posting WHERE Reference = 'Bulk'");
        }

        List<String> first = page(Filter.NONE.text("Bulk"), Optional.empty(), 3).stream()
                .map(Recorded::id)
                .toList();
        assertEquals(List.of("bulko", "bulkno", "bulkn"), first);
        assertEquals(Map.of("REMOVED", 32_768L), counts(Filter.NONE.between(null, at(0).minusSeconds(1))));
        ProcedureException refused = assertThrows(ProcedureException.class, () -> counts(Filter.NONE.text("Bulk")));
        assertEquals(ProcedureException.SEARCH_TOO_WIDE, refused.number());
    }

    @Test
    void counts_are_by_status_and_follow_the_filters() {
        assertEquals(Map.of("POSTED", 4L, "INCOMPLETE", 4L, "PENDING", 4L), counts(Filter.NONE));
        assertEquals(
                Map.of("POSTED", 2L, "INCOMPLETE", 2L, "PENDING", 2L), counts(Filter.NONE.merchantAccount("trust")));
        assertEquals(Map.of("INCOMPLETE", 1L), counts(Filter.NONE.payment("pay-p1")));
        assertEquals(Map.of("INCOMPLETE", 2L, "PENDING", 1L), counts(Filter.NONE.text("pay-p1")));
        assertEquals(Map.of("PENDING", 1L, "POSTED", 1L), counts(Filter.NONE.between(at(2), at(4))));
        assertEquals(Map.of(), counts(Filter.NONE.merchantAccount("other")));
    }

    @Test
    void what_was_interrupted_is_listed_oldest_first_until_it_is_done() {
        String post =
                postings.record(Payment.ofInvoice("late", "I1", "1.00"), at(21)).postingId();
        firm.automaticPosting(false);
        String resolve = postings.record(Payment.ofInvoice("early", "I1", "1.00"), at(20))
                .postingId();

        assertEquals(List.of(resolve + " RESOLVE", post + " POST"), due(at(22), 10));
        assertEquals(List.of(resolve + " RESOLVE"), due(at(22), 1));
        assertEquals(List.of(resolve + " RESOLVE"), due(at(21), 10));
        postings.resolve(resolve);
        postings.post(post);
        assertEquals(List.of(), due(at(22), 10));
    }

    @Test
    void what_waits_for_a_repair_or_an_import_is_counted_with_the_oldest() {
        firm.change("UPDATE clientpay_internal.Posting SET Status = 'QUEUED' WHERE PaymentId IN ('pay-p2', 'pay-p5')");
        Instant now = Postings.NOW;

        assertEquals(
                List.of("INCOMPLETE 4 " + now, "QUEUED 2 " + at(2)),
                connector.list(
                        Contract.COUNT_WAITING_POSTINGS,
                        row -> row.text("Status") + " " + row.number("Postings") + " " + row.instant("Oldest"),
                        now.plusSeconds(1)));
        assertEquals(
                List.of("QUEUED 2"),
                connector.list(
                        Contract.COUNT_WAITING_POSTINGS,
                        row -> row.text("Status") + " " + row.number("Postings"),
                        now));
    }

    private List<String> due(Instant before, int limit) {
        return connector.list(
                Contract.LIST_DUE_POSTINGS, row -> row.text("PostingId") + " " + row.text("Due"), before, limit);
    }

    private List<Recorded> page(Filter filter, Optional<Recorded> after, int limit) {
        Recorded.Reader reader = new Recorded.Reader();
        connector.list(
                Contract.LIST_POSTINGS,
                reader::read,
                filter.statuses,
                filter.text,
                filter.paymentId,
                filter.merchantAccountId,
                filter.from,
                filter.before,
                after.map(Recorded::createdAt),
                after.map(Recorded::id),
                limit);
        return reader.postings();
    }

    private List<String> slice(Filter filter, int limit) {
        return page(filter, Optional.empty(), limit).stream()
                .map(posting -> names.get(posting.id()))
                .toList();
    }

    private List<String> paged(Filter filter, int limit) {
        List<String> all = new ArrayList<>();
        Optional<Recorded> after = Optional.empty();
        do {
            List<Recorded> page = page(filter, after, limit);
            page.forEach(posting -> all.add(names.get(posting.id())));
            after = page.isEmpty() ? Optional.empty() : Optional.of(page.get(page.size() - 1));
        } while (after.isPresent());
        return all;
    }

    private Map<String, Long> counts(Filter filter) {
        Map<String, Long> counts = new HashMap<>();
        connector.list(
                Contract.COUNT_POSTINGS,
                row -> counts.put(row.text("Status"), row.number("Postings")),
                filter.text,
                filter.paymentId,
                filter.merchantAccountId,
                filter.from,
                filter.before);
        return counts;
    }
}
