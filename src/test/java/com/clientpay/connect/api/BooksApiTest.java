package com.clientpay.connect.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.demo.DemoFacts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The firm's books as callers read them. */
class BooksApiTest {
    private static TestConnector connector;

    @BeforeAll
    static void start() {
        connector = TestConnector.start();
    }

    @AfterAll
    static void stop() {
        connector.close();
    }

    @Test
    void bank_accounts_come_whole_with_their_kind_and_the_inactive_ones_too() {
        Reply reply = connector.get("/v1/bank-accounts").send().expect(200);

        assertTrue(reply.json().get("next").isNull());
        JsonNode trust = item(reply, "id", DemoFacts.TRUST_BANK);
        assertEquals("TRUST", trust.get("kind").stringValue());
        assertTrue(trust.get("active").booleanValue());
        assertFalse(item(reply, "id", DemoFacts.INACTIVE_BANK).get("active").booleanValue());
    }

    @Test
    void ledger_codes_and_transaction_types_come_whole() {
        Reply codes = connector.get("/v1/ledger-codes").send().expect(200);
        assertTrue(item(codes, "code", DemoFacts.LEDGER_CODE).get("active").booleanValue());
        assertFalse(item(codes, "code", DemoFacts.INACTIVE_LEDGER_CODE)
                .get("active")
                .booleanValue());

        Reply types = connector.get("/v1/transaction-types").send().expect(200);
        assertTrue(item(types, "code", DemoFacts.TRANSACTION_TYPE).get("active").booleanValue());
        assertFalse(item(types, "code", DemoFacts.INACTIVE_TRANSACTION_TYPE)
                .get("active")
                .booleanValue());
    }

    @Test
    void a_matter_carries_its_balances_and_the_firms_own_fields() {
        Reply reply = connector.get("/v1/matters/" + DemoFacts.MATTER).send().expect(200);

        assertEquals(DemoFacts.MATTER_NUMBER, reply.at("/number"));
        assertEquals(DemoFacts.CLIENT_NUMBER, reply.at("/clientNumber"));
        assertEquals("OPEN", reply.at("/status"));
        assertTrue(reply.json().get("fields").has("PRACTICE_AREA"), reply.text());
        assertFalse(reply.json().get("fields").has("CLIENT_NUMBER"), reply.text());
        assertEquals(
                connector.query("SELECT SUM(Balance) FROM firm.Invoice WHERE MatterId = '" + DemoFacts.MATTER + "'"),
                List.of(reply.at("/arBalance")));
    }

