package com.clientpay.connect.posting;

import static com.clientpay.connect.posting.PostingFirm.payment;
import static com.clientpay.connect.posting.PostingFirm.toInvoice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.database.DatabaseAwayException;
import com.clientpay.connect.http.Answer;
import com.clientpay.connect.http.Problem;
import com.clientpay.connect.testfirm.Request;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SubmitPostingTest {
    private static final String BODY = payment("pay-1", toInvoice("i1", "100.00"));

    private final PostingFirm firm = PostingFirm.open();

    @AfterEach
    void close() {
        firm.close();
    }

    private static List<String> reasons(JsonNode posting) {
        return posting.get("reasons")
                .valueStream()
                .map(reason -> reason.get("code").stringValue())
                .toList();
    }

    @Test
    void a_payment_is_recorded_and_posted_at_once() {
        Answer answer = firm.submission("key-1", BODY).send();
        JsonNode posting = Request.json(answer);
        assertEquals(201, answer.status());
        assertEquals("POSTED", posting.get("status").stringValue());
        assertEquals("2026-11-02", posting.get("bookDate").stringValue());
        assertEquals("PAY", posting.get("ledgerCode").stringValue());
        assertTrue(posting.has("receipt"));
        assertEquals(
                "/v1/postings/" + posting.get("id").stringValue(),
                answer.headers().get("Location"));
        assertEquals(
                "\"v" + posting.get("version").longValue() + "\"", answer.etag().orElseThrow());
        assertEquals(new BigDecimal("0.00"), firm.balance("i1"));
        assertEquals(1, firm.receipts());
        assertEquals(posting, firm.get(posting.get("id").stringValue()));
    }

    @Test
    void the_same_request_again_answers_the_same_posting_and_books_nothing() {
        JsonNode first = firm.submit("key-1", BODY);
        Answer answer = firm.submission("key-1", BODY.replace(",", " ,\n")).send();
        assertEquals(200, answer.status());
        assertEquals("true", answer.headers().get("Idempotent-Replayed"));
        assertEquals(first, Request.json(answer));
        assertEquals(1, firm.receipts());
    }

    @Test
    void a_replay_answers_the_posting_as_it_is_now() {
        String id = firm.submit("key-1", BODY).get("id").stringValue();
        firm.move(id, "reverse", "{\"reason\": \"REFUND\"}").send();
        assertEquals("REVERSED", firm.submit("key-1", BODY).get("status").stringValue());
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        firm.submit("key-1", BODY);
        Problem problem = firm.submission("key-1", BODY.replace("A. Example", "B. Example"))
                .refusal();
        assertEquals(422, problem.status());
        assertEquals("idempotency-key-reused", problem.code());
        assertEquals(1, firm.recorded());
    }

    @Test
    void the_same_payment_under_another_key_is_refused_with_its_posting() {
        String id = firm.submit("key-1", BODY).get("id").stringValue();
        Problem problem = firm.submission("key-2", BODY).refusal();
        assertEquals(409, problem.status());
        assertEquals("payment-already-recorded", problem.code());
        assertEquals(id, problem.members().get("postingId"));
        assertEquals(1, firm.receipts());
    }

    @Test
    void keys_that_differ_in_case_only_are_different_keys() {
        firm.submit("key-1", BODY);
        assertEquals(
                201,
                firm.submission("KEY-1", payment("PAY-1", toInvoice("i2", "50.00")))
                        .send()
                        .status());
    }

    @Test
    void key_and_payment_are_looked_up_before_a_wrong_body_is_refused() {
        String id = firm.submit("key-1", BODY).get("id").stringValue();
        assertEquals(
                "idempotency-key-reused",
                firm.submission("key-1", "{\"amount\": 7}").refusal().code());
        Problem recorded = firm.submission("key-2", "{\"paymentId\": \"pay-1\", \"amount\": 7}")
                .refusal();
        assertEquals("payment-already-recorded", recorded.code());
        assertEquals(id, recorded.members().get("postingId"));
        Problem wrong = firm.submission("key-2", "{\"paymentId\": \"pay-2\"}").refusal();
        assertEquals(422, wrong.status());
        assertEquals("invalid", wrong.code());
    }

    @Test
    void a_refused_request_uses_up_no_key() {
        firm.submission("key-1", "{}").refusal();
        firm.submission("key-1", "{\"paymentId\": \"pay-1\"}").refusal();
        assertEquals(0, firm.recorded());
        assertEquals(201, firm.submission("key-1", BODY).send().status());
    }

    @Test
    void a_submission_needs_one_readable_key() {
        assertEquals(
                "idempotency-key-required",
                firm.request("POST", "/v1/postings").body(BODY).refusal().code());
        assertEquals(
                "idempotency-key-malformed", firm.submission("", BODY).refusal().code());
        assertEquals(
                "idempotency-key-malformed",
                firm.submission("key 1", BODY).refusal().code());
        assertEquals(
                "idempotency-key-malformed",
                firm.submission("k".repeat(65), BODY).refusal().code());
        Problem two = firm.request("POST", "/v1/postings")
                .header("idempotency-key", "key-1", "key-2")
                .body(BODY)
                .refusal();
        assertEquals(400, two.status());
        assertEquals("idempotency-key-malformed", two.code());
    }

    @Test
    void what_is_no_json_object_is_unreadable_whatever_the_key() {
        firm.submit("key-1", BODY);
        Problem problem = firm.submission("key-1", "[").refusal();
        assertEquals(400, problem.status());
        assertEquals("unreadable-json", problem.code());
    }

    @Test
    void with_automatic_posting_off_a_payment_waits_for_a_person() {
        firm.automaticPosting(false);
        assertEquals("PENDING", firm.submit("key-1", BODY).get("status").stringValue());
        assertEquals(0, firm.receipts());
        assertEquals(new BigDecimal("100.00"), firm.balance("i1"));
    }

    @Test
    void a_conflict_is_recorded_with_its_reason() {
        JsonNode posting = firm.submit("key-1", payment("pay-1", toInvoice("nowhere", "100.00")));
        assertEquals("INCOMPLETE", posting.get("status").stringValue());
        assertEquals(List.of("invoice-unknown"), reasons(posting));
        assertEquals(0, firm.receipts());
    }

    @Test
    void a_payment_of_an_unknown_merchant_account_is_recorded_all_the_same() {
        JsonNode posting = firm.submit("key-1", BODY.replace("\"cards\"", "\"nobody\""));
        assertEquals("INCOMPLETE", posting.get("status").stringValue());
        assertTrue(reasons(posting).contains("merchant-account-unknown"));
        assertFalse(posting.has("kind"));
    }

    @Test
    void a_value_that_cannot_be_used_does_not_keep_a_payment_from_being_recorded_but_from_being_posted_unseen() {
        String body = BODY.replace("\"CARD\"", "\"WIRE\"");
        Answer answer = firm.submission("key-1", body).send();
        JsonNode posting = Request.json(answer);
        assertEquals(201, answer.status());
        assertEquals("INCOMPLETE", posting.get("status").stringValue());
        assertEquals(List.of("value-unusable"), reasons(posting));
        assertTrue(posting.get("reasons").get(0).get("detail").stringValue().startsWith("method \"WIRE\" is none of"));
        assertEquals(0, firm.receipts());
        firm.clock.pass(Duration.ofMinutes(1));
        assertEquals(0, firm.duePostings.finish());
        assertEquals(200, firm.submission("key-1", body).send().status());
        assertEquals(
                "idempotency-key-reused",
                firm.submission("key-1", BODY.replace("\"CARD\"", "\"CASH\""))
                        .refusal()
                        .code());
        JsonNode posted = Request.json(
                firm.move(posting.get("id").stringValue(), "post", "{}").send());
        assertEquals("POSTED", posted.get("status").stringValue());
        assertEquals(1, firm.receipts());
    }

    @Test
    void a_text_that_is_too_long_is_cut_and_makes_no_conflict() {
        firm.automaticPosting(false);
        JsonNode posting =
                firm.submit("key-1", BODY.replace("\"CARD\"", "\"CARD\", \"reference\": \"" + "x".repeat(300) + "\""));
        assertEquals("PENDING", posting.get("status").stringValue());
        assertEquals("x".repeat(199) + "\u2026", posting.get("reference").stringValue());
    }

    @Test
    void a_check_tells_of_a_value_that_cannot_be_used() {
        JsonNode check = Request.json(firm.request("POST", "/v1/postings/check")
                .body(BODY.replace("\"CARD\"", "\"WIRE\""))
                .send());
        assertEquals("INCOMPLETE", check.get("wouldBe").stringValue());
        assertEquals(List.of("value-unusable"), reasons(check));
        assertEquals(0, firm.recorded());
    }

    @Test
    void what_the_books_refuse_with_an_error_is_recorded_with_its_number_and_nothing_else_of_it() {
        firm.postPostingIs(FailingProcedures.named("raising"));
        JsonNode posting = firm.submit("key-1", BODY);
        assertEquals("INCOMPLETE", posting.get("status").stringValue());
        assertEquals(List.of("books-refused"), reasons(posting));
        String detail = posting.get("reasons").get(0).get("detail").stringValue();
        assertTrue(detail.contains("2628"), detail);
        assertFalse(detail.contains("Truncated"), detail);
        assertEquals(new BigDecimal("100.00"), firm.balance("i1"));
    }

    @Test
    void a_trigger_that_raises_leaves_nothing_in_the_books_and_the_payment_recorded() {
        firm.books.execute("UPDATE firm.TriggerSwitch SET IsOn = TRUE WHERE Name = 'RAISE'");
        JsonNode posting = firm.submit("key-1", BODY);
        assertEquals(List.of("books-refused"), reasons(posting));
        assertEquals(0, firm.receipts());
        assertEquals(new BigDecimal("100.00"), firm.balance("i1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"busy", "away", "slow", "full", "readOnly", "changing"})
    void books_that_cannot_be_reached_do_not_keep_a_payment_from_being_recorded_and_a_retry_finishes_it(
            String failure) {
        firm.postPostingIs(FailingProcedures.named(failure));
        Answer answer = firm.submission("key-1", BODY).send();
        assertEquals(201, answer.status());
        assertEquals("PENDING", Request.json(answer).get("status").stringValue());
        assertEquals(List.of(), reasons(Request.json(answer)));
        firm.postPostingWorks();
        Answer retry = firm.submission("key-1", BODY).send();
        assertEquals(200, retry.status());
        assertEquals("POSTED", Request.json(retry).get("status").stringValue());
        assertEquals(1, firm.receipts());
    }

    @Test
    void a_payment_that_was_interrupted_after_its_record_is_finished_by_the_retry() {
        firm.recordOnly("key-1", BODY);
        assertEquals(0, firm.receipts());
        Answer retry = firm.submission("key-1", BODY).send();
        assertEquals(200, retry.status());
        assertEquals("POSTED", Request.json(retry).get("status").stringValue());
        assertEquals(1, firm.receipts());
    }

    @Test
    void a_retry_does_not_post_what_was_recorded_to_wait() {
        firm.automaticPosting(false);
        firm.recordOnly("key-1", BODY);
        firm.automaticPosting(true);
        assertEquals("PENDING", firm.submit("key-1", BODY).get("status").stringValue());
        assertEquals(0, firm.receipts());
    }

    @Test
    void a_database_that_went_away_before_the_record_is_no_answer() {
        Request submission = firm.submission("key-1", BODY);
        firm.books.close();
        assertThrows(DatabaseAwayException.class, submission::send);
    }

    @Test
    void a_check_says_what_would_become_of_a_payment_and_writes_nothing() {
        Request check = firm.request("POST", "/v1/postings/check").body(BODY);
        assertEquals("POSTED", Request.json(check.send()).get("wouldBe").stringValue());
        JsonNode conflict = Request.json(firm.request("POST", "/v1/postings/check")
                .body(payment("pay-1", toInvoice("i1", "60.00")))
                .send());
        assertEquals("INCOMPLETE", conflict.get("wouldBe").stringValue());
        assertEquals(List.of("unallocated-rest"), reasons(conflict));
        firm.automaticPosting(false);
        assertEquals("PENDING", Request.json(check.send()).get("wouldBe").stringValue());
        assertEquals(0, firm.recorded());
        assertEquals(0, firm.receipts());
    }

    @Test
    void a_check_of_a_recorded_payment_is_refused_with_its_posting() {
        String id = firm.submit("key-1", BODY).get("id").stringValue();
        Problem problem = firm.request("POST", "/v1/postings/check").body(BODY).refusal();
        assertEquals("payment-already-recorded", problem.code());
        assertEquals(id, problem.members().get("postingId"));
    }

    @Test
    void a_check_of_a_batch_system_says_queued() {
        firm.books.execute("UPDATE clientpay_internal.Installation SET Delivery = 'BATCH'");
        JsonNode check = Request.json(
                firm.request("POST", "/v1/postings/check").body(BODY).send());
        assertEquals("QUEUED", check.get("wouldBe").stringValue());
    }

    @Test
    void nothing_is_posted_to_another_database_than_the_configured_one() {
        try (PostingFirm other = PostingFirm.openFor("db-2")) {
            Problem problem = other.submission("key-1", BODY).refusal();
            assertEquals(503, problem.status());
            assertEquals("other-database", problem.code());
            assertTrue(problem.headers().containsKey("Retry-After"));
            assertEquals(0, other.recorded());
            assertEquals(
                    "other-database",
                    other.move("pst_1", "post", "{}").refusal().code());
            assertEquals(
                    "other-database",
                    other.request("POST", "/v1/postings/check")
                            .body(BODY)
                            .refusal()
                            .code());
        }
        try (PostingFirm ours = PostingFirm.openFor("db-1")) {
            assertEquals(201, ours.submission("key-1", BODY).send().status());
        }
    }

    @Test
    void a_connector_whose_database_is_replaced_by_a_copy_notices_it() {
        try (PostingFirm ours = PostingFirm.openFor("db-1")) {
            ours.submit("key-1", BODY);
            ours.books.execute("UPDATE clientpay_internal.Installation SET DatabaseId = 'db-2'");
            ours.clock.pass(Duration.ofSeconds(2));
            assertEquals(
                    "other-database",
                    ours.submission("key-2", payment("pay-2")).refusal().code());
        }
    }

    @Test
    void nothing_is_recorded_or_posted_before_accounting_has_signed_the_mapping_off() {
        String waiting = firm.recordOnly("key-1", BODY);
        firm.books.execute("UPDATE clientpay_internal.Installation SET NeedsSignOff = TRUE");
        firm.clock.pass(Duration.ofSeconds(11));
        Problem problem = firm.submission("key-2", payment("pay-2")).refusal();
        assertEquals(503, problem.status());
        assertEquals("mapping-not-signed-off", problem.code());
        assertTrue(problem.detail().contains("has not been signed off"), problem.detail());
        assertTrue(problem.headers().containsKey("Retry-After"));
        assertEquals(
                "mapping-not-signed-off",
                firm.move(waiting, "post", "{}").refusal().code());
        Problem check = firm.request("POST", "/v1/postings/check")
                .body(payment("pay-2"))
                .refusal();
        assertEquals(503, check.status());
        assertEquals(problem.code(), check.code(), "a check answers as the post does");
        assertEquals(problem.detail(), check.detail());
        assertEquals(0, firm.duePostings.finish());
        assertEquals(1, firm.recorded());

        firm.signMapping();
        firm.clock.pass(Duration.ofSeconds(2));
        assertEquals(
                200,
                firm.request("POST", "/v1/postings/check")
                        .body(payment("pay-2"))
                        .send()
                        .status());
        assertEquals(201, firm.submission("key-2", payment("pay-2")).send().status());

        firm.books.execute("INSERT INTO clientpay_internal.Answer (Subject, Item, Answer, AnsweredBy, AnsweredAt)"
                + " VALUES ('BANK_ACCOUNT', '1', 'TRUST', 'x', CURRENT_TIMESTAMP)");
        firm.clock.pass(Duration.ofSeconds(2));
        Problem after = firm.submission("key-3", payment("pay-3")).refusal();
        assertEquals("mapping-not-signed-off", after.code());
        assertTrue(after.detail().contains("was changed after"), after.detail());
    }

    @Test
    void nothing_is_recorded_or_posted_while_the_database_may_lose_what_it_has_committed() {
        String waiting = firm.recordOnly("key-1", BODY);
        firm.delaysDurability(true);
        Problem problem = firm.submission("key-2", payment("pay-2")).refusal();
        assertEquals(503, problem.status());
        assertEquals("durability-delayed", problem.code());
        assertTrue(problem.headers().containsKey("Retry-After"));
        assertEquals(
                "durability-delayed", firm.move(waiting, "post", "{}").refusal().code());
        assertEquals(
                "durability-delayed",
                firm.move(waiting, "remove", "{\"note\": \"x\"}").refusal().code());
        firm.clock.pass(Duration.ofSeconds(11));
        assertEquals(0, firm.duePostings.finish());
        assertEquals(1, firm.recorded());
        assertEquals(0, firm.receipts());
        firm.delaysDurability(false);
        assertEquals(1, firm.duePostings.finish());
        assertEquals(1, firm.receipts());
    }

    @Test
    void the_book_date_is_the_payment_date() {
        firm.timeIs("2026-11-05T12:00:00Z");
        assertEquals("2026-11-02", firm.submit("key-1", BODY).get("bookDate").stringValue());
    }

    @Test
    void with_use_posted_date_the_book_date_is_the_day_at_the_firm_when_it_is_posted() {
        firm.usePostedDate(true);
        firm.timeIs("2026-11-06T04:59:59Z");
        String before = payment("pay-1", toInvoice("i1", "100.00"));
        assertEquals("2026-11-05", firm.submit("key-1", before).get("bookDate").stringValue());
        firm.timeIs("2026-11-06T05:00:00Z");
        String after = payment("pay-2", toInvoice("i2", "50.00")).replace("\"100.00\"", "\"50.00\"");
        assertEquals("2026-11-06", firm.submit("key-2", after).get("bookDate").stringValue());
    }

    @Test
    void a_change_of_the_firms_time_zone_changes_its_day() {
        firm.usePostedDate(true);
        firm.timeIs("2026-11-06T02:00:00Z");
        assertEquals("2026-11-05", firm.submit("key-1", BODY).get("bookDate").stringValue());
        firm.books.execute("UPDATE clientpay_internal.PostingSettings SET TimeZone = 'Europe/Berlin'");
        firm.clock.pass(Duration.ofSeconds(2));
        String later = payment("pay-2", toInvoice("i2", "50.00")).replace("\"100.00\"", "\"50.00\"");
        assertEquals("2026-11-06", firm.submit("key-2", later).get("bookDate").stringValue());
    }
}
