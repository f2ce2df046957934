package com.clientpay.connect;

import com.clientpay.connect.audit.AuditLog;
import com.clientpay.connect.batches.BatchJob;
import com.clientpay.connect.books.BooksRoutes;
import com.clientpay.connect.books.BooksService;
import com.clientpay.connect.books.InvoiceSync;
import com.clientpay.connect.config.ConnectConfig;
import com.clientpay.connect.console.ConsoleAuthenticator;
import com.clientpay.connect.console.ConsoleRoutes;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.DatabasePool;
import com.clientpay.connect.diagnostics.BundleRoute;
import com.clientpay.connect.diagnostics.DiagnosticsRoutes;
import com.clientpay.connect.diagnostics.activity.Activity;
import com.clientpay.connect.diagnostics.activity.RecentProblems;
import com.clientpay.connect.diagnostics.bundle.SupportBundle;
import com.clientpay.connect.diagnostics.checks.Checks;
import com.clientpay.connect.diagnostics.checks.ConfigSource;
import com.clientpay.connect.diagnostics.metrics.Metrics;
import com.clientpay.connect.events.CertificateEvents;
import com.clientpay.connect.events.DatabaseEvents;
import com.clientpay.connect.events.WrongKeyEvents;
import com.clientpay.connect.http.HttpServer;
import com.clientpay.connect.http.RequestLog;
import com.clientpay.connect.http.RequestObserver;
import com.clientpay.connect.http.Route;
import com.clientpay.connect.keys.KeyAuthenticator;
import com.clientpay.connect.keys.KeyService;
import com.clientpay.connect.platform.EventLog;
import com.clientpay.connect.platform.Platform;
import com.clientpay.connect.platform.PortablePlatform;
import com.clientpay.connect.posting.DuePostings;
import com.clientpay.connect.posting.FirmCalendar;
import com.clientpay.connect.posting.FirmDatabase;
import com.clientpay.connect.posting.PostingFinisher;
import com.clientpay.connect.posting.PostingJobs;
import com.clientpay.connect.posting.PostingList;
import com.clientpay.connect.posting.PostingMoves;
import com.clientpay.connect.posting.PostingRoutes;
import com.clientpay.connect.posting.PostingService;
import com.clientpay.connect.posting.WaitingPostings;
import com.clientpay.connect.reconciliation.ReconciliationRoutes;
import com.clientpay.connect.reconciliation.ReconciliationService;
import com.clientpay.connect.settings.FieldService;
import com.clientpay.connect.settings.MerchantAccountService;
import com.clientpay.connect.settings.PostingSettingsService;
import com.clientpay.connect.settings.SettingsRoutes;
import com.clientpay.connect.settings.SettingsTrail;
import com.clientpay.connect.status.StatusRoutes;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/**
 * A running connector: every part, put together by hand. It starts whether or not the database is there; until it is,
 * {@code /v1/health/ready} says so.
 */
public final class Connector implements AutoCloseable {
    private final ConnectConfig config;
    private final Database database;
    private final PostingJobs jobs;
    private final BatchJob batches;
    private final CertificateEvents certificate;
    private final HttpServer server;
    private final List<AuditLog.Observer> auditObservers;
    private final List<Route> routes;

    private Connector(
            ConnectConfig config,
            Database database,
            PostingJobs jobs,
            BatchJob batches,
            CertificateEvents certificate,
            HttpServer server,
            List<AuditLog.Observer> auditObservers,
            List<Route> routes) {
        this.config = config;
        this.database = database;
        this.jobs = jobs;
        this.batches = batches;
        this.certificate = certificate;
        this.server = server;
        this.auditObservers = auditObservers;
        this.routes = routes;
    }

    /** As {@link #start(ConnectConfig, ConfigSource, Clock, Platform, SupportBundle)}, with nothing of this system's own. */
    public static Connector start(ConnectConfig config, ConfigSource source, Clock clock, SupportBundle bundle) {
        return start(config, source, clock, new PortablePlatform(), bundle);
    }

