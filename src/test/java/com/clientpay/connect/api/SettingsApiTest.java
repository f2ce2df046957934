package com.clientpay.connect.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.demo.DemoFacts;
import com.clientpay.connect.http.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connect settings as callers read and change them. */
class SettingsApiTest {
    private static final String SETTINGS = """
            {"defaultArMessage": "Thank you", "usePostedDate": %s, "automaticPosting": true,
             "timeZone": "America/New_York", "currency": "USD"}""";
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
    void what_was_read_may_be_sent_back_and_changes_nothing() {
        for (String path :
                List.of("/v1/fields", "/v1/posting-settings", "/v1/merchant-accounts/" + DemoFacts.TRUST_MERCHANT)) {
            Reply read = connector.get(path).send().expect(200);

            Reply sent = connector
                    .put(path, read.text())
                    .header("If-Match", read.etag())
                    .send()
                    .expect(200);

            assertEquals(read.text(), sent.text());
            assertEquals(read.etag(), sent.etag());
        }
    }

    @Test
    void the_fields_can_be_put_in_another_order_and_hidden() {
        Reply before = connector.get("/v1/fields").send();
        List<Map<String, Object>> items = new ArrayList<>();
        before.items("name").forEach(name -> items.add(Map.of("name", name, "shownOn", List.of("RECEIPTS"))));
        Collections.reverse(items);

        Reply after = connector
                .put("/v1/fields", Json.text(Map.of("items", items)))
                .header("If-Match", before.etag())
                .send()
                .expect(200);

        assertEquals(items.stream().map(item -> item.get("name")).toList(), after.items("name"));
        assertEquals("[\"RECEIPTS\"]", after.at("/items/0/shownOn"));
        assertNotEquals(before.etag(), after.etag());
        assertEquals(after.text(), connector.get("/v1/fields").send().text());
        connector.put("/v1/fields", before.text()).send().expect(200);
    }

    @Test
    void fields_can_be_neither_added_nor_left_out() {
        Reply missing = connector.put("/v1/fields", "{\"items\": []}").send().expectProblem(422, "invalid");
        assertEquals(List.of("/items"), missing.wrongPlaces());

        connector
                .put("/v1/fields", "{\"items\": [{\"name\": \"SHOE_SIZE\", \"shownOn\": []}]}")
                .send()
                .expectProblem(422, "invalid");
    }

    @Test
    void a_merchant_account_is_made_changed_and_forgotten() {
        String path = "/v1/merchant-accounts/" + ApiCall.encoded("Cards#2?");
        String body = merchant("OPERATING", DemoFacts.SECOND_OPERATING_BANK);

        Reply made = connector.put(path, body).send().expect(201);
        assertEquals("Cards#2?", made.at("/id"));
        Reply same = connector.put(path, body).send().expect(200);
        assertEquals(made.etag(), same.etag());
        Reply changed = connector
                .put(path, merchant("TRUST", DemoFacts.SECOND_TRUST_BANK))
                .header("If-Match", made.etag())
                .send()
                .expect(200);
        assertEquals("TRUST", changed.at("/kind"));
        connector.put(path, body).header("If-Match", made.etag()).send().expectProblem(412, "changed-meanwhile");
        connector.call("DELETE", path).header("If-Match", made.etag()).send().expectProblem(412, "changed-meanwhile");

        connector.call("DELETE", path).header("If-Match", changed.etag()).send().expect(204);
        connector.get(path).send().expectProblem(404, "not-found");
        connector.call("DELETE", path).send().expectProblem(404, "not-found");
        assertFalse(connector.get("/v1/merchant-accounts").send().items("id").contains("Cards#2?"));
    }

    @Test
    void a_mapping_to_what_the_books_do_not_have_names_each_wrong_place() {
        Reply reply = connector.put("/v1/merchant-accounts/new", """
                        {"name": "New", "kind": "OPERATING", "ledgerCode": "NONE", "transactionType": "CSH",
                         "bankAccountId": "TRUST-1"}""").send().expectProblem(422, "invalid");

        assertEquals(
                List.of("/bankAccountId", "/ledgerCode", "/transactionType"),
                reply.wrongPlaces().stream().sorted().toList());
        connector
                .put("/v1/merchant-accounts/new", merchant("OPERATING", DemoFacts.INACTIVE_BANK))
                .send()
                .expectProblem(422, "invalid");
        connector.get("/v1/merchant-accounts/new").send().expect(404);
    }

    @Test
    void an_id_that_is_no_visible_ascii_is_refused() {
        connector
                .put("/v1/merchant-accounts/%C3%A4", merchant("TRUST", DemoFacts.TRUST_BANK))
                .send()
                .expect(422);
        connector
                .put("/v1/merchant-accounts/" + "x".repeat(65), merchant("TRUST", DemoFacts.TRUST_BANK))
                .send()
                .expect(422);
    }

