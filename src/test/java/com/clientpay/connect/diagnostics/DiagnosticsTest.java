package com.clientpay.connect.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.audit.AuditLog;
import com.clientpay.connect.config.ConnectConfig;
import com.clientpay.connect.config.ConnectConfig.Mode;
import com.clientpay.connect.config.EffectiveConfig;
import com.clientpay.connect.config.LoadedConfig;
import com.clientpay.connect.diagnostics.activity.Activity;
import com.clientpay.connect.diagnostics.activity.RecentProblems;
import com.clientpay.connect.diagnostics.checks.Checks;
import com.clientpay.connect.diagnostics.metrics.Metrics;
import com.clientpay.connect.http.Answer;
import com.clientpay.connect.http.FinishedRequest;
import com.clientpay.connect.http.RequestObserver;
import com.clientpay.connect.http.Route;
import com.clientpay.connect.http.Scope;
import com.clientpay.connect.platform.PortablePlatform;
import com.clientpay.connect.posting.WaitingPostings;
import com.clientpay.connect.settings.SettingsTrail;
import com.clientpay.connect.status.StatusRoutes;
import com.clientpay.connect.testfirm.MovableClock;
import com.clientpay.connect.testfirm.Request;
import com.clientpay.connect.testfirm.TestFirm;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** What the connector tells about itself, by its resources. */
@ResourceLock("audit")
class DiagnosticsTest {
    @TempDir
    private static Path logs;

    private final MovableClock clock = new MovableClock();
    private final TestFirm firm = TestFirm.open();
    private final WaitingPostings waiting = new WaitingPostings(firm.database(), clock, Duration.ofHours(1));
    private final Metrics metrics = new Metrics(
            firm.database()::poolState,
            new StatusRoutes(firm.database(), Mode.TEST)::isReady,
            waiting::latest,
            List::of);
    private final Activity activity = new Activity(clock);
    private final RecentProblems problems = new RecentProblems(clock);
    private final RequestObserver observer = RequestObserver.all(metrics, activity, problems);
    private final List<Route> routes = Stream.concat(
                    metrics.routes().stream(),
                    new DiagnosticsRoutes(
                                    Checks.ofConnector(
                                            () -> loaded(config(firm)), firm.database(), clock, new PortablePlatform()),
                                    activity,
                                    problems,
                                    new SettingsTrail(firm.database()))
                            .routes().stream())
            .toList();

    @BeforeEach
    void observe() {
        AuditLog.observe(metrics);
        AuditLog.observe(activity);
    }

    @AfterEach
    void close() {
        AuditLog.forget(metrics);
        AuditLog.forget(activity);
        firm.close();
    }

    @Test
    void the_admin_resources_are_on_the_loopback_listener_only_and_metrics_and_threads_need_no_key_there() {
        for (Route route : routes) {
            assertEquals(Optional.of(Scope.ADMIN), route.access().scope(), route.path());
            assertEquals(route.path().startsWith("/v1/admin/"), route.access().loopbackOnly(), route.path());
            assertEquals(
                    List.of("/metrics", "/v1/admin/threads").contains(route.path()),
                    route.access().loopbackOpen(),
                    route.path());
        }
        assertEquals(
                List.of(
                        "/metrics",
                        "/v1/admin/checks",
                        "/v1/admin/activity",
                        "/v1/admin/problems",
                        "/v1/admin/threads"),
                routes.stream().map(Route::path).toList());
    }

