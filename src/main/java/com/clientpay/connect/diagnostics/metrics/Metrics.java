package com.clientpay.connect.diagnostics.metrics;

import com.clientpay.connect.audit.AuditLog;
import com.clientpay.connect.batches.BatchCount;
import com.clientpay.connect.batches.BatchState;
import com.clientpay.connect.config.Version;
import com.clientpay.connect.database.PoolState;
import com.clientpay.connect.diagnostics.activity.PostingOutcome;
import com.clientpay.connect.http.Answer;
import com.clientpay.connect.http.FinishedRequest;
import com.clientpay.connect.http.RequestObserver;
import com.clientpay.connect.http.Route;
import com.clientpay.connect.http.Scope;
import com.clientpay.connect.posting.PostingStatus;
import com.clientpay.connect.posting.WaitingPostings.Waiting;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What is counted, and {@code GET /metrics}. Requests are counted by the route's template, so that ids do not become
 * labels. Postings are counted as this connector moved them; the waiting ones are those of the whole database.
 */
public final class Metrics implements RequestObserver, AuditLog.Observer {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE");

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
    private final Counter requests = Counter.builder()
            .name("clientpay_http_requests_total")
            .help("Requests that are over.")
            .labelNames("method", "route", "status")
            .register(registry);
    private final Histogram durations = Histogram.builder()
            .name("clientpay_http_request_duration_seconds")
            .help("From the end of a request's headers to the end of its answer.")
            .labelNames("method", "route")
            .classicOnly()
            .classicUpperBounds(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
            .register(registry);
    private final Counter postings = Counter.builder()
            .name("clientpay_postings_total")
            .help("What this connector did with postings: recorded, posted, incomplete, queued, removed, and so on.")
            .labelNames("outcome")
            .register(registry);

    /**
     * @param pool how the connection pool stands
     * @param databaseUp asks the database, within the connection time-out
     * @param waiting postings that wait too long, as last read
     * @param batches batches that are not finished, as last read
     */
    public Metrics(
            Supplier<PoolState> pool,
            BooleanSupplier databaseUp,
            Supplier<List<Waiting>> waiting,
            Supplier<List<BatchCount>> batches) {
        Info.builder()
                .name("clientpay_connector_info")
                .help("The version of this connector.")
                .labelNames("version")
                .register(registry)
                .addLabelValues(Version.current());
        GaugeWithCallback.builder()
                .name("clientpay_database_up")
                .help("1 when the database answers.")
                .callback(gauge -> gauge.call(databaseUp.getAsBoolean() ? 1 : 0))
                .register(registry);
        GaugeWithCallback.builder()
                .name("clientpay_database_connections")
                .help("Connections to the database by state; waiting are requests that wait for one.")
                .labelNames("state")
                .callback(gauge -> {
                    PoolState state = pool.get();
                    gauge.call(state.active(), "active");
                    gauge.call(state.idle(), "idle");
                    gauge.call(state.waiting(), "waiting");
                    gauge.call(state.maximum(), "maximum");
                })
                .register(registry);
        GaugeWithCallback.builder()
                .name("clientpay_postings_waiting")
                .help("Postings that have been waiting in a status for longer than postings.waiting_warning_minutes.")
                .labelNames("status")
                .callback(gauge -> {
                    List<Waiting> counts = waiting.get();
                    for (PostingStatus status :
                            List.of(PostingStatus.INCOMPLETE, PostingStatus.QUEUED, PostingStatus.REVERSING)) {
                        gauge.call(
                                counts.stream()
                                        .filter(count -> count.status() == status)
                                        .mapToLong(Waiting::postings)
                                        .sum(),
                                status.name());
                    }
                })
                .register(registry);
        GaugeWithCallback.builder()
                .name("clientpay_batches")
                .help("Batch files that are not finished, by state. An UNKNOWN one needs somebody.")
                .labelNames("state")
                .callback(gauge -> {
                    for (BatchState state : List.of(BatchState.SEALED, BatchState.WRITING, BatchState.UNKNOWN)) {
                        gauge.call(count(batches.get(), state.name()), state.name());
                    }
                })
                .register(registry);
        GaugeWithCallback.builder()
                .name("clientpay_batch_receipts_waiting")
                .help("Receipts that are queued for the firm's import and in no batch file yet.")
                .callback(gauge -> gauge.call(count(batches.get(), BatchCount.LINES)))
                .register(registry);
        JvmMetrics.register(registry);
    }

    private static long count(List<BatchCount> counts, String what) {
        return counts.stream()
                .filter(count -> count.what().equals(what))
                .mapToLong(BatchCount::count)
                .sum();
    }

    @Override
    public void finished(FinishedRequest request) {
        String method = METHODS.contains(request.method()) ? request.method() : "other";
        String route = request.route().orElse("none");
        String status = request.status() == 0 ? "none" : request.status() / 100 + "xx";
        requests.labelValues(method, route, status).inc();
        durations.labelValues(method, route).observe(request.duration().toNanos() / 1e9);
    }

    @Override
    public void written(String what) {
        PostingOutcome.of(what)
                .ifPresent(outcome -> postings.labelValues(outcome).inc());
    }

    /** {@code GET /metrics}: scope admin, or without a key on the loopback listener. */
    public List<Route> routes() {
        return List.of(
                new Route("GET", "/metrics", new Route.Access(Optional.of(Scope.ADMIN), false, true), exchange -> {
                    exchange.withoutQuery();
                    return Answer.text(writer.getContentType(), text());
                }));
    }

    /** Everything in Prometheus's text format. */
    public String text() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(16_384);
        try {
            writer.write(out, registry.scrape(), EscapingScheme.DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
