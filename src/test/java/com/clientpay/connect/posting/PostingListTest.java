package com.clientpay.connect.posting;

import static com.clientpay.connect.posting.PostingFirm.payment;
import static com.clientpay.connect.posting.PostingFirm.toInvoice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.http.Cursor;
import com.clientpay.connect.http.FieldError;
import com.clientpay.connect.testfirm.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PostingListTest {
    private final PostingFirm firm = PostingFirm.open();

    @AfterEach
    void close() {
        firm.close();
    }

    private Request list(Map<String, String> parameters) {
        Request request = firm.request("GET", "/v1/postings");
        parameters.forEach(request::parameter);
        return request;
    }

    private static List<String> payments(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(posting -> posting.get("paymentId").stringValue())
                .toList();
    }

    private List<String> found(Map<String, String> parameters) {
        return payments(Request.json(list(parameters).send()));
    }

    /** Records payments that stay INCOMPLETE, all at the same millisecond. */
    private void record(String... payments) {
        for (String payment : payments) {
            firm.submit("key-" + payment, payment(payment));
        }
    }

    @Test
    void postings_come_newest_first_and_whole() {
        record("a");
        firm.clock.pass(Duration.ofSeconds(1));
        record("b");
        JsonNode page = Request.json(list(Map.of()).send());
        assertEquals(List.of("b", "a"), payments(page));
        assertTrue(page.get("next").isNull());
        String id = page.get("items").get(0).get("id").stringValue();
        assertEquals(firm.get(id), page.get("items").get(0));
    }

    @Test
    void pages_show_every_posting_once_also_those_of_one_millisecond() {
        record("a", "b", "c", "d", "e");
        firm.clock.pass(Duration.ofMillis(1));
        record("f", "g");
        List<String> seen = new ArrayList<>();
        JsonNode page = Request.json(list(Map.of("limit", "2")).send());
        seen.addAll(payments(page));
        while (!page.get("next").isNull()) {
            page = Request.json(
                    list(Map.of("limit", "2", "cursor", page.get("next").stringValue()))
                            .send());
            seen.addAll(payments(page));
        }
        assertEquals(7, seen.size());
        assertEquals(
                List.of("a", "b", "c", "d", "e", "f", "g"),
                seen.stream().sorted().toList());
        assertEquals(List.of("f", "g"), seen.subList(0, 2).stream().sorted().toList());
    }

    @Test
    void filters_go_together() {
        record("incomplete");
        firm.submit("key-1", payment("posted", toInvoice("i1", "100.00")));
        firm.submit("key-2", payment("trust").replace("\"cards\"", "\"retainers\""));
        assertEquals(List.of("posted"), found(Map.of("status", "POSTED")));
        assertEquals(3, found(Map.of("status", "POSTED,INCOMPLETE")).size());
        assertEquals(List.of("trust"), found(Map.of("merchantAccountId", "retainers")));
        assertEquals(List.of(), found(Map.of("merchantAccountId", "retainers", "status", "POSTED")));
        assertEquals(List.of("incomplete"), found(Map.of("paymentId", "incomplete")));
        assertEquals(List.of(), found(Map.of("paymentId", "INCOMPLETE")));
        assertEquals(List.of("posted"), found(Map.of("q", "post")));
        assertEquals(3, found(Map.of("q", "A. Ex")).size());
        assertEquals(List.of(), found(Map.of("q", "%")));
    }

    @Test
    void days_are_the_firms_and_both_are_included() {
        firm.timeIs("2026-11-06T04:59:59Z");
        record("fifth");
        firm.timeIs("2026-11-06T05:00:00Z");
        record("sixth");
        assertEquals(List.of("fifth"), found(Map.of("from", "2026-11-05", "to", "2026-11-05")));
        assertEquals(List.of("sixth"), found(Map.of("from", "2026-11-06")));
        assertEquals(List.of("sixth", "fifth"), found(Map.of("to", "2026-11-06")));
        assertEquals(List.of(), found(Map.of("to", "2026-11-04")));
    }

    @Test
    void counts_name_every_status_also_those_without_postings() {
        record("a", "b");
        firm.submit("key-1", payment("posted", toInvoice("i1", "100.00")));
        assertEquals(
                "{\"PENDING\":0,\"INCOMPLETE\":2,\"QUEUED\":0,\"POSTED\":1,\"REMOVED\":0,\"REVERSING\":0,\"REVERSED\":0}",
                Request.json(firm.request("GET", "/v1/postings/counts").send()).toString());
        JsonNode filtered = Request.json(
                firm.request("GET", "/v1/postings/counts").parameter("q", "po").send());
        assertEquals(0, filtered.get("INCOMPLETE").intValue());
        assertEquals(1, filtered.get("POSTED").intValue());
    }

    @Test
    void wrong_parameters_are_named() {
        Map<String, String> wrong = Map.of(
                "status", "posted",
                "q", "",
                "paymentId", "pay 1",
                "merchantAccountId", "ü",
                "from", "yesterday",
                "to", "2026-02-30",
                "limit", "501",
                "cursor", "bm9uZQ",
                "sort", "id");
        for (Map.Entry<String, String> parameter : wrong.entrySet()) {
            var problem = list(Map.ofEntries(parameter)).refusal();
            assertEquals(400, problem.status());
            assertEquals(
                    List.of("?" + parameter.getKey()),
                    problem.errors().stream().map(FieldError::pointer).toList());
        }
        assertEquals(
                400,
                list(Map.of("from", "2026-11-03", "to", "2026-11-02")).refusal().status());
        assertEquals(
                400,
                firm.request("GET", "/v1/postings/counts")
                        .parameter("status", "POSTED")
                        .refusal()
                        .status());
    }

    @Test
    void a_cursor_belongs_to_its_filters() {
        record("a", "b");
        String cursor =
                Request.json(list(Map.of("limit", "1")).send()).get("next").stringValue();
        assertEquals(
                400,
                list(Map.of("limit", "1", "cursor", cursor, "status", "POSTED"))
                        .refusal()
                        .status());
    }

    @Test
    void a_made_up_cursor_is_refused() {
        String context = "postings "
                + new PostingFilter(
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        for (String time : List.of("-1", "999999999999999", "now", "99999999999999999999")) {
            assertEquals(
                    400,
                    list(Map.of("cursor", Cursor.encode(context, time, "pst_1")))
                            .refusal()
                            .status());
        }
    }
}
