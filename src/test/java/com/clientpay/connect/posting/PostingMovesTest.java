package com.clientpay.connect.posting;

import static com.clientpay.connect.posting.PostingFirm.payment;
import static com.clientpay.connect.posting.PostingFirm.toInvoice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.http.Answer;
import com.clientpay.connect.http.FieldError;
import com.clientpay.connect.http.Problem;
import com.clientpay.connect.testfirm.Request;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PostingMovesTest {
    private static final String NOTE = "{\"note\": \"by hand\"}";
    private static final String CORRECTION = "{\"reason\": \"CORRECTION\"}";

    private final PostingFirm firm = PostingFirm.open();

    @AfterEach
    void close() {
        firm.close();
    }

    private String posted() {
        return firm.submit("key-1", payment("pay-1", toInvoice("i1", "100.00")))
                .get("id")
                .stringValue();
    }

    private String pending() {
        firm.automaticPosting(false);
        return posted();
    }

    private String incomplete() {
        return firm.submit("key-1", payment("pay-1", toInvoice("i1", "60.00")))
                .get("id")
                .stringValue();
    }

    private String moved(String id, String move, String body) {
        Answer answer = firm.move(id, move, body).send();
        assertEquals(200, answer.status());
        JsonNode posting = Request.json(answer);
        assertEquals(
                "\"v" + posting.get("version").longValue() + "\"", answer.etag().orElseThrow());
        assertEquals(posting, firm.get(id));
        return posting.get("status").stringValue();
    }

    private Request allocations(String id, String... allocations) {
        return firm.request("PUT", "/v1/postings/{id}/allocations")
                .path("id", id)
                .body("{\"allocations\": [" + String.join(", ", allocations) + "]}");
    }

    private int events(String id) {
        return firm.get(id).get("history").size();
    }

    private void assertNotAllowed(Request request, PostingStatus status, String... allowed) {
        Problem problem = request.refusal();
        assertEquals(409, problem.status());
        assertEquals("move-not-allowed", problem.code());
        assertEquals(status, problem.members().get("postingStatus"));
        assertEquals(List.of(allowed), problem.members().get("allowed"));
    }

    @Test
    void a_pending_posting_is_posted_by_a_person() {
        String id = pending();
        assertEquals("POSTED", moved(id, "post", "{}"));
        assertEquals(1, firm.receipts());
    }

    @Test
    void a_person_can_choose_the_book_date() {
        String id = pending();
        assertEquals("POSTED", moved(id, "post", "{\"bookDate\": \"2026-10-31\"}"));
        assertEquals("2026-10-31", firm.get(id).get("bookDate").stringValue());
    }

    @Test
    void posting_again_answers_200_and_writes_nothing() {
        String id = posted();
        int events = events(id);
        assertEquals("POSTED", moved(id, "post", ""));
        assertEquals(events, events(id));
        assertEquals(1, firm.receipts());
    }

    @Test
    void what_the_books_refuse_when_a_person_posts_it_is_incomplete() {
        String id = pending();
        firm.postPostingIs(FailingProcedures.named("raising"));
        assertEquals("INCOMPLETE", moved(id, "post", "{}"));
        firm.postPostingWorks();
        assertEquals("POSTED", moved(id, "post", "{}"));
        assertEquals(1, firm.receipts());
    }

    @Test
    void reallocating_repairs_a_conflict_but_never_posts() {
        String id = incomplete();
        JsonNode posting =
                Request.json(allocations(id, toInvoice("i1", "100.00")).send());
        assertEquals("PENDING", posting.get("status").stringValue());
        assertEquals(0, posting.get("reasons").size());
        assertEquals(0, firm.receipts());
        assertEquals("POSTED", moved(id, "post", "{}"));
    }

    @Test
    void reallocating_can_leave_a_conflict_too() {
        String id = pending();
        JsonNode posting = Request.json(allocations(id).send());
        assertEquals("INCOMPLETE", posting.get("status").stringValue());
        assertEquals(0, posting.get("allocations").size());
    }

    @Test
    void allocations_are_required_and_each_read_with_its_pointer() {
        String id = pending();
        Problem missing = firm.request("PUT", "/v1/postings/{id}/allocations")
                .path("id", id)
                .body("{}")
                .refusal();
        assertEquals(
                List.of("/allocations"),
                missing.errors().stream().map(FieldError::pointer).toList());
        Problem wrong = allocations(id, "{\"invoiceId\": \"i1\"}").refusal();
        assertEquals(
                List.of("/allocations/0/amount"),
                wrong.errors().stream().map(FieldError::pointer).toList());
    }

    @Test
    void a_payment_that_was_entered_by_hand_is_removed_with_a_note() {
        String id = pending();
        assertEquals("REMOVED", moved(id, "remove", NOTE));
        int events = events(id);
        assertEquals("REMOVED", moved(id, "remove", NOTE));
        assertEquals(events, events(id));
    }

    @Test
    void a_note_is_required_to_remove_and_to_reopen() {
        String id = pending();
        for (String move : List.of("remove", "reopen")) {
            for (String body : List.of("{}", "{\"note\": \" \"}", "{\"note\": \"" + "x".repeat(501) + "\"}")) {
                Problem problem = firm.move(id, move, body).refusal();
                assertEquals(422, problem.status());
                assertEquals("/note", problem.errors().get(0).pointer());
            }
        }
    }

    @Test
    void a_posting_is_reversed_by_a_second_entry() {
        String id = posted();
        assertEquals("REVERSED", moved(id, "reverse", "{\"reason\": \"CHARGEBACK\", \"amount\": \"100.00\"}"));
        assertEquals(2, firm.receipts());
        assertEquals(new BigDecimal("100.00"), firm.balance("i1"));
        assertEquals("REVERSED", moved(id, "reverse", "{\"reason\": \"CHARGEBACK\"}"));
        assertEquals(2, firm.receipts());
    }

    @Test
    void a_reversal_is_booked_on_the_firms_day_now() {
        String id = posted();
        firm.timeIs("2026-11-10T04:30:00Z");
        moved(id, "reverse", "{\"reason\": \"REFUND\"}");
        assertEquals(
                List.of("2026-11-09"), firm.books.query("SELECT BookDate FROM firm.Receipt WHERE Kind = 'REVERSE'"));
    }

    @Test
    void books_that_were_reversed_by_hand_are_not_touched() {
        String id = posted();
        assertEquals("REVERSED", moved(id, "reverse", "{\"reason\": \"REFUND\", \"outside\": true}"));
        assertEquals(1, firm.receipts());
    }

    @Test
    void a_part_of_a_posting_cannot_be_reversed() {
        String id = posted();
        Problem problem = firm.move(id, "reverse", "{\"reason\": \"REFUND\", \"amount\": \"40.00\"}")
                .refusal();
        assertEquals(422, problem.status());
        assertEquals("partial-reversal-unsupported", problem.code());
        assertEquals("/amount", problem.errors().get(0).pointer());
        assertEquals("POSTED", firm.get(id).get("status").stringValue());
    }

    @Test
    void a_reversal_needs_a_known_reason() {
        String id = posted();
        for (String body : List.of("{}", "{\"reason\": \"MISTAKE\"}")) {
            assertEquals(
                    "/reason",
                    firm.move(id, "reverse", body).refusal().errors().get(0).pointer());
        }
    }

    @Test
    void trust_money_that_is_spent_cannot_be_reversed() {
        String body = payment("pay-1", "{\"trustLedgerId\": \"t1\", \"amount\": \"100.00\"}")
                .replace("\"cards\"", "\"retainers\"");
        String id = firm.submit("key-1", body).get("id").stringValue();
        assertEquals("POSTED", firm.get(id).get("status").stringValue());
        firm.books.execute("UPDATE firm.TrustLedger SET Balance = 99.99 WHERE TrustLedgerId = 't1'");
        Problem problem = firm.move(id, "reverse", "{\"reason\": \"REFUND\"}").refusal();
        assertEquals(409, problem.status());
        assertEquals("trust-balance-insufficient", problem.code());
        assertEquals("POSTED", firm.get(id).get("status").stringValue());
        assertEquals(1, firm.receipts());
    }

    @Test
    void a_reversal_that_the_books_refuse_with_an_error_changes_nothing() {
        String id = posted();
        firm.books.execute("UPDATE firm.TriggerSwitch SET IsOn = TRUE WHERE Name = 'RAISE'");
        Problem problem = firm.move(id, "reverse", CORRECTION).refusal();
        assertEquals(409, problem.status());
        assertEquals("books-refused", problem.code());
        assertEquals("POSTED", firm.get(id).get("status").stringValue());
        assertEquals(1, firm.receipts());
    }

    @Test
    void a_removed_posting_can_be_reopened_and_posted() {
        String id = pending();
        moved(id, "remove", NOTE);
        assertEquals("PENDING", moved(id, "reopen", NOTE));
        assertEquals(2, firm.get(id).get("attempt").intValue());
        int events = events(id);
        assertEquals("PENDING", moved(id, "reopen", NOTE));
        assertEquals(events, events(id));
        assertEquals("POSTED", moved(id, "post", "{}"));
        assertEquals(1, firm.receipts());
    }

    @Test
    void a_corrected_posting_can_be_reopened_and_posted_again() {
        String id = posted();
        moved(id, "reverse", CORRECTION);
        assertNotAllowed(firm.move(id, "remove", NOTE), PostingStatus.REVERSED, "reopen");
        assertEquals("PENDING", moved(id, "reopen", NOTE));
        assertEquals("POSTED", moved(id, "post", "{}"));
        assertEquals(3, firm.receipts());
        assertEquals(new BigDecimal("0.00"), firm.balance("i1"));
    }

    @Test
    void a_refunded_posting_cannot_be_reopened() {
        String id = posted();
        moved(id, "reverse", "{\"reason\": \"REFUND\", \"note\": \"CORRECTION\"}");
        assertNotAllowed(firm.move(id, "reopen", NOTE), PostingStatus.REVERSED);
        assertNotAllowed(firm.move(id, "post", "{}"), PostingStatus.REVERSED);
    }

    @Test
    void moves_that_a_status_does_not_allow_say_which_it_does() {
        String id = posted();
        assertNotAllowed(firm.move(id, "remove", NOTE), PostingStatus.POSTED, "reverse");
        assertNotAllowed(firm.move(id, "reopen", NOTE), PostingStatus.POSTED, "reverse");
        assertNotAllowed(allocations(id), PostingStatus.POSTED, "reverse");
        firm.automaticPosting(false);
        String waiting = firm.submit("key-2", payment("pay-2", toInvoice("i3", "70.00")))
                .get("id")
                .stringValue();
        assertNotAllowed(
                firm.move(waiting, "reverse", CORRECTION), PostingStatus.INCOMPLETE, "post", "allocations", "remove");
        moved(waiting, "remove", NOTE);
        assertNotAllowed(firm.move(waiting, "post", "{}"), PostingStatus.REMOVED, "reopen");
        assertNotAllowed(allocations(waiting), PostingStatus.REMOVED, "reopen");
    }

    @Test
    void a_posting_that_does_not_exist_is_not_found() {
        for (String id : List.of("pst_0", "p st", "x".repeat(65), "ü")) {
            assertEquals(404, firm.move(id, "post", "{}").refusal().status());
            assertEquals(404, firm.move(id, "remove", NOTE).refusal().status());
            assertEquals(404, firm.move(id, "reverse", CORRECTION).refusal().status());
            assertEquals(404, firm.move(id, "reopen", NOTE).refusal().status());
            assertEquals(404, allocations(id).refusal().status());
        }
        assertEquals(
                404,
                firm.move("pst_0", "reverse", "{\"reason\": \"REFUND\", \"amount\": \"1.00\"}")
                        .refusal()
                        .status());
    }

    @Test
    void a_move_from_an_outdated_version_is_refused() {
        String id = pending();
        long version = firm.get(id).get("version").longValue();
        allocations(id, toInvoice("i1", "60.00"))
                .ifMatch("\"v" + version + "\"")
                .send();
        long changed = firm.get(id).get("version").longValue();
        assertNotEquals(version, changed);
        List<Request> outdated = List.of(
                firm.move(id, "post", "{}"), firm.move(id, "remove", NOTE), allocations(id, toInvoice("i1", "100.00")));
        for (Request request : outdated) {
            Problem problem = request.ifMatch("\"v" + version + "\"").refusal();
            assertEquals(412, problem.status());
            assertEquals("changed-meanwhile", problem.code());
        }
        assertEquals(
                200,
                firm.move(id, "remove", NOTE)
                        .ifMatch("\"v" + changed + "\"")
                        .send()
                        .status());
    }

    @Test
    void several_are_posted_one_by_one_in_the_order_given() {
        firm.automaticPosting(false);
        String first = firm.submit("key-1", payment("pay-1", toInvoice("i1", "100.00")))
                .get("id")
                .stringValue();
        String second = firm.submit("key-2", payment("pay-2", toInvoice("i1", "100.00")))
                .get("id")
                .stringValue();
        String removed = firm.submit("key-3", payment("pay-3")).get("id").stringValue();
        moved(removed, "remove", NOTE);
        JsonNode items = Request.json(firm.request("POST", "/v1/postings/post")
                        .body("{\"ids\": [\"" + String.join("\", \"", first, "pst_0", second, removed) + "\"]}")
                        .send())
                .get("items");
        assertEquals(
                List.of("POSTED", "PROBLEM", "INCOMPLETE", "PROBLEM"),
                items.valueStream()
                        .map(item -> item.get("outcome").stringValue())
                        .toList());
        assertEquals(
                List.of(first, "pst_0", second, removed),
                items.valueStream().map(item -> item.get("id").stringValue()).toList());
        assertEquals(firm.get(first), items.get(0).get("posting"));
        assertEquals(404, items.get(1).get("problem").get("status").intValue());
        assertEquals(
                "urn:clientpay:problem:move-not-allowed",
                items.get(3).get("problem").get("type").stringValue());
        assertEquals(1, firm.receipts());
    }

    @Test
    void several_are_at_most_a_hundred_and_each_once() {
        for (String ids : List.of("[]", "[\"a\", \"a\"]", "[" + "\"a\",".repeat(100) + "\"b\"]", "[7]")) {
            Problem problem = firm.request("POST", "/v1/postings/post")
                    .body("{\"ids\": " + ids + "}")
                    .refusal();
            assertEquals(422, problem.status());
            assertTrue(problem.errors().get(0).pointer().startsWith("/ids"), ids);
        }
    }
}
