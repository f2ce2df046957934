package com.clientpay.connect.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.http.Answer;
import com.clientpay.connect.http.FieldError;
import com.clientpay.connect.http.Json;
import com.clientpay.connect.http.Problem;
import com.clientpay.connect.http.ProblemException;
import com.clientpay.connect.http.Route;
import com.clientpay.connect.testfirm.MovableClock;
import com.clientpay.connect.testfirm.Request;
import com.clientpay.connect.testfirm.TestFirm;
import com.clientpay.connect.testfirm.Together;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class MerchantAccountsTest {
    private static final String PATH = "/v1/merchant-accounts/{id}";
    private static final String OPERATING = """
            {"name": "Web payments", "kind": "OPERATING", "ledgerCode": "PAY", "transactionType": "CARD",
             "bankAccountId": "100"}""";
    private static final String TRUST = """
            {"name": "Web payments", "kind": "TRUST", "bankAccountId": "200"}""";

    private final TestFirm firm = TestFirm.open();
    private final MovableClock clock = new MovableClock();
    private final List<Route> routes = new SettingsRoutes(
                    new FieldService(firm.database(), clock),
                    new MerchantAccountService(firm.database(), clock),
                    new PostingSettingsService(firm.database(), clock))
            .routes();
    private final SettingsTrail trail = new SettingsTrail(firm.database());

    @AfterEach
    void close() {
        firm.close();
    }

    @Test
    void a_new_merchant_account_is_created_and_read_back() {
        Answer created = put(OPERATING).send();

        assertEquals(201, created.status());
        assertEquals("\"v1\"", created.etag().orElseThrow());
        JsonNode account = Json.read("""
                {"id": "m-1", "name": "Web payments", "kind": "OPERATING", "ledgerCode": "PAY",
                 "transactionType": "CARD", "bankAccountId": "100", "version": 1}""");
        assertEquals(account, Request.json(created));
        Answer read = get().send();
        assertEquals(account, Request.json(read));
        assertEquals("\"v1\"", read.etag().orElseThrow());
        Answer list = Request.of(routes, "GET", "/v1/merchant-accounts").send();
        assertEquals(account, Request.json(list).get("items").get(0));
        assertEquals(1, Request.json(list).get("items").size());
        assertTrue(Request.json(list).get("next").isNull(), "the list comes whole");
    }

    @Test
    void codes_that_are_not_given_are_left_out() {
        JsonNode account = Request.json(put(TRUST).send());

        assertEquals(Set.of("id", "name", "kind", "bankAccountId", "version"), Set.copyOf(account.propertyNames()));
    }

    @Test
    void a_merchant_account_that_exists_is_changed_and_the_trail_says_from_what_to_what() {
        put(OPERATING).send();

        Answer changed = put(OPERATING.replace("Web payments", "Portal").replace("\"PAY\"", "null"))
                .send();

        assertEquals(200, changed.status());
        assertEquals("\"v2\"", changed.etag().orElseThrow());
        SettingsEvent event = trail.newest(10).get(0);
        assertEquals("merchant-account-changed", event.what());
        assertEquals("m-1", event.subject());
        assertEquals("key:tester", event.actor());
        assertEquals(clock.instant(), event.at());
        assertEquals(Json.read("""
                        {"name": {"from": "Web payments", "to": "Portal"}, "ledgerCode": {"from": "PAY", "to": null}}"""), Json.read(event.detail().orElseThrow()));
    }

    @Test
    void putting_the_same_again_writes_nothing() {
        put(OPERATING).send();

        Answer again = put(OPERATING).send();

        assertEquals(200, again.status());
        assertEquals("\"v1\"", again.etag().orElseThrow());
        assertEquals(List.of("merchant-account-created"), events());
    }

    @Test
    void what_was_read_may_be_put_back() {
        String read = Request.json(put(OPERATING).send()).toString();

        assertEquals(200, put(read).send().status());
    }

    @Test
    void blanks_around_a_name_are_not_kept() {
        JsonNode account = Request.json(
                put(TRUST.replace("Web payments", "  Web payments ")).send());

        assertEquals("Web payments", account.get("name").stringValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bankAccountId   | \"100\"       | \"777\"   | is not a bank account of the firm's books",
                "bankAccountId   | \"100\"       | \"190\"   | is a bank account that is no longer active",
                "bankAccountId   | \"100\"       | \"200\"   | is a bank account of kind TRUST, but the merchant account is of kind OPERATING",
                "ledgerCode      | \"PAY\"       | \"NOPE\"  | is not a ledger code of the firm's books",
                "ledgerCode      | \"PAY\"       | \"OLD\"   | is a ledger code that is no longer active",
                "transactionType | \"CARD\"      | \"NOPE\"  | is not a transaction type of the firm's books",
                "transactionType | \"CARD\"      | \"CASH\"  | is a transaction type that is no longer active",
                "name            | \"Web payments\" | \" \"  | must not be blank",
                "kind            | \"OPERATING\" | \"ESCROW\" | must be one of OPERATING, TRUST"
            })
    void what_the_books_do_not_have_is_refused(String property, String right, String wrong, String detail) {
        Problem problem = put(OPERATING.replace(right, wrong)).refusal();

        assertEquals(422, problem.status());
        assertEquals(List.of(new FieldError("/" + property, detail)), problem.errors());
        assertEquals(List.of(), events());
    }

    @Test
    void everything_that_the_books_refuse_is_told_at_once() {
        Problem problem = put("""
                {"name": "x", "kind": "TRUST", "ledgerCode": "NOPE", "transactionType": "CASH", "bankAccountId": "190"}""").refusal();

        assertEquals(
                List.of("/bankAccountId", "/bankAccountId", "/ledgerCode", "/transactionType"),
                problem.errors().stream().map(FieldError::pointer).toList());
    }

    @Test
    void everything_that_is_missing_or_unknown_is_told_at_once() {
        Problem problem = put("{\"color\": 1, \"id\": \"m-2\"}").refusal();

        assertEquals(422, problem.status());
        assertEquals(
                new TreeSet<>(Set.of("/id", "/name", "/kind", "/bankAccountId", "/color")),
                problem.errors().stream().map(FieldError::pointer).collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "two words", "Zürich", "12345678901234567890123456789012345678901234567890123456789012345"})
    void an_id_that_is_none_is_refused_when_put_and_not_found_otherwise(String id) {
        assertEquals(
                List.of("/id"),
                Request.of(routes, "PUT", PATH).path("id", id).body(TRUST).refusal().errors().stream()
                        .map(FieldError::pointer)
                        .toList());
        assertEquals(
                404, Request.of(routes, "GET", PATH).path("id", id).refusal().status());
        assertEquals(
                404, Request.of(routes, "DELETE", PATH).path("id", id).refusal().status());
    }

    @Test
    void ids_that_differ_in_case_are_two_merchant_accounts() {
        put(OPERATING).send();

        assertEquals(
                201,
                Request.of(routes, "PUT", PATH)
                        .path("id", "M-1")
                        .body(TRUST)
                        .send()
                        .status());
        assertEquals("OPERATING", Request.json(get().send()).get("kind").stringValue());
    }

    @Test
    void a_change_from_an_old_version_is_refused_and_changes_nothing() {
        put(OPERATING).send();
        put(OPERATING.replace("Web", "Other")).send();

        Problem problem = put(TRUST).ifMatch("\"v1\"").refusal();

        assertEquals(412, problem.status());
        assertEquals("changed-meanwhile", problem.code());
        assertEquals(
                412, put(OPERATING.replace("{", "{\"version\": 1,")).refusal().status());
        assertEquals("Other payments", Request.json(get().send()).get("name").stringValue());
        assertEquals(200, put(TRUST).ifMatch("\"v2\"").send().status());
    }

    @Test
    void a_change_of_a_version_of_what_does_not_exist_creates_nothing() {
        assertEquals(412, put(OPERATING).ifMatch("\"v1\"").refusal().status());
        assertEquals(404, get().refusal().status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PENDING", "INCOMPLETE", "QUEUED", "REVERSING"})
    void the_kind_stays_while_postings_are_not_finished(String status) {
        put(OPERATING).send();
        firm.posting("p-1", "m-1", status);

        Problem problem = put(TRUST).refusal();

        assertEquals(409, problem.status());
        assertEquals("postings-waiting", problem.code());
        assertEquals(
                "1 posting of this merchant account is not finished. Post, remove or finish them, then change its kind.",
                problem.detail());
        assertEquals(409, delete().refusal().status());
        assertEquals(List.of("merchant-account-created"), events());
        assertEquals(200, put(OPERATING.replace("\"100\"", "\"101\"")).send().status(), "the same kind may change");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POSTED", "REMOVED", "REVERSED"})
    void the_kind_may_change_after_the_last_posting_is_finished(String status) {
        put(OPERATING).send();
        firm.posting("p-1", "m-1", status);
        firm.posting("p-2", "M-1", "PENDING");

        assertEquals(200, put(TRUST).send().status());
        assertEquals(204, delete().send().status());
    }

    @Test
    void a_deleted_merchant_account_is_gone_and_the_trail_keeps_what_it_was() {
        put(TRUST).send();

        assertEquals(204, delete().ifMatch("\"v1\"").send().status());

        assertEquals(404, get().refusal().status());
        assertEquals(404, delete().refusal().status());
        SettingsEvent event = trail.newest(1).get(0);
        assertEquals("merchant-account-deleted", event.what());
        assertEquals(Json.read("""
                        {"name": {"from": "Web payments", "to": null}, "kind": {"from": "TRUST", "to": null},
                         "bankAccountId": {"from": "200", "to": null}}"""), Json.read(event.detail().orElseThrow()));
    }

    @Test
    void deleting_an_old_version_is_refused() {
        put(OPERATING).send();
        put(TRUST).send();

        assertEquals(412, delete().ifMatch("\"v1\"").refusal().status());
        assertEquals(200, get().send().status());
    }

    @Test
    void of_savers_with_the_same_version_exactly_one_wins() throws Exception {
        put(OPERATING).send();

        List<Integer> statuses = Together.run(
                8,
                saver -> () -> status(
                        put(OPERATING.replace("Web payments", "Saver " + saver)).ifMatch("\"v1\"")));

        assertEquals(
                List.of(200, 412, 412, 412, 412, 412, 412, 412),
                statuses.stream().sorted().toList());
        assertEquals(2, Request.json(get().send()).get("version").intValue());
        assertEquals(List.of("merchant-account-changed", "merchant-account-created"), events());
    }

    @Test
    void of_callers_that_create_at_once_exactly_one_creates() throws Exception {
        List<Integer> statuses = Together.run(8, saver -> () -> status(put(OPERATING)));

        assertEquals(
                List.of(200, 200, 200, 200, 200, 200, 200, 201),
                statuses.stream().sorted().toList());
        assertEquals(List.of("merchant-account-created"), events());
    }

    @Test
    void query_parameters_are_refused() {
        for (Route route : routes) {
            Request request = Request.of(routes, route.method(), route.path());
            assertEquals(
                    400,
                    request.path("id", "m-1")
                            .parameter("x", "1")
                            .body("{}")
                            .refusal()
                            .status(),
                    route.method() + " " + route.path());
        }
    }

    private static int status(Request request) {
        try {
            return request.send().status();
        } catch (ProblemException e) {
            return e.problem().status();
        }
    }

    private List<String> events() {
        return trail.newest(100).stream().map(SettingsEvent::what).toList();
    }

    private Request put(String body) {
        return Request.of(routes, "PUT", PATH).path("id", "m-1").body(body);
    }

    private Request get() {
        return Request.of(routes, "GET", PATH).path("id", "m-1");
    }

    private Request delete() {
        return Request.of(routes, "DELETE", PATH).path("id", "m-1");
    }
}