    @Test
    void metrics_count_requests_by_template_and_postings_by_what_was_done() {
        installation();
        request("GET", Optional.of("/v1/invoices/{id}"), 200, Optional.empty());
        request("GET", Optional.of("/v1/invoices/{id}"), 404, Optional.of("not-found"));
        request("BREW", Optional.empty(), 405, Optional.of("method-not-allowed"));
        AuditLog.write("key:portal", "posting-posted", "p-1", "");
        AuditLog.write("key:portal", "posting-settings-changed", "posting-settings", "");

        String text = metrics();
        for (String line : List.of(
                "clientpay_http_requests_total{method=\"GET\",route=\"/v1/invoices/{id}\",status=\"2xx\"} 1.0",
                "clientpay_http_requests_total{method=\"GET\",route=\"/v1/invoices/{id}\",status=\"4xx\"} 1.0",
                "clientpay_http_requests_total{method=\"other\",route=\"none\",status=\"4xx\"} 1.0",
                "clientpay_http_request_duration_seconds_count{method=\"GET\",route=\"/v1/invoices/{id}\"} 2",
                "clientpay_http_request_duration_seconds_bucket{method=\"GET\",route=\"/v1/invoices/{id}\",le=\"0.025\"} 2",
                "clientpay_postings_total{outcome=\"posted\"} 1.0",
                "clientpay_postings_waiting{status=\"INCOMPLETE\"} 0.0",
                "clientpay_postings_waiting{status=\"QUEUED\"} 0.0",
                "clientpay_postings_waiting{status=\"REVERSING\"} 0.0",
                "clientpay_database_up 1.0",
                "clientpay_database_connections{state=\"maximum\"} 8.0",
                "clientpay_connector_info{version=\"1.0.0\"} 1")) {
            assertTrue(text.lines().anyMatch(line::equals), () -> line + " is not in\n" + text);
        }
        for (String name : List.of(
                "process_uptime_seconds ",
                "jvm_memory_used_bytes{area=\"heap\"} ",
                "jvm_memory_max_bytes ",
                "jvm_threads ",
                "jvm_gc_collections_total{",
                "jvm_gc_seconds_total{")) {
            assertTrue(text.contains("\n" + name), () -> name + " is not in\n" + text);
        }
        assertTrue(!text.contains("settings-changed"), text);
    }

    @Test
    void a_database_that_does_not_answer_shows_as_a_metric() {
        installation();
        firm.execute("DROP ALIAS clientpay.GetInstallation");

        assertTrue(metrics().contains("\nclientpay_database_up 0.0\n"));
    }

    @Test
    void activity_is_told_by_the_hour_for_a_day() {
        request("GET", Optional.of("/v1/fields"), 200, Optional.empty());
        AuditLog.write("key:portal", "posting-recorded", "p-1", "");
        clock.pass(Duration.ofHours(2));
        request("GET", Optional.of("/v1/fields"), 400, Optional.of("bad-query"));
        request("GET", Optional.of("/v1/fields"), 503, Optional.of("database-away"));
        request("GET", Optional.of("/v1/fields"), 0, Optional.of("client-gone"));

        JsonNode hours = admin("/v1/admin/activity").get("hours");
        assertEquals(24, hours.size());
        assertEquals(
                "{\"from\":\"2026-11-02T14:00:00Z\",\"requests\":3,\"refused\":1,\"failed\":2,\"postings\":{}}",
                hours.get(23).toString());
        assertEquals(0, hours.get(22).get("requests").asInt());
        assertEquals(
                "{\"from\":\"2026-11-02T12:00:00Z\",\"requests\":1,\"refused\":0,\"failed\":0,\"postings\":{\"recorded\":1}}",
                hours.get(21).toString());

        clock.pass(Duration.ofHours(24));
        for (JsonNode hour : admin("/v1/admin/activity").get("hours")) {
            assertEquals(0, hour.get("requests").asInt(), hour.toString());
        }
    }

    @Test
    void activity_names_the_newest_changes_of_settings() {
        firm.execute(
                "INSERT INTO clientpay_internal.SettingsEvent (At, Actor, What, Subject, Detail)"
                        + " VALUES (TIMESTAMP '2026-11-02 10:00:00', 'key:portal', 'posting-settings-changed', 'posting-settings', '{}')");

        JsonNode events = admin("/v1/admin/activity").get("settings");
        assertEquals(1, events.size());
        assertEquals("posting-settings-changed", events.get(0).get("what").asString());
        assertEquals("2026-11-02T10:00:00Z", events.get(0).get("at").asString());
    }