    @Test
    void a_merchant_account_whose_postings_wait_keeps_its_kind() {
        connector
                .put("/v1/merchant-accounts/waiting", merchant("OPERATING", DemoFacts.OPERATING_BANK))
                .send()
                .expect(201);
        connector
                .post(
                        "/v1/postings",
                        PostingBodies.payment("pay-waiting", "10.00").replace("\"operating\"", "\"waiting\""))
                .header("Idempotency-Key", "key-waiting")
                .send()
                .expect(201);

        connector
                .put("/v1/merchant-accounts/waiting", merchant("TRUST", DemoFacts.TRUST_BANK))
                .send()
                .expectProblem(409, "postings-waiting");
        connector.call("DELETE", "/v1/merchant-accounts/waiting").send().expectProblem(409, "postings-waiting");
        connector
                .put("/v1/merchant-accounts/waiting", merchant("OPERATING", DemoFacts.SECOND_OPERATING_BANK))
                .send()
                .expect(200);
    }

    @Test
    void posting_settings_have_a_version() {
        Reply before = connector.get("/v1/posting-settings").send().expect(200);

        Reply changed = connector
                .put("/v1/posting-settings", SETTINGS.formatted("true"))
                .header("If-Match", before.etag())
                .send()
                .expect(200);

        assertEquals("true", changed.at("/usePostedDate"));
        assertNotEquals(before.etag(), changed.etag());
        connector
                .put("/v1/posting-settings", SETTINGS.formatted("false"))
                .header("If-Match", before.etag())
                .send()
                .expectProblem(412, "changed-meanwhile");
        connector
                .put("/v1/posting-settings", SETTINGS.formatted("false"))
                .header("If-Match", "*")
                .send()
                .expect(200);
        connector.put("/v1/posting-settings", before.text()).send().expect(200);
    }

    @Test
    void an_asterisk_asks_for_a_merchant_account_that_is_there() {
        String account = """
                {"name": "Cards", "kind": "OPERATING", "ledgerCode": "PMT", "transactionType": "CC",
                 "bankAccountId": "OPER-1"}""";
        ApiCall put = connector.put("/v1/merchant-accounts/asterisk", account).header("If-Match", "*");

        put.send().expectProblem(412, "changed-meanwhile");
        connector.get("/v1/merchant-accounts/asterisk").send().expectProblem(404, "not-found");
        connector.put("/v1/merchant-accounts/asterisk", account).send().expect(201);
        put.send().expect(200);
        connector.call("DELETE", "/v1/merchant-accounts/asterisk").send().expect(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"v999\"", "v1", "\"1\"", "W/\"v1\"", "rubbish"})
    void a_version_that_is_not_the_stored_one_changes_nothing(String version) {
        String before = connector.get("/v1/posting-settings").send().text();

        connector
                .put("/v1/posting-settings", SETTINGS.formatted("true"))
                .header("If-Match", version)
                .send()
                .expectProblem(412, "changed-meanwhile");

        assertEquals(before, connector.get("/v1/posting-settings").send().text());
    }

    @Test
    void every_wrong_setting_is_named_at_once() {
        Reply reply = connector.put("/v1/posting-settings", """
                        {"defaultArMessage": "a\\u0007b", "usePostedDate": "yes", "timeZone": "New York", "currency": "XYZ"}""").send().expectProblem(422, "invalid");

        assertEquals(
                List.of("/automaticPosting", "/currency", "/defaultArMessage", "/timeZone", "/usePostedDate"),
                reply.wrongPlaces().stream().sorted().toList());
    }

    @Test
    void a_wrong_body_is_told_before_a_stale_version() {
        for (String path : List.of("/v1/fields", "/v1/posting-settings", "/v1/merchant-accounts/trust")) {
            connector.put(path, "{}").header("If-Match", "\"stale\"").send().expectProblem(422, "invalid");
        }
    }

    @Test
    void what_changed_and_who_changed_it_is_on_record() {
        connector
                .put("/v1/merchant-accounts/recorded", merchant("TRUST", DemoFacts.TRUST_BANK))
                .send()
                .expect(201);

        Reply activity = connector
                .loopback("GET", "/v1/admin/activity")
                .key(connector.key(com.clientpay.connect.http.Scope.ADMIN))
                .send()
                .expect(200);

        assertTrue(
                activity.json()
                        .get("settings")
                        .valueStream()
                        .anyMatch(event -> event.get("subject").stringValue().equals("recorded")
                                && event.get("actor").stringValue().equals("key:all")),
                activity.text());
    }

    private static String merchant(String kind, String bankAccountId) {
        return """
                {"name": "Cards", "kind": "%s", "ledgerCode": "PMT", "transactionType": "CC", "bankAccountId": "%s"}""".formatted(kind, bankAccountId);
    }
}
