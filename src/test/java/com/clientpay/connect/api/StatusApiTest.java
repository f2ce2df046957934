package com.clientpay.connect.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.config.Version;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the connector is well, as anybody, a key and this machine may ask. */
class StatusApiTest {
    private TestConnector connector;

    @BeforeEach
    void start() {
        connector = TestConnector.start();
    }

    @AfterEach
    void stop() {
        connector.close();
    }

    @Test
    void anybody_may_ask_whether_it_is_up_and_ready() {
        assertEquals(
                "live",
                connector.anonymous("GET", "/v1/health/live").send().expect(200).text());
        assertEquals(
                "ready",
                connector
                        .anonymous("GET", "/v1/health/ready")
                        .send()
                        .expect(200)
                        .text());
        connector.anonymous("GET", "/v1/health/live").parameter("x", "1").send().expectProblem(400, "bad-query");
    }

    @Test
    void without_its_database_it_is_up_but_not_ready_and_every_other_call_is_told_when_to_try_again() {
        connector.takeDatabaseAway();

        assertEquals(
                "live",
                connector.anonymous("GET", "/v1/health/live").send().expect(200).text());
        assertEquals(
                "not-ready",
                connector
                        .anonymous("GET", "/v1/health/ready")
                        .send()
                        .expect(503)
                        .text());
        Reply away = connector.get("/v1/bank-accounts").send().expectProblem(503, "database-away");
        assertTrue(Integer.parseInt(away.header("Retry-After").orElseThrow()) > 0);
        connector.get("/v1/sync/invoices").send().expectProblem(503, "database-away");
        connector
                .post("/v1/postings", PostingBodies.payment("pay-1", "10.00"))
                .header("Idempotency-Key", "key-1")
                .send()
                .expectProblem(503, "database-away");
    }

    @Test
    void scripts_of_an_older_contract_do_not_serve_it() {
        connector.sql("UPDATE clientpay_internal.Installation SET ContractVersion = 0");

        connector.anonymous("GET", "/v1/health/ready").send().expect(503);
    }

    @Test
    void newer_scripts_serve_an_older_connector() {
        connector.sql("UPDATE clientpay_internal.Installation SET ContractVersion = 99");

        connector.anonymous("GET", "/v1/health/ready").send().expect(200);
        assertEquals("99", connector.get("/v1/status").send().at("/versions/contract"));
    }

    @Test
    void the_status_says_which_books_it_stands_in_front_of_and_what_their_system_can_do() {
        Reply reply = connector.get("/v1/status").send().expect(200);

        assertEquals(Version.current(), reply.at("/versions/connector"));
        assertEquals("TEST", reply.at("/mode"));
        assertEquals("reference", reply.at("/system/name"));
        assertEquals("PROCEDURE", reply.at("/system/delivery"));
        assertEquals("USD", reply.at("/currency"));
        assertEquals("America/New_York", reply.at("/timeZone"));
        assertEquals(
                connector
                        .query("SELECT DatabaseId FROM clientpay_internal.Installation")
                        .get(0),
                reply.at("/databaseId"));
    }

    @Test
    void the_last_posting_is_dated_once_there_is_one() {
        assertFalse(connector.get("/v1/status").send().json().has("lastPosting"));

        String invoice = connector.get("/v1/invoices").send().items("id").get(0);
        Reply posted = connector
                .post("/v1/postings", PostingBodies.forInvoice("pay-1", "1.00", invoice))
                .header("Idempotency-Key", "key-1")
                .send()
                .expect(201);
        assertEquals("POSTED", posted.at("/status"), posted::text);

        assertTrue(connector.get("/v1/status").send().json().has("lastPosting"));
    }

    @Test
    void what_the_database_does_against_the_contract_is_the_databases_fault_not_the_callers() {
        connector.sql("UPDATE clientpay_internal.PostingSettings SET Currency = '   '");

        connector.get("/v1/status").send().expectProblem(503, "contract-broken");
    }

    @Test
    void what_the_database_cannot_do_at_the_moment_is_told_with_its_own_code() {
        connector.replaceProcedure("SearchMatters", "tooWide");
        connector.replaceProcedure("ListBankAccounts", "locked");
        connector.replaceProcedure("ListLedgerCodes", "forbidden");

        connector.get("/v1/matters").send().expectProblem(422, "search-too-wide");
        connector.get("/v1/bank-accounts").send().expectProblem(503, "busy");
        connector.get("/v1/ledger-codes").send().expectProblem(503, "database-error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/admin/checks", "/v1/admin/activity", "/v1/admin/problems"})
    void what_the_console_shows_is_on_the_loopback_listener_only_and_needs_a_key(String path) {
        connector.get("/v1/invoices").parameter("limit", "0").send().expect(400);

        connector.get(path).sendUndescribed().expectProblem(404, "not-found");
        connector.loopback("GET", path).send().expectProblem(401, "unauthenticated");
        connector
                .loopback("GET", path)
                .key(connector.key(com.clientpay.connect.http.Scope.READ))
                .send()
                .expect(403);
        connector
                .loopback("GET", path)
                .key(connector.key(com.clientpay.connect.http.Scope.ADMIN))
                .send()
                .expect(200);
    }

    @Test
    void metrics_need_a_key_unless_this_machine_asks() {
        connector.anonymous("GET", "/metrics").send().expectProblem(401, "unauthenticated");
        connector.get("/metrics").send().expect(200);
        assertTrue(
                connector.loopback("GET", "/metrics").send().expect(200).text().contains("# TYPE"));
    }
}