    @Test
    void the_last_hundred_problems_are_kept_newest_first() {
        for (int i = 0; i < 101; i++) {
            request("GET", Optional.of("/v1/invoices/{id}"), 404, Optional.of("not-found"));
        }
        request("GET", Optional.empty(), 404, Optional.of("no-such-path"));
        request("GET", Optional.of("/v1/fields"), 200, Optional.empty());

        JsonNode items = admin("/v1/admin/problems").get("items");
        assertEquals(100, items.size());
        assertEquals(
                "{\"at\":\"2026-11-02T12:00:00Z\",\"requestId\":\"r-1\",\"method\":\"GET\",\"status\":404,\"code\":\"no-such-path\",\"caller\":\"portal\"}",
                items.get(0).toString());
        assertEquals("/v1/invoices/{id}", items.get(1).get("route").asString());
    }

    @Test
    void the_console_is_not_among_the_callers_and_nobody_signed_in_is_no_problem() {
        request(true, "GET", Optional.of("/v1/admin/checks"), 200, Optional.empty());
        request(true, "GET", Optional.of("/v1/admin/console-session"), 401, Optional.of("unauthenticated"));
        request(true, "GET", Optional.of("/v1/invoices"), 422, Optional.of("search-too-wide"));
        request(false, "GET", Optional.of("/v1/fields"), 401, Optional.of("unauthenticated"));

        assertEquals(
                1,
                admin("/v1/admin/activity").get("hours").get(23).get("requests").asInt());
        assertEquals(
                List.of("/v1/fields", "/v1/invoices"),
                admin("/v1/admin/problems")
                        .get("items")
                        .valueStream()
                        .map(problem -> problem.get("route").asString())
                        .toList());
    }

    @Test
    void checks_are_run_when_they_are_asked_for() {
        installation();
        JsonNode report = admin("/v1/admin/checks");

        assertEquals(27, report.get("checks").size());
        assertEquals("configuration", report.get("checks").get(0).get("name").asString());
        Map<String, String> statuses = new TreeMap<>();
        report.get("checks")
                .forEach(c ->
                        statuses.put(c.get("name").asString(), c.get("status").asString()));
        for (String name : List.of("configuration", "database", "contract-version", "procedures", "waiting-postings")) {
            assertEquals("PASS", statuses.get(name), report::toString);
        }
    }

    private void request(String method, Optional<String> route, int status, Optional<String> problem) {
        request(false, method, route, status, problem);
    }

    private void request(boolean console, String method, Optional<String> route, int status, Optional<String> problem) {
        observer.finished(new FinishedRequest(
                "r-1",
                "portal",
                "192.0.2.1",
                console,
                console,
                method,
                route,
                "/v1/x",
                status,
                Duration.ofMillis(20),
                problem));
    }

    private void installation() {
        firm.execute("INSERT INTO clientpay_internal.Installation VALUES"
                + " ('firm-1', 1, '1.0', 'reference', 'Reference', 'PROCEDURE', TRUE, TRUE, TRUE, TRUE, FALSE)");
    }

    private String metrics() {
        Answer answer = Request.of(routes, "GET", "/metrics").send();
        Answer.Bytes body = (Answer.Bytes) answer.body();
        assertTrue(body.contentType().startsWith("text/plain"), body.contentType());
        return new String(body.bytes(), StandardCharsets.UTF_8);
    }

    private JsonNode admin(String path) {
        return Request.json(Request.of(routes, "GET", path).send());
    }

    private static LoadedConfig loaded(ConnectConfig config) {
        return new LoadedConfig(config, logs, logs, new EffectiveConfig(List.of()), List.of());
    }

    private static ConnectConfig config(TestFirm firm) {
        return new ConnectConfig(
                Mode.TEST,
                new ConnectConfig.Server("127.0.0.1", 0, 0, List.of(), List.of(), 8, Duration.ofSeconds(1)),
                new ConnectConfig.Tls(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false),
                firm.settings(),
                new ConnectConfig.Postings(Duration.ofHours(1), Duration.ofSeconds(15)),
                ConnectConfig.Batches.NONE,
                ConnectConfig.Console.AMERICAN,
                new ConnectConfig.Logs(logs, ConnectConfig.Level.INFO, 3));
    }
}
