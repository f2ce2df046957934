package com.clientpay.connect.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.demo.DemoFacts;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Postings as ClientPay records, reads and moves them. */
class PostingsApiTest {
    private static final String NOTE = "{\"note\": \"by hand\"}";
    private static final Deque<JsonNode> INVOICES = new ArrayDeque<>();
    private static TestConnector connector;
    private static int payments;

    @BeforeAll
    static void start() {
        connector = TestConnector.start();
        INVOICES.addAll(
                connector.get("/v1/invoices").parameter("limit", "500").send().items());
        INVOICES.removeIf(
                invoice -> new BigDecimal(invoice.get("balance").stringValue()).compareTo(BigDecimal.TEN) < 0);
        List<String> closed = connector.query("SELECT MatterId FROM firm.Matter WHERE Status = 'CLOSED'");
        INVOICES.removeIf(invoice -> closed.contains(invoice.get("matterId").stringValue()));
    }

    @AfterAll
    static void stop() {
        connector.close();
    }

    @Test
    void a_payment_for_an_invoice_is_posted_and_found_again() {
        String invoice = invoice();
        Reply recorded =
                submit(PostingBodies.forInvoice(payment(), "5.00", invoice)).expect(201);

        assertEquals("POSTED", recorded.at("/status"), recorded::text);
        assertEquals(
                "/v1/postings/" + recorded.at("/id"),
                recorded.header("Location").orElseThrow());
        Reply read = connector.get("/v1/postings/" + recorded.at("/id")).send().expect(200);
        assertEquals(recorded.text(), read.text());
        assertEquals(recorded.etag(), read.etag());
    }

    @Test
    void a_repeated_request_is_answered_with_the_posting_as_it_is_now() {
        String body = PostingBodies.payment(payment(), "5.00");
        Reply first = submit(body, "again").expect(201);
        connector
                .post("/v1/postings/" + first.at("/id") + "/remove", NOTE)
                .send()
                .expect(200);

        Reply second = submit(body.replace("5.00", "5\\u002e00"), "again").expect(200);

        assertEquals(first.at("/id"), second.at("/id"));
        assertEquals("REMOVED", second.at("/status"));
    }

    @Test
    void a_key_is_not_used_for_two_requests() {
        submit(PostingBodies.payment(payment(), "5.00"), "reused").expect(201);

        submit(PostingBodies.payment(payment(), "6.00"), "reused").expectProblem(422, "idempotency-key-reused");
    }

    @Test
    void keys_that_differ_in_case_only_are_two_keys_also_on_one_connection() {
        Reply lower =
                submit(PostingBodies.payment(payment(), "5.00"), "case-of-key").expect(201);
        Reply upper =
                submit(PostingBodies.payment(payment(), "5.00"), "CASE-OF-KEY").expect(201);

        assertNotEquals(lower.at("/id"), upper.at("/id"));
    }

    @Test
    void a_payment_is_recorded_once_whatever_the_key() {
        String body = PostingBodies.payment(payment(), "5.00");
        Reply first = submit(body).expect(201);

        Reply second = submit(body).expectProblem(409, "payment-already-recorded");

        assertEquals(first.at("/id"), second.at("/postingId"));
        Reply check = connector.post("/v1/postings/check", body).send().expectProblem(409, "payment-already-recorded");
        assertEquals(first.at("/id"), check.at("/postingId"));
    }

    @Test
    void a_payment_without_a_key_is_not_recorded() {
        String body = PostingBodies.payment(payment(), "5.00");
        connector.post("/v1/postings", body).send().expectProblem(400, "idempotency-key-required");
        for (String key : List.of("a b", "x".repeat(65))) {
            submit(body, key).expectProblem(400, "idempotency-key-malformed");
        }
        submit(body).expect(201);
    }

    @Test
    void a_refused_request_uses_up_no_key() {
        submit("{\"paymentId\": \"p\"}", "after-refusal").expectProblem(422, "invalid");

        submit(PostingBodies.payment(payment(), "5.00"), "after-refusal").expect(201);
    }

