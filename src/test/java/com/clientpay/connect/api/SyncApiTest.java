package com.clientpay.connect.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.http.Json;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A copy of the invoices, and then only what changed. */
class SyncApiTest {
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
    void the_first_copy_is_every_open_invoice_once_and_ends_with_the_watermark() {
        List<JsonNode> lines = lines(connector.get("/v1/sync/invoices"));

        List<String> ids = ids(lines);
        assertEquals(connector.query("SELECT InvoiceId FROM firm.Invoice WHERE Balance > 0 ORDER BY InvoiceId"), ids);
        assertTrue(ids.size() > 2_000, "fewer than a few slices: " + ids.size());
        assertTrue(
                invoices(lines).stream().allMatch(invoice -> invoice.get("open").booleanValue()));
        assertTrue(lines.get(lines.size() - 1).get("watermark").isString());
    }

    @Test
    void the_next_copy_is_what_changed_paid_invoices_included() {
        String watermark = watermark(lines(connector.get("/v1/sync/invoices")));
        List<String> two =
                connector.query("SELECT InvoiceId FROM firm.Invoice WHERE Balance > 1 ORDER BY InvoiceId LIMIT 2");
        connector.sql(
                "UPDATE firm.Invoice SET Balance = 0 WHERE InvoiceId = '" + two.get(0) + "'",
                "UPDATE firm.Invoice SET Balance = 0.50 WHERE InvoiceId = '" + two.get(1) + "'");

        List<JsonNode> changed = lines(connector.get("/v1/sync/invoices").parameter("since", watermark));

        assertTrue(ids(changed).containsAll(two), ids(changed).toString());
        assertEquals(
                List.of("false 0.00", "true 0.50"),
                two.stream()
                        .map(id -> invoices(changed).stream()
                                .filter(i -> i.get("id").stringValue().equals(id))
                                .findFirst()
                                .orElseThrow())
                        .map(invoice -> invoice.get("open") + " "
                                + invoice.get("balance").stringValue())
                        .toList());
        assertTrue(changed.size() < 500, "everything came again: " + changed.size());
    }

    @Test
    void what_is_changed_between_two_copies_is_in_one_of_them() {
        String watermark = watermark(lines(connector.get("/v1/sync/invoices")));
        connector.sql("UPDATE firm.Invoice SET Balance = Balance - 0.01 WHERE Balance > 0.01");

        List<JsonNode> all = lines(connector.get("/v1/sync/invoices").parameter("since", watermark));

        assertEquals(
                connector.query("SELECT InvoiceId FROM firm.Invoice WHERE Balance > 0 ORDER BY InvoiceId"),
                ids(all).stream().sorted().distinct().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rubbish", "2026-11-23T15:04:05Z", "WyJhIiwiYiJd", "%%%", "🦉"})
    void what_is_no_watermark_is_refused(String since) {
        Reply reply =
                connector.get("/v1/sync/invoices").parameter("since", since).send();

        assertEquals(List.of("?since"), reply.expectProblem(400, "bad-query").wrongPlaces());
    }

    @Test
    void a_watermark_of_another_database_is_refused() {
        String watermark = watermark(lines(connector.get("/v1/sync/invoices")));
        connector.sql("UPDATE clientpay_internal.Installation SET DatabaseId = 'a-restored-copy'");

        connector.get("/v1/sync/invoices").parameter("since", watermark).send().expectProblem(400, "bad-query");
    }

    @Test
    void a_cursor_of_a_list_is_no_watermark() {
        String cursor =
                connector.get("/v1/invoices").parameter("limit", "1").send().at("/next");

        connector.get("/v1/sync/invoices").parameter("since", cursor).send().expectProblem(400, "bad-query");
    }

    @Test
    void where_no_time_of_change_is_kept_only_the_whole_can_be_copied() {
        String watermark = watermark(lines(connector.get("/v1/sync/invoices")));
        connector.sql("UPDATE clientpay_internal.Installation SET KeepsChangeTime = FALSE");

        connector.get("/v1/sync/invoices").parameter("since", watermark).send().expectProblem(409, "full-sync-only");
        List<JsonNode> lines = lines(connector.get("/v1/sync/invoices"));
        assertTrue(lines.size() > 2_000);
    }

    @Test
    void a_limit_is_not_for_a_copy() {
        connector.get("/v1/sync/invoices").parameter("limit", "10").send().expectProblem(400, "bad-query");
    }

    @Test
    void a_copy_that_the_database_cannot_finish_is_broken_off_and_does_not_look_whole() {
        connector.replaceProcedure("SyncInvoices", "oneSliceOnly");
        ApiCall call = connector.get("/v1/sync/invoices");

        assertThrows(UncheckedIOException.class, call::sendUndescribed);
    }

    private static List<JsonNode> lines(ApiCall call) {
        Reply reply = call.send().expect(200);
        assertEquals("application/x-ndjson", reply.contentType());
        assertTrue(reply.text().endsWith("}\n"), "the last line is not ended");
        List<JsonNode> lines = new ArrayList<>();
        for (String line : reply.text().split("\n", -1)) {
            if (!line.isEmpty()) {
                lines.add(Json.read(line));
            }
        }
        IntStream.of(0, 1, lines.size() / 2, lines.size() - 2, lines.size() - 1)
                .filter(i -> i >= 0)
                .forEach(i -> assertEquals(
                        List.of(),
                        OpenApi.described()
                                .violations(i == lines.size() - 1 ? "WatermarkLine" : "Invoice", lines.get(i))));
        return lines;
    }

    private static List<JsonNode> invoices(List<JsonNode> lines) {
        return lines.subList(0, lines.size() - 1);
    }

    private static List<String> ids(List<JsonNode> lines) {
        return invoices(lines).stream()
                .map(line -> line.get("id").stringValue())
                .toList();
    }

    private static String watermark(List<JsonNode> lines) {
        JsonNode last = lines.get(lines.size() - 1);
        assertFalse(last.has("id"));
        return last.get("watermark").stringValue();
    }
}
