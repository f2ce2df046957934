package com.clientpay.connect.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.http.Scope;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every operation: keys, scopes, problems, versions. */
class ConventionsApiTest {
    private static TestConnector connector;

    @BeforeAll
    static void start() {
        connector = TestConnector.start();
    }

    @AfterAll
    static void stop() {
        connector.close();
    }

    static List<Operation> operations() {
        return OpenApi.described().operations();
    }

    static List<Operation> operationsWithBody() {
        return operations().stream()
                .filter(operation -> operation.bodySchema().isPresent())
                .toList();
    }

    static List<Operation> readsWithTag() {
        return operations().stream()
                .filter(operation -> operation.statuses().contains(304))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void without_a_key_only_what_is_open_is_answered(Operation operation) {
        boolean open = operation.scopes().isEmpty() || isOpenOnLoopback(operation);
        ApiCall call = on(operation, isOnLoopbackOnly(operation));

        Reply reply = call.send();

        if (open) {
            reply.expect(operation.id().equals("signInToConsole") ? 303 : 200);
        } else {
            reply.expectProblem(401, "unauthenticated");
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void a_key_without_the_scope_is_refused_before_anything_else_is_looked_at(Operation operation) {
        for (Scope scope : Scope.values()) {
            if (!operation.scopes().isEmpty()
                    && !isOpenOnLoopback(operation)
                    && !operation.scopes().contains(scope.name().toLowerCase(Locale.ROOT))) {
                on(operation, isOnLoopbackOnly(operation))
                        .key(connector.key(scope))
                        .parameter("nonsense", "1")
                        .send()
                        .expectProblem(403, "forbidden");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_unknown_query_parameter_is_named(Operation operation) {
        ApiCall call = on(operation, true).key(connector.key(scope(operation))).parameter("unknown", "1");
        if (operation.bodySchema().isPresent()) {
            call.json("{}");
        }
        if (operation.id().equals("submitPosting")) {
            call.header("Idempotency-Key", "k");
        }

        Reply reply = call.send().expectProblem(400, "bad-query");

        assertTrue(reply.wrongPlaces().contains("?unknown"), reply.text());
    }

    @ParameterizedTest
    @MethodSource("operationsWithBody")
    void a_body_that_is_no_json_object_is_unreadable(Operation operation) {
        for (String body :
                List.of("{", "[]", "1", "\"a\"", "null", "{\"a\":1,\"a\":2}", "{} {}", "{'a':1}", "\uFEFF{}")) {
            withBody(operation, body).send().expectProblem(400, "unreadable-json");
        }
    }

    @ParameterizedTest
    @MethodSource("operationsWithBody")
    void an_unknown_property_is_named(Operation operation) {
        Reply reply = withBody(operation, "{\"unknown/property\": 1}").send().expectProblem(422, "invalid");

        assertTrue(reply.wrongPlaces().contains("/unknown~1property"), reply.text());
    }

    @ParameterizedTest
    @MethodSource("operationsWithBody")
    void a_body_of_another_content_type_is_refused(Operation operation) {
        withBody(operation, "a=b")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .send()
                .expectProblem(415, "unsupported-media-type");
    }

    @ParameterizedTest
    @MethodSource("operationsWithBody")
    void a_body_above_one_mebibyte_is_refused(Operation operation) {
        withBody(operation, "{\"a\":\"" + "x".repeat(1 << 20) + "\"}").send().expectProblem(413, "body-too-large");
    }

    @ParameterizedTest
    @MethodSource("readsWithTag")
    void what_is_known_already_is_not_sent_again(Operation operation) {
        boolean changesByItself =
                operation.path().equals("/metrics") || operation.path().startsWith("/v1/admin/");
        Reply first = read(operation).send();
        if (first.status() == 404 || changesByItself) {
            return;
        }
        first.expect(200);

        read(operation).header("If-None-Match", first.etag()).send().expect(304);
        read(operation)
                .header("If-None-Match", "\"other\", W/" + first.etag())
                .send()
                .expect(304);
        read(operation).header("If-None-Match", "\"other\"").send().expect(200);
    }

    @Test
    void who_guesses_keys_is_slowed_and_who_has_one_is_not() {
        try (TestConnector guessed = TestConnector.start()) {
            Reply last = guessed.anonymous("GET", "/v1/invoices").key("cpk_x_0").send();
            for (int guess = 1; guess < 100 && last.status() != 429; guess++) {
                last.expectProblem(401, "unauthenticated");
                last = guessed.anonymous("GET", "/v1/invoices")
                        .key("cpk_x_" + guess)
                        .send();
            }
            last.expectProblem(429, "too-many-wrong-keys");
            assertTrue(last.header("Retry-After").orElseThrow().matches("[1-9][0-9]*"), last::text);
            guessed.get("/v1/invoices").send().expect(200);
        }
    }

    @Test
    void a_wrong_key_is_told_no_more_than_a_missing_one() {
        String right = connector.key(Scope.READ);
        String missing = connector.anonymous("GET", "/v1/invoices").send().at("/detail");
        for (String wrong : List.of(
                "Bearer " + right + "x",
                "Bearer cpk_read_x",
                "Bearer cpk_nobody_" + right.substring("cpk_read_".length()),
                "Bearer",
                "Bearer " + right.toUpperCase(Locale.ROOT),
                right,
                "Basic " + right)) {
            Reply reply = connector
                    .anonymous("GET", "/v1/invoices")
                    .header("Authorization", wrong)
                    .send()
                    .expectProblem(401, "unauthenticated");
            assertEquals(missing, reply.at("/detail"), wrong);
        }
    }

    @Test
    void a_sane_request_id_is_taken_over_and_any_other_replaced() {
        assertEquals(
                "order-66.a_B",
                connector
                        .get("/v1/fields")
                        .header("X-Request-Id", "order-66.a_B")
                        .send()
                        .header("X-Request-Id")
                        .orElseThrow());
        for (String strange : List.of("a b", "x".repeat(65), "a/b", "<script>")) {
            assertNotEquals(
                    strange,
                    connector
                            .get("/v1/fields")
                            .header("X-Request-Id", strange)
                            .send()
                            .header("X-Request-Id")
                            .orElseThrow());
        }
        Reply problem = connector
                .get("/v1/fields")
                .header("X-Request-Id", "r-1")
                .parameter("x", "1")
                .send();
        assertEquals("r-1", problem.at("/requestId"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v2/invoices",
                "/v1/invoices/",
                "/v1/invoices/1/2",
                "/v1/postings/p/unpost",
                "/openapi.json"
            })
    void an_unknown_path_is_a_problem_too(String path) {
        Reply reply = connector.get(path).sendUndescribed().expectProblem(404, "not-found");

        assertEquals(List.of(), OpenApi.described().violations("Problem", reply.json()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /v1/invoices",
                "DELETE /v1/postings/p",
                "PUT /v1/postings",
                "PATCH /v1/posting-settings",
                "OPTIONS /v1/fields"
            })
    void a_method_that_a_path_does_not_have_is_told_which_it_has(String request) {
        String[] parts = request.split(" ");
        Reply reply = connector.call(parts[0], parts[1]).sendUndescribed().expectProblem(405, "method-not-allowed");

        assertTrue(reply.header("Allow").orElse("").contains("GET"), reply.toString());
        assertEquals(List.of(), OpenApi.described().violations("Problem", reply.json()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/invoices/a%2Fb", "/v1/invoices/%00", "/v1/invoices/%FF", "/v1/matters/%0A"})
    void a_path_that_could_be_read_in_two_ways_is_refused(String path) {
        connector.get(path).send().expect(400);
    }

    @Test
    void a_connection_that_ends_after_what_is_no_http_says_so() {
        Reply reply = connector.get("/v1/invoices/%00").send().expectProblem(400, "bad-request");

        assertEquals("close", reply.header("Connection").orElse(""));
        connector.post("/v1/postings/x/post", "{}").send().expect(404);
    }

    /** What is served on the loopback listener only, and there without a key. */
    private static boolean isOpenOnLoopback(Operation operation) {
        return operation.path().equals("/v1/admin/threads");
    }

    private static boolean isOnLoopbackOnly(Operation operation) {
        return operation.path().matches("(/v1/admin|/console).*");
    }

    private static ApiCall on(Operation operation, boolean loopback) {
        String path = operation.path().replace("{id}", "unknown").replace("{file}", "app.js");
        return loopback && isOnLoopbackOnly(operation)
                ? connector.loopback(operation.method(), path)
                : connector.anonymous(operation.method(), path);
    }

    private static ApiCall read(Operation operation) {
        ApiCall call = on(operation, true).key(connector.key(scope(operation)));
        return operation.id().equals("reconcile") ? call.parameter("date", "2026-11-23") : call;
    }

    private static ApiCall withBody(Operation operation, String body) {
        ApiCall call = on(operation, true).key(connector.key(scope(operation))).json(body);
        return operation.id().equals("submitPosting") ? call.header("Idempotency-Key", "k") : call;
    }

    private static Scope scope(Operation operation) {
        return operation.scopes().stream()
                .findFirst()
                .map(name -> Scope.valueOf(name.toUpperCase(Locale.ROOT)))
                .orElse(Scope.READ);
    }
}