    @Test
    void every_wrong_place_is_named_at_once() {
        Reply reply = submit("""
                        {"paymentId": "a b", "amount": 5.00, "paymentDate": "2026-02-30", "method": ["CARD"],
                         "payer": {"name": {}, "age": 7}, "currency": {}, "fields": {"OFFICE": [1]},
                         "allocations": [{"amount": "0.00"}, {"invoiceId": "1", "matterId": "2", "amount": "1.00"}]}""").expectProblem(422, "invalid");

        assertTrue(
                new HashSet<>(reply.wrongPlaces())
                        .containsAll(List.of(
                                "/paymentId",
                                "/merchantAccountId",
                                "/amount",
                                "/paymentDate",
                                "/method",
                                "/payer/name",
                                "/payer/age",
                                "/currency",
                                "/fields/OFFICE",
                                "/allocations/0/amount",
                                "/allocations/0/invoiceId",
                                "/allocations/1/matterId")),
                reply.text());
    }

    @Test
    void whatever_else_is_wrong_the_payment_is_recorded() {
        Reply reply = submit(PostingBodies.forInvoice(payment(), "5.00", invoice())
                        .replace("\"CARD\"", "\"WIRE\"")
                        .replace("\"R-1\"", "\"" + "r".repeat(1_000) + "\""))
                .expect(201);

        assertEquals("INCOMPLETE", reply.at("/status"));
        assertEquals("value-unusable", reply.at("/reasons/0/code"));
        assertEquals("r".repeat(199) + "\u2026", reply.at("/reference"));
    }

    @Test
    void a_conflict_with_the_books_is_recorded_with_its_reasons() {
        Reply reply = submit(PostingBodies.forInvoice(payment(), "5.00", "no such invoice"))
                .expect(201);

        assertEquals("INCOMPLETE", reply.at("/status"));
        assertEquals("invoice-unknown", reply.at("/reasons/0/code"));
        assertEquals("0", reply.at("/reasons/0/allocation"));
    }

    @Test
    void before_it_is_charged_the_portal_may_ask_what_would_become_of_it() {
        String fine = PostingBodies.forInvoice(payment(), "5.00", invoice());
        String wrong = PostingBodies.forInvoice(payment(), "5.00", "no such invoice");

        assertEquals(
                "POSTED",
                connector.post("/v1/postings/check", fine).send().expect(200).at("/wouldBe"));
        Reply incomplete = connector.post("/v1/postings/check", wrong).send().expect(200);
        assertEquals("INCOMPLETE", incomplete.at("/wouldBe"));
        assertEquals("invoice-unknown", incomplete.at("/reasons/0/code"));
        connector.post("/v1/postings/check", "{}").send().expectProblem(422, "invalid");
        submit(fine).expect(201);
    }

    @Test
    void a_posting_without_a_home_is_reallocated_and_posted() {
        Reply incomplete = submit(PostingBodies.payment(payment(), "5.00")).expect(201);
        assertEquals("INCOMPLETE", incomplete.at("/status"));
        String path = "/v1/postings/" + incomplete.at("/id");

        Reply pending = connector
                .put(
                        path + "/allocations",
                        "{\"allocations\": [{\"invoiceId\": \"" + invoice() + "\", \"amount\": \"5.00\"}]}")
                .header("If-Match", incomplete.etag())
                .send()
                .expect(200);
        assertEquals("PENDING", pending.at("/status"), pending::text);
        connector
                .post(path + "/post", "{}")
                .header("If-Match", incomplete.etag())
                .send()
                .expectProblem(412, "changed-meanwhile");
        Reply posted = connector
                .post(path + "/post", "{\"bookDate\": \"2026-11-22\"}")
                .header("If-Match", pending.etag())
                .send()
                .expect(200);

        assertEquals("POSTED", posted.at("/status"), posted::text);
        assertEquals("2026-11-22", posted.at("/bookDate"));
        assertEquals(
                posted.text(),
                connector.call("POST", path + "/post").send().expect(200).text());
    }

    @Test
    void a_posting_is_removed_and_reopened() {
        String path = "/v1/postings/"
                + submit(PostingBodies.payment(payment(), "5.00")).at("/id");

        assertEquals(
                "REMOVED",
                connector.post(path + "/remove", NOTE).send().expect(200).at("/status"));
        connector.post(path + "/remove", NOTE).send().expect(200);
        Reply refused = connector.post(path + "/post", "{}").send().expectProblem(409, "move-not-allowed");
        assertEquals("REMOVED", refused.at("/postingStatus"));
        assertEquals("[\"reopen\"]", refused.at("/allowed"));
        Reply reopened = connector.post(path + "/reopen", NOTE).send().expect(200);
        assertEquals("INCOMPLETE", reopened.at("/status"));
        assertEquals("2", reopened.at("/attempt"));
    }