    @Test
    void an_invoice_is_found_by_its_id_also_when_it_is_paid() {
        String open = connector
                .get("/v1/invoices")
                .parameter("limit", "1")
                .send()
                .items("id")
                .get(0);
        assertEquals(
                "true", connector.get("/v1/invoices/" + open).send().expect(200).at("/open"));

        String paid = connector
                .query("SELECT InvoiceId FROM firm.Invoice WHERE Balance = 0 LIMIT 1")
                .get(0);
        Reply closed = connector.get("/v1/invoices/" + paid).send().expect(200);
        assertEquals("false", closed.at("/open"));
        assertEquals("0.00", closed.at("/balance"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "%25", "%20", "I'%20OR%20'1'='1", "%E4%B8%AD", "x%2Bx"})
    void an_id_that_the_books_do_not_know_is_not_found(String id) {
        connector.get("/v1/invoices/" + id).send().expectProblem(404, "not-found");
        connector.get("/v1/matters/" + id).send().expectProblem(404, "not-found");
    }

    @Test
    void an_id_longer_than_any_in_the_books_is_not_found() {
        connector.get("/v1/invoices/" + "9".repeat(65)).send().expectProblem(404, "not-found");
        connector.get("/v1/matters/" + "9".repeat(2_000)).send().expectProblem(404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/matters, SELECT COUNT(*) FROM firm.Matter",
        "/v1/invoices, SELECT COUNT(*) FROM firm.Invoice WHERE Balance > 0",
        "/v1/trust-ledgers, SELECT COUNT(*) FROM firm.TrustLedger"
    })
    void a_list_without_a_search_is_everything_once(String path, String count) {
        List<JsonNode> all = everything(path, Optional.empty(), 173);

        assertEquals(connector.query(count), List.of(String.valueOf(all.size())));
        assertEquals(
                all.size(),
                new HashSet<>(all.stream()
                                .map(item -> item.get("id").stringValue())
                                .toList())
                        .size());
    }

    @Test
    void open_invoices_come_by_date_and_id() {
        List<String> keys = everything("/v1/invoices", Optional.empty(), 500).stream()
                .map(invoice -> invoice.get("date").stringValue() + " "
                        + invoice.get("id").stringValue())
                .toList();

        assertEquals(keys.stream().sorted().toList(), keys);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/matters", "/v1/invoices", "/v1/trust-ledgers"})
    void a_search_by_client_number_finds_everything_of_the_client(String path) {
        Reply reply =
                search(path, "CLIENT_NUMBER", DemoFacts.CLIENT_NUMBER).send().expect(200);

        assertFalse(reply.items().isEmpty());
        assertTrue(
                reply.items(path.equals("/v1/matters") ? "number" : "matterNumber").stream()
                        .allMatch(number -> number.startsWith(DemoFacts.CLIENT_NUMBER + "-")),
                reply.text());
    }

    @Test
    void a_search_goes_from_slice_to_slice_and_leaves_nothing_out() {
        List<JsonNode> inSlices = everything("/v1/matters", Optional.of("CLIENT_NUMBER=10"), 7);
        List<JsonNode> atOnce = everything("/v1/matters", Optional.of("CLIENT_NUMBER=10"), 500);

        assertTrue(atOnce.size() > 100, "only " + atOnce.size());
        assertEquals(atOnce, inSlices);
    }

    @Test
    void names_are_found_whatever_their_case() {
        String name = connector.get("/v1/matters/" + DemoFacts.MATTER).send().at("/clientName");

        Reply upper = search("/v1/matters", "CLIENT_NAME", name.toUpperCase(Locale.ROOT))
                .send();
        Reply lower = search("/v1/matters", "CLIENT_NAME", name.toLowerCase(Locale.ROOT))
                .send();

        assertTrue(upper.items("id").contains(DemoFacts.MATTER));
        assertEquals(upper.items("id"), lower.items("id"));
    }

    @Test
    void wildcards_are_letters() {
        assertTrue(search("/v1/matters", "CLIENT_NUMBER", "100%").send().items().isEmpty());
        assertTrue(
                search("/v1/matters", "CLIENT_NUMBER", "1002_").send().items().isEmpty());
        Reply percent = search("/v1/matters", "CLIENT_NAME", "%")
                .parameter("match", "contains")
                .send();
        assertTrue(percent.items("clientName").stream().allMatch(name -> name.contains("%")), percent.text());
    }

    @Test
    void an_exact_search_finds_the_whole_value_only() {
        String number = DemoFacts.MATTER_NUMBER;
        assertEquals(
                List.of(DemoFacts.MATTER),
                search("/v1/matters", "MATTER_NUMBER", number)
                        .parameter("match", "exact")
                        .send()
                        .items("id"));
        assertEquals(
                List.of(),
                search("/v1/matters", "MATTER_NUMBER", number.substring(0, 8))
                        .parameter("match", "exact")
                        .send()
                        .items("id"));
    }

    @Test
    void a_name_is_also_found_from_its_middle() {
        String name = connector.get("/v1/matters/" + DemoFacts.MATTER).send().at("/clientName");
        String middle = name.substring(1, name.length() - 1);

        assertTrue(search("/v1/matters", "CLIENT_NAME", middle)
                .parameter("match", "contains")
                .parameter("limit", "500")
                .send()
                .items("id")
                .contains(DemoFacts.MATTER));
    }

    @Test
    void an_invoice_number_may_belong_to_several_invoices() {
        String number = connector
                .query(
                        "SELECT InvoiceNumber FROM firm.Invoice WHERE Balance > 0 GROUP BY InvoiceNumber HAVING COUNT(*) > 1")
                .get(0);

        assertEquals(
                List.of(number, number),
                search("/v1/invoices", "INVOICE_NUMBER", number)
                        .parameter("match", "exact")
                        .send()
                        .items("number"));
    }

    @Test
    void a_field_that_may_not_be_searched_from_its_middle_says_what_may() {
        Reply refused = search("/v1/matters", "CLIENT_NUMBER", "002")
                .parameter("match", "contains")
                .send()
                .expectProblem(422, "contains-not-allowed");

        assertTrue(refused.at("/detail").contains("CLIENT_NAME"), refused.text());
    }

    @Test
    void a_field_that_cannot_be_searched_names_those_that_can() {
        Reply unknown = search("/v1/matters", "SHOE_SIZE", "44").send().expectProblem(400, "bad-query");
        assertEquals(List.of("?by"), unknown.wrongPlaces());
        assertTrue(unknown.at("/errors/0/detail").contains("CLIENT_NUMBER"), unknown.text());

        search("/v1/matters", "OFFICE", "B").send().expectProblem(400, "bad-query");
        search("/v1/matters", "client_number", "1").send().expectProblem(400, "bad-query");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/matters", "/v1/invoices", "/v1/trust-ledgers"})
    void by_and_q_go_together(String path) {
        assertEquals(
                List.of("?q"),
                connector
                        .get(path)
                        .parameter("by", "CLIENT_NAME")
                        .send()
                        .expect(400)
                        .wrongPlaces());
        assertEquals(
                List.of("?by"),
                connector.get(path).parameter("q", "x").send().expect(400).wrongPlaces());
    }

    @Test
    void every_wrong_parameter_is_named_at_once() {
        Reply reply = connector
                .get("/v1/invoices")
                .parameter("limit", "501")
                .parameter("match", "fuzzy")
                .parameter("cursor", "abc")
                .parameter("by", "CLIENT_NAME")
                .parameter("q", "")
                .parameter("color", "red")
                .send()
                .expectProblem(400, "bad-query");

        assertEquals(
                List.of("?color", "?cursor", "?limit", "?match", "?q"),
                reply.wrongPlaces().stream().sorted().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501", "-1", "1.5", "ten", "01", "", "9999999999999999999999"})
    void a_limit_out_of_bounds_is_refused(String limit) {
        connector.get("/v1/matters").parameter("limit", limit).send().expectProblem(400, "bad-query");
    }

    @Test
    void a_parameter_given_twice_is_refused() {
        connector
                .get("/v1/matters")
                .parameter("limit", "1")
                .parameter("limit", "2")
                .send()
                .expect(400);
    }

    @Test
    void a_cursor_belongs_to_its_list_and_its_search() {
        String matters =
                connector.get("/v1/matters").parameter("limit", "1").send().at("/next");
        String searched = search("/v1/matters", "CLIENT_NUMBER", "10")
                .parameter("limit", "1")
                .send()
                .at("/next");

        connector.get("/v1/invoices").parameter("cursor", matters).send().expectProblem(400, "bad-query");
        connector.get("/v1/matters").parameter("cursor", searched).send().expectProblem(400, "bad-query");
        search("/v1/matters", "CLIENT_NUMBER", "100")
                .parameter("cursor", searched)
                .send()
                .expect(400);
        search("/v1/matters", "CLIENT_NUMBER", "10")
                .parameter("cursor", searched)
                .send()
                .expect(200);
    }

    @Test
    void whole_lists_take_no_parameters() {
        connector.get("/v1/bank-accounts").parameter("limit", "10").send().expectProblem(400, "bad-query");
        connector.get("/v1/ledger-codes").parameter("q", "P").send().expectProblem(400, "bad-query");
    }

    @Test
    void a_copy_of_what_is_known_is_not_sent_again() {
        Reply first = connector.get("/v1/invoices").send().expect(200);
        Reply again = connector
                .get("/v1/invoices")
                .header("If-None-Match", first.etag())
                .send()
                .expect(304);

        assertEquals(first.etag(), again.etag());
        assertNotEquals(
                first.etag(),
                connector.get("/v1/invoices").parameter("limit", "2").send().etag());
    }

    private static ApiCall search(String path, String by, String q) {
        return connector.get(path).parameter("by", by).parameter("q", q);
    }

    /** @param search such as {@code CLIENT_NUMBER=10} */
    private static List<JsonNode> everything(String path, Optional<String> search, int limit) {
        List<JsonNode> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            ApiCall call = connector.get(path).parameter("limit", String.valueOf(limit));
            search.map(text -> text.split("="))
                    .ifPresent(parts -> call.parameter("by", parts[0]).parameter("q", parts[1]));
            cursor.ifPresent(next -> call.parameter("cursor", next));
            Reply reply = call.send().expect(200);
            assertTrue(reply.items().size() <= limit);
            all.addAll(reply.items());
            cursor = Optional.of(reply.json().get("next"))
                    .filter(JsonNode::isString)
                    .map(JsonNode::stringValue);
        } while (cursor.isPresent());
        return all;
    }

    private static JsonNode item(Reply reply, String member, String value) {
        return reply.items().stream()
                .filter(item -> item.get(member).stringValue().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + value + " in " + reply.text()));
    }
}
