package com.clientpay.connect.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.http.FieldError;
import com.clientpay.connect.http.Json;
import com.clientpay.connect.http.Problem;
import com.clientpay.connect.http.Route;
import com.clientpay.connect.testfirm.Request;
import com.clientpay.connect.testfirm.TestFirm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ReconciliationTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-02");
    private static final LocalDate NEXT_DAY = DAY.plusDays(1);

    private final TestFirm firm = TestFirm.open();
    private final ReconciliationService service = new ReconciliationService(firm.database());
    private final List<Route> routes = new ReconciliationRoutes(service).routes();

    @AfterEach
    void close() {
        firm.close();
    }

    @Test
    void a_day_without_entries_is_balanced() {
        assertEquals(new Reconciliation(DAY, true, List.of(), List.of()), service.of(DAY));
    }

    @Test
    void postings_and_reversals_are_counted_and_summed_for_each_bank_account() {
        both("p-1", 1, "POST", "100", DAY, "10.00");
        both("p-2", 1, "POST", "100", DAY, "2.50");
        both("p-2", 1, "REVERSE", "100", DAY, "2.50");
        both("p-3", 1, "POST", "200", DAY, "99.99");
        both("p-4", 1, "POST", "200", NEXT_DAY, "7.00");

        Reconciliation reconciliation = service.of(DAY);

        assertTrue(reconciliation.balanced());
        Totals operating = new Totals(2, new BigDecimal("12.50"), 1, new BigDecimal("2.50"));
        Totals trust = new Totals(1, new BigDecimal("99.99"), 0, new BigDecimal("0.00"));
        assertEquals(
                List.of(
                        new ReconciledAccount("100", Optional.of("Operating"), operating, operating),
                        new ReconciledAccount("200", Optional.of("Client trust"), trust, trust)),
                reconciliation.accounts());
    }

    @Test
    void a_posting_that_the_books_do_not_have_is_named() {
        ours("p-1", 1, "POST", "100", DAY, "10.00");

        assertEquals(List.of("p-1/1 POST: The posting is not in the books."), differences());
        ReconciledAccount account = service.of(DAY).accounts().get(0);
        assertEquals(1, account.ours().postings());
        assertEquals(0, account.books().postings());
    }

    @Test
    void a_reversal_that_the_books_do_not_have_is_named() {
        both("p-1", 2, "POST", "100", DAY, "10.00");
        ours("p-1", 2, "REVERSE", "100", DAY, "10.00");

        assertEquals(List.of("p-1/2 REVERSE: The reversal is not in the books."), differences());
    }

    @Test
    void what_the_books_cannot_show_is_not_said_to_be_missing_and_not_said_to_be_right() {
        both("p-1", 1, "POST", "100", DAY, "10.00");
        ours("p-1", 1, "REVERSE", "100", DAY, "10.00");
        firm.execute("DROP VIEW clientpay_internal.MapBooked");
        firm.execute("""
                CREATE VIEW clientpay_internal.MapBooked AS
                SELECT PostingId, Attempt, Kind, BankAccountId, BookDate, Amount FROM firm.Receipt
                WHERE PostingId IS NOT NULL
                UNION ALL
                SELECT PostingId, Attempt, Kind, BankAccountId, BookDate, NULL FROM clientpay_internal.Effect
                WHERE Kind = 'REVERSE' AND NOT Outside""");

        Reconciliation reconciliation = service.of(DAY);

        assertFalse(reconciliation.balanced());
        assertEquals(
                List.of("p-1/1 REVERSE: Not compared: this system's tables do not show a reversal of this kind. Compare"
                        + " it with the system's own report."),
                differences());
        ReconciledAccount account = reconciliation.accounts().get(0);
        assertEquals(1, account.ours().reversals());
        assertEquals(0, account.books().reversals());
    }

    @Test
    void what_the_books_have_from_us_and_we_do_not_know_is_named() {
        books("p-9", 1, "POST", "100", DAY, "10.00");

        assertEquals(List.of("p-9/1 POST: The books have a posting that our ledger has not."), differences());
        Difference difference = service.of(DAY).differences().get(0);
        assertTrue(difference.ours().isEmpty());
        assertEquals(
                new Entry("100", DAY, new BigDecimal("10.00")),
                difference.books().orElseThrow());
    }

    @Test
    void another_amount_bank_account_or_date_is_named_with_both_values() {
        ours("p-1", 1, "POST", "100", DAY, "10.00");
        books("p-1", 1, "POST", "101", NEXT_DAY, "10.01");

        String expected =
                "p-1/1 POST: Not the same in the books: the amount is 10.01 instead of 10.00, the bank account"
                        + " is 101 instead of 100, the book date is 2026-11-03 instead of 2026-11-02.";
        assertEquals(List.of(expected), differences());
        assertEquals(
                List.of(expected),
                service.of(NEXT_DAY).differences().stream()
                        .map(ReconciliationTest::say)
                        .toList(),
                "the day of the books names it too");
    }

    @Test
    void what_the_books_have_twice_is_named() {
        both("p-1", 1, "POST", "100", DAY, "10.00");
        books("p-1", 1, "POST", "100", DAY, "10.00");

        assertEquals(
                List.of(
                        "p-1/1 POST: The books have the posting more than once.",
                        "p-1/1 POST: The books have the posting more than once."),
                differences());
        assertFalse(service.of(DAY).balanced());
    }

    @Test
    void a_reversal_made_outside_is_in_neither_ledger_and_no_difference() {
        both("p-1", 1, "POST", "100", DAY, "10.00");
        effect("p-1", 1, "REVERSE", true, "100", DAY, "10.00");

        Reconciliation reconciliation = service.of(DAY);

        assertTrue(reconciliation.balanced(), reconciliation.differences().toString());
        assertEquals(0, reconciliation.accounts().get(0).ours().reversals());
    }

    @Test
    void a_receipt_that_was_typed_in_is_none_of_ours() {
        firm.execute("""
                INSERT INTO firm.Receipt (Kind, BankAccountId, ReceiptDate, BookDate, Amount)
                VALUES ('POST', '100', ?, ?, 5.00)""", DAY, DAY);

        assertEquals(List.of(), service.of(DAY).accounts());
    }

    @Test
    void a_bank_account_that_is_gone_has_no_name() {
        ours("p-1", 1, "POST", "777", DAY, "10.00");

        assertTrue(service.of(DAY).accounts().get(0).bankAccountName().isEmpty());
    }

    @Test
    void the_answer_shows_both_sides() {
        ours("p-1", 1, "POST", "100", DAY, "10.00");

        JsonNode answer = Request.json(Request.of(routes, "GET", "/v1/reconciliation")
                .parameter("date", "2026-11-02")
                .send());

        assertEquals(Json.read("""
                        {"date": "2026-11-02", "balanced": false,
                         "accounts": [{"bankAccountId": "100", "bankAccountName": "Operating",
                           "ours": {"postings": 1, "amount": "10.00", "reversals": 0, "reversed": "0.00"},
                           "books": {"postings": 0, "amount": "0.00", "reversals": 0, "reversed": "0.00"}}],
                         "differences": [{"postingId": "p-1", "attempt": 1, "kind": "POST",
                           "detail": "The posting is not in the books.",
                           "ours": {"bankAccountId": "100", "bookDate": "2026-11-02", "amount": "10.00"}}]}"""), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-02-30", "2026-11-2"})
    void a_date_that_is_none_is_refused(String date) {
        Problem problem = Request.of(routes, "GET", "/v1/reconciliation")
                .parameter("date", date)
                .refusal();

        assertEquals(400, problem.status());
        assertEquals(
                List.of("?date"),
                problem.errors().stream().map(FieldError::pointer).toList());
    }

    @Test
    void a_date_is_required() {
        Problem problem = Request.of(routes, "GET", "/v1/reconciliation").refusal();

        assertEquals(400, problem.status());
        assertEquals(List.of(new FieldError("?date", "is required: a book date such as 2026-11-23")), problem.errors());
    }

    private List<String> differences() {
        return service.of(DAY).differences().stream()
                .map(ReconciliationTest::say)
                .toList();
    }

    private static String say(Difference difference) {
        return difference.postingId() + "/" + difference.attempt() + " " + difference.kind() + ": "
                + difference.detail();
    }

    private void both(String id, int attempt, String kind, String bankAccountId, LocalDate date, String amount) {
        ours(id, attempt, kind, bankAccountId, date, amount);
        books(id, attempt, kind, bankAccountId, date, amount);
    }

    private void ours(String id, int attempt, String kind, String bankAccountId, LocalDate date, String amount) {
        effect(id, attempt, kind, false, bankAccountId, date, amount);
    }

    private void effect(
            String id, int attempt, String kind, boolean outside, String bankAccountId, LocalDate date, String amount) {
        if (firm.query("SELECT PostingId FROM clientpay_internal.Posting").stream()
                .noneMatch(id::equals)) {
            firm.posting(id, "m-1", "POSTED");
        }
        firm.execute("""
                INSERT INTO clientpay_internal.Effect
                    (PostingId, Attempt, Kind, Outside, BankAccountId, BookDate, Amount, At)
                VALUES (?, ?, ?, ?, ?, ?, ?, TIMESTAMP '2026-11-02 10:00:00')""", id, attempt, kind, outside, bankAccountId, date, new BigDecimal(amount));
    }

    private void books(String id, int attempt, String kind, String bankAccountId, LocalDate date, String amount) {
        firm.execute("""
                INSERT INTO firm.Receipt (PostingId, Attempt, Kind, BankAccountId, ReceiptDate, BookDate, Amount)
                VALUES (?, ?, ?, ?, ?, ?, ?)""", id, attempt, kind, bankAccountId, date, date, new BigDecimal(amount));
    }
}