    @Test
    void a_posted_payment_is_reversed_as_a_whole() {
        String path = "/v1/postings/"
                + submit(PostingBodies.forInvoice(payment(), "5.00", invoice())).at("/id");

        connector.post(path + "/remove", NOTE).send().expectProblem(409, "move-not-allowed");
        connector.post(path + "/reverse", "{\"reason\": \"GOODWILL\"}").send().expectProblem(422, "invalid");
        connector
                .post(path + "/reverse", "{\"reason\": \"REFUND\", \"amount\": \"1.00\"}")
                .send()
                .expectProblem(422, "partial-reversal-unsupported");
        Reply reversed = connector
                .post(path + "/reverse", "{\"reason\": \"REFUND\", \"amount\": \"5.00\", \"note\": \"twice\"}")
                .send()
                .expect(200);
        assertEquals("REVERSED", reversed.at("/status"));
        assertEquals(
                reversed.text(),
                connector
                        .post(path + "/reverse", "{\"reason\": \"REFUND\"}")
                        .send()
                        .expect(200)
                        .text());
        connector.post(path + "/reopen", NOTE).send().expectProblem(409, "move-not-allowed");
    }

    @Test
    void client_money_that_is_spent_cannot_be_taken_back() {
        String ledger = connector
                .query(
                        "SELECT t.TrustLedgerId FROM firm.TrustLedger t JOIN firm.Matter m ON m.MatterId = t.MatterId WHERE"
                                + " m.Status = 'OPEN' AND t.BankAccountId = '" + DemoFacts.TRUST_BANK
                                + "' ORDER BY 1 LIMIT 1")
                .get(0);
        Reply posted =
                submit(PostingBodies.forTrustLedger(payment(), "40.00", ledger)).expect(201);
        assertEquals("POSTED", posted.at("/status"), posted::text);
        connector.sql("UPDATE firm.TrustLedger SET Balance = 39.99 WHERE TrustLedgerId = '" + ledger + "'");

        connector
                .post("/v1/postings/" + posted.at("/id") + "/reverse", "{\"reason\": \"CHARGEBACK\"}")
                .send()
                .expectProblem(409, "trust-balance-insufficient");

        assertEquals(
                "POSTED",
                connector.get("/v1/postings/" + posted.at("/id")).send().at("/status"));
    }

    @Test
    void moves_of_a_posting_that_is_not_there_find_nothing() {
        for (String move : List.of("post", "remove", "reverse", "reopen")) {
            String body = move.equals("post") ? "{}" : move.equals("reverse") ? "{\"reason\": \"REFUND\"}" : NOTE;
            connector.post("/v1/postings/nothing/" + move, body).send().expectProblem(404, "not-found");
        }
        connector
                .put("/v1/postings/nothing/allocations", "{\"allocations\": []}")
                .send()
                .expectProblem(404, "not-found");
        connector.get("/v1/postings/nothing").send().expectProblem(404, "not-found");
    }

    @Test
    void several_postings_are_posted_each_for_itself() {
        String fine =
                submit(PostingBodies.forInvoice(payment(), "5.00", invoice())).at("/id");
        String incomplete = submit(PostingBodies.payment(payment(), "5.00")).at("/id");
        String removed = submit(PostingBodies.payment(payment(), "5.00")).at("/id");
        connector.post("/v1/postings/" + removed + "/remove", NOTE).send().expect(200);

        Reply reply = connector
                .post(
                        "/v1/postings/post",
                        "{\"ids\": [\"" + String.join("\", \"", removed, "nothing", fine, incomplete) + "\"]}")
                .send()
                .expect(200);

        assertEquals(List.of(removed, "nothing", fine, incomplete), reply.items("id"));
        assertEquals(List.of("PROBLEM", "PROBLEM", "POSTED", "INCOMPLETE"), reply.items("outcome"));
        assertEquals("urn:clientpay:problem:move-not-allowed", reply.at("/items/0/problem/type"));
        assertEquals("urn:clientpay:problem:not-found", reply.at("/items/1/problem/type"));
        connector.post("/v1/postings/post", "{\"ids\": []}").send().expectProblem(422, "invalid");
        connector.post("/v1/postings/post", "{\"ids\": [\"a\", \"a\"]}").send().expectProblem(422, "invalid");
    }