    /**
     * Listens when it returns, and does in the background what it does by itself.
     *
     * @param source where the configuration came from, for the checks that look at it again
     * @param clock of everything the connector dates: postings, days of the firm, expiry of keys
     * @param platform its event log hears of the database, the certificate and wrong keys; starting and stopping are the
     *     caller's to report
     * @param bundle what the console's button makes
     * @throws com.clientpay.connect.http.CannotListenException when a port does not allow it
     * @throws com.clientpay.connect.http.tls.TlsException when the certificate cannot be used
     */
    public static Connector start(
            ConnectConfig config, ConfigSource source, Clock clock, Platform platform, SupportBundle bundle) {
        Connector connector = listen(config, source, clock, platform, bundle);
        connector.work();
        return connector;
    }

    /** As {@link #start}, but only answers requests until {@link #work}: the database may still be in the making. */
    public static Connector listen(
            ConnectConfig config, ConfigSource source, Clock clock, Platform platform, SupportBundle bundle) {
        Database database = new Database(DatabasePool.open(config.database()));
        try {
            return listen(config, source, clock, platform, bundle, database);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static Connector listen(
            ConnectConfig config,
            ConfigSource source,
            Clock clock,
            Platform platform,
            SupportBundle bundle,
            Database database) {
        EventLog events = platform.events();
        FirmDatabase firm = new FirmDatabase(database, clock, config.database().id());
        FirmCalendar calendar = new FirmCalendar(database, clock);
        PostingFinisher finisher = new PostingFinisher(database, clock, calendar);
        PostingService postings = new PostingService(database, clock, calendar, firm, finisher);
        PostingMoves moves = new PostingMoves(database, clock, calendar, firm, finisher);
        DuePostings due = new DuePostings(database, clock, firm, finisher);
        WaitingPostings waiting =
                new WaitingPostings(database, clock, config.postings().waitingWarning());

        StatusRoutes status = new StatusRoutes(database, config.mode());
        BatchJob batches = BatchJob.of(database, clock, firm, calendar, config.batches(), events);
        Metrics metrics = new Metrics(database::poolState, status::isReady, waiting::latest, batches::latest);
        Activity activity = new Activity(clock);
        RecentProblems problems = new RecentProblems(clock);
        List<AuditLog.Observer> auditObservers = List.of(metrics, activity);

        ConsoleRoutes console = new ConsoleRoutes(clock, config.console());
        BooksService books = new BooksService(database, clock);
        List<Route> routes = Stream.of(
                        status.routes(),
                        metrics.routes(),
                        new DiagnosticsRoutes(
                                        Checks.ofConnector(source, database, clock, platform),
                                        activity,
                                        problems,
                                        new SettingsTrail(database))
                                .routes(),
                        new BooksRoutes(books, new InvoiceSync(database)).routes(),
                        new SettingsRoutes(
                                        new FieldService(database, clock),
                                        new MerchantAccountService(database, clock),
                                        new PostingSettingsService(database, clock))
                                .routes(),
                        new PostingRoutes(postings, moves, new PostingList(database, calendar), books).routes(),
                        new ReconciliationRoutes(new ReconciliationService(database)).routes(),
                        console.routes(),
                        List.of(new BundleRoute(bundle, problems, clock).route()))
                .flatMap(List::stream)
                .toList();

        KeyAuthenticator keys =
                new KeyAuthenticator(new KeyService(database, clock), clock, new WrongKeyEvents(events, clock));
        HttpServer server = new HttpServer(
                config.server(),
                config.tls(),
                routes,
                new ConsoleAuthenticator(keys, console),
                RequestObserver.all(new RequestLog(), metrics, activity, problems));
        server.start();
        auditObservers.forEach(AuditLog::observe);
        return new Connector(
                config,
                database,
                new PostingJobs(due, waiting, new DatabaseEvents(events, clock)),
                batches,
                new CertificateEvents(events, config.tls(), clock),
                server,
                auditObservers,
                routes);
    }

    /** Begins what it does by itself. Once. */
    public void work() {
        jobs.start(config.postings().finishInterval());
        batches.start(config.batches().interval());
        certificate.start();
    }

    /** The public listener, such as {@code https://0.0.0.0:32321}. */
    public String url() {
        return server.url();
    }

    /** The listener for the commands of this machine. */
    public String loopbackUrl() {
        return "http://127.0.0.1:" + server.loopbackPort();
    }

    /** Every operation that it serves. */
    public List<Route> routes() {
        return routes;
    }

    /** Finishes the requests under way, then ends. */
    @Override
    public void close() {
        server.close();
        jobs.close();
        batches.close();
        certificate.close();
        auditObservers.forEach(AuditLog::forget);
        database.close();
    }
}