    @Test
    void a_list_goes_from_slice_to_slice_newest_first_and_counts_agree() {
        String merchant = DemoFacts.OPERATING_MERCHANT;
        List<String> submitted = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            submitted.add(0, submit(PostingBodies.payment(payment(), "5.00")).at("/id"));
        }
        List<String> listed = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            ApiCall call = connector
                    .get("/v1/postings")
                    .parameter("merchantAccountId", merchant)
                    .parameter("status", "PENDING,INCOMPLETE,POSTED,QUEUED,REMOVED,REVERSING,REVERSED")
                    .parameter("limit", "2");
            cursor.ifPresent(next -> call.parameter("cursor", next));
            Reply reply = call.send().expect(200);
            listed.addAll(reply.items("id"));
            cursor = Optional.of(reply.json().get("next"))
                    .filter(JsonNode::isString)
                    .map(JsonNode::stringValue);
        } while (cursor.isPresent());

        assertTrue(listed.containsAll(submitted));
        assertEquals(listed.size(), new HashSet<>(listed).size());
        Reply counts = connector
                .get("/v1/postings/counts")
                .parameter("merchantAccountId", merchant)
                .send()
                .expect(200);
        assertEquals(
                listed.size(),
                counts.json().valueStream().mapToInt(JsonNode::intValue).sum());
    }

    @Test
    void a_posting_is_found_by_its_payment() {
        String payment = payment();
        String id = submit(PostingBodies.payment(payment, "5.00")).at("/id");

        assertEquals(
                List.of(id),
                connector
                        .get("/v1/postings")
                        .parameter("paymentId", payment)
                        .send()
                        .items("id"));
        assertTrue(connector
                .get("/v1/postings")
                .parameter("q", id)
                .send()
                .items("id")
                .contains(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=DONE",
                "status=",
                "status=PENDING,",
                "from=2026-13-01",
                "to=yesterday",
                "q=",
                "paymentId=a b",
                "cursor=x",
                "limit=0"
            })
    void a_wrong_filter_is_refused(String filter) {
        String[] parts = filter.split("=", 2);
        Reply reply = connector
                .get("/v1/postings")
                .parameter(parts[0], parts[1])
                .send()
                .expectProblem(400, "bad-query");

        assertEquals(List.of("?" + parts[0]), reply.wrongPlaces());
    }

    @Test
    void days_that_run_backwards_are_refused() {
        connector
                .get("/v1/postings")
                .parameter("from", "2026-11-02")
                .parameter("to", "2026-11-01")
                .send()
                .expect(400);
        connector
                .get("/v1/postings/counts")
                .parameter("from", "2026-11-02")
                .parameter("to", "2026-11-01")
                .send()
                .expect(400);
    }

    @Test
    void an_amount_is_suggested_for_the_oldest_invoices_first() {
        List<JsonNode> invoices = List.of(INVOICES.removeFirst(), INVOICES.removeFirst());
        BigDecimal all = invoices.stream()
                .map(i -> new BigDecimal(i.get("balance").stringValue())
                        .subtract(new BigDecimal(i.get("pending").stringValue())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        String ids = "[\"" + invoices.get(1).get("id").stringValue() + "\", \""
                + invoices.get(0).get("id").stringValue() + "\"]";

        Reply reply = connector
                .post(
                        "/v1/allocations/suggest",
                        "{\"amount\": \"" + all.add(BigDecimal.ONE) + "\", \"invoiceIds\": " + ids + "}")
                .send()
                .expect(200);

        assertEquals("1.00", reply.at("/rest"));
        assertEquals(invoices.get(0).get("id").stringValue(), reply.at("/allocations/0/invoiceId"));
        connector
                .post("/v1/allocations/suggest", "{\"amount\": \"1.00\", \"invoiceIds\": [\"nothing\"]}")
                .send()
                .expectProblem(422, "invalid");
    }

    @Test
    void a_day_is_reconciled_with_the_books() {
        submit(PostingBodies.forInvoice(payment(), "5.00", invoice())).expect(201);

        Reply reply = connector
                .get("/v1/reconciliation")
                .parameter("date", "2026-11-20")
                .send()
                .expect(200);

        assertEquals("true", reply.at("/balanced"), reply::text);
        assertEquals(reply.at("/accounts/0/ours"), reply.at("/accounts/0/books"));
        connector.get("/v1/reconciliation").send().expectProblem(400, "bad-query");
        connector
                .get("/v1/reconciliation")
                .parameter("date", "20.11.2026")
                .send()
                .expectProblem(400, "bad-query");
    }

    @Test
    void a_receipt_that_is_missing_in_the_books_is_named() {
        String body = PostingBodies.forInvoice(payment(), "5.00", invoice()).replace("2026-11-20", "2026-11-19");
        String id = submit(body).expect(201).at("/id");
        connector.sql(
                "DELETE FROM firm.ReceiptLine WHERE ReceiptId IN (SELECT ReceiptId FROM firm.Receipt WHERE PostingId = '"
                        + id + "')",
                "DELETE FROM firm.Receipt WHERE PostingId = '" + id + "'");

        Reply reply = connector
                .get("/v1/reconciliation")
                .parameter("date", "2026-11-19")
                .send()
                .expect(200);

        assertEquals("false", reply.at("/balanced"));
        assertEquals(id, reply.at("/differences/0/postingId"));
    }

    @Test
    void books_that_refuse_make_the_posting_incomplete_and_a_reversal_a_conflict() {
        Reply posted =
                submit(PostingBodies.forInvoice(payment(), "5.00", invoice())).expect(201);
        connector.sql("UPDATE firm.TriggerSwitch SET IsOn = TRUE WHERE Name = 'RAISE'");
        try {
            Reply refused = submit(PostingBodies.forInvoice(payment(), "5.00", invoice()))
                    .expect(201);
            assertEquals("INCOMPLETE", refused.at("/status"));
            assertEquals("books-refused", refused.at("/reasons/0/code"));
            connector
                    .post("/v1/postings/" + posted.at("/id") + "/reverse", "{\"reason\": \"REFUND\"}")
                    .send()
                    .expectProblem(409, "books-refused");
        } finally {
            connector.sql("UPDATE firm.TriggerSwitch SET IsOn = FALSE WHERE Name = 'RAISE'");
        }
    }

    @Test
    void another_database_than_the_configured_one_is_read_but_not_posted_to() {
        try (TestConnector other = TestConnector.startForOtherDatabase()) {
            other.get("/v1/invoices").send().expect(200);
            other.get("/v1/postings").send().expect(200);
            other.post("/v1/postings", PostingBodies.payment("p", "5.00"))
                    .header("Idempotency-Key", "k")
                    .send()
                    .expectProblem(503, "other-database");
            other.post("/v1/postings/p/post", "{}").send().expectProblem(503, "other-database");
            other.post("/v1/postings/p/remove", NOTE).send().expectProblem(503, "other-database");
        }
    }

    @Test
    void a_database_that_may_lose_what_it_has_committed_is_read_but_not_posted_to() {
        try (TestConnector delaying = TestConnector.startWithDelayedDurability()) {
            delaying.get("/v1/postings").send().expect(200);
            Reply refused = delaying.post("/v1/postings", PostingBodies.payment("p", "5.00"))
                    .header("Idempotency-Key", "k")
                    .send()
                    .expectProblem(503, "durability-delayed");
            assertEquals(Optional.of("60"), refused.header("Retry-After"));
            for (String move : List.of("post", "remove", "reopen")) {
                delaying.post("/v1/postings/p/" + move, move.equals("post") ? "{}" : NOTE)
                        .send()
                        .expectProblem(503, "durability-delayed");
            }
        }
    }

    private static String payment() {
        payments++;
        return "pay-" + payments;
    }

    /** An open invoice that no other test pays. */
    private static String invoice() {
        return INVOICES.removeFirst().get("id").stringValue();
    }

    private static Reply submit(String body) {
        return submit(body, "key-" + payment());
    }

    private static Reply submit(String body, String key) {
        return connector
                .post("/v1/postings", body)
                .header("Idempotency-Key", key)
                .send();
    }
}
