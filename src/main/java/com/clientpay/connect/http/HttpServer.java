package com.clientpay.connect.http;

import com.clientpay.connect.config.ConnectConfig;
import com.clientpay.connect.http.tls.TlsContext;
import com.clientpay.connect.http.tls.TlsFiles;
import com.clientpay.connect.http.tls.TlsReload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The web server: HTTP/1.1 on two listeners. The public one speaks HTTPS, or plain HTTP on a loopback address; the other
 * speaks plain HTTP on 127.0.0.1, for the commands and for metrics. Jetty does the protocol; {@link ApiHandler} is the way
 * of each request.
 */
public final class HttpServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(HttpServer.class);
    private static final String LOOPBACK = "127.0.0.1";
    /** Each listener has a thread that accepts and one that watches its connections. */
    private static final int LISTENER_THREADS = 4;
    /** For what waits for no turn ({@link Turns}); Jetty keeps some of them for itself. */
    private static final int SPARE_THREADS = 10;

    private static final Duration SWEEP_EVERY = Duration.ofSeconds(5);
    private static final Duration POLL_EVERY = Duration.ofSeconds(1);
    /** How long a stop waits for connections between two requests. */
    private static final Duration STOP_IDLE = Duration.ofMillis(100);

    private final ConnectConfig.Server config;
    private final ConnectConfig.Tls tls;
    private final RequestObserver observer;
    private final Limits limits;
    private final SlowClients slowClients;
    private final ScheduledExecutorScheduler timer = new ScheduledExecutorScheduler("http-timer", true);
    private final Server server;
    private final ApiHandler handler;

    private Optional<TlsReload> reload = Optional.empty();
    private ServerConnector publicListener;
    private ServerConnector loopbackListener;
    private int port;
    private int loopbackPort;

    /**
     * @throws IllegalArgumentException when two routes have the same method and path, or an entry of the configured
     *     addresses is none
     */
    public HttpServer(
            ConnectConfig.Server config,
            ConnectConfig.Tls tls,
            List<Route> routes,
            Authenticator authenticator,
            RequestObserver observer) {
        this(config, tls, routes, authenticator, observer, Limits.STANDARD);
    }

    HttpServer(
            ConnectConfig.Server config,
            ConnectConfig.Tls tls,
            List<Route> routes,
            Authenticator authenticator,
            RequestObserver observer,
            Limits limits) {
        this.config = config;
        this.tls = tls;
        this.observer = observer;
        this.limits = limits;
        this.slowClients = new SlowClients();
        QueuedThreadPool threads = threads(config.threads());
        this.handler = new ApiHandler(
                routes,
                authenticator,
                new CallerAddress(AddressSet.of(config.trustedProxies())),
                AddressSet.of(config.allowedAddresses()),
                this::isLoopback,
                limits.body(),
                new Turns(config.threads(), limits.turn(), threads));
        this.server = new Server(threads, timer, buffers());
    }

    /**
     * Opens both listeners.
     *
     * @throws CannotListenException when a port is in use, or plain HTTP would leave this machine
     * @throws com.clientpay.connect.http.tls.TlsException when the certificate cannot be used
     */
    public void start() {
        publicListener = tls.isConfigured() ? secure() : plain();
        loopbackListener = listener(LOOPBACK, config.loopbackPort(), new HttpConnectionFactory(http()));
        server.addConnector(publicListener);
        server.addConnector(loopbackListener);
        server.setHandler(new GracefulHandler(new Watched(handler)));
        server.setErrorHandler(new ErrorAnswers());
        server.setRequestLog(this::finished);
        server.setStopTimeout(config.stopTimeout().toMillis());
        try {
            ListenAddress.open(publicListener, "server.port");
            ListenAddress.open(loopbackListener, "server.loopback_port");
            port = publicListener.getLocalPort();
            loopbackPort = loopbackListener.getLocalPort();
            server.start();
        } catch (RuntimeException e) {
            close();
            throw e;
        } catch (Exception e) {
            close();
            throw new IllegalStateException("The web server does not start.", e);
        }
        repeat(() -> slowClients.sweep(limits.headers()), SWEEP_EVERY);
        reload.ifPresent(poll -> repeat(poll::poll, POLL_EVERY));
    }

    /** The public listener's port, also when the system chose it. */
    public int port() {
        return port;
    }

    /** The loopback listener's port, also when the system chose it. */
    public int loopbackPort() {
        return loopbackPort;
    }

    /** Where the public listener is, such as {@code https://connect.example.com:32321}. */
    public String url() {
        String host = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
        return (tls.isConfigured() ? "https://" : "http://") + host + ":" + port();
    }

    /** Takes no more connections and requests, and waits for those under way as long as {@code stopTimeout}. */
    @Override
    public void close() {
        repeat(() -> slowClients.sweep(STOP_IDLE), STOP_IDLE);
        try {
            server.stop();
        } catch (Exception e) {
            log.warn("The web server did not stop in good order: {}", e.toString());
        } finally {
            for (Connector listener : server.getConnectors()) {
                ((ServerConnector) listener).close();
            }
        }
    }

    private ServerConnector plain() {
        ListenAddress.requireLoopback(config.host());
        return listener(config.host(), config.port(), new HttpConnectionFactory(http()));
    }

    private ServerConnector secure() {
        TlsFiles files = TlsFiles.load(tls);
        TlsReload.report(files);
        SslContextFactory.Server context = TlsContext.create(files);
        reload = Optional.of(new TlsReload(tls, context));
        HttpConfiguration secure = http();
        // The certificate's name is the caller's to check. By default Jetty refuses every other name with 400.
        secure.addCustomizer(new SecureRequestCustomizer(false));
        HttpConnectionFactory http = new HttpConnectionFactory(secure);
        return listener(config.host(), config.port(), new SslConnectionFactory(context, http.getProtocol()), http);
    }

    private ServerConnector listener(String host, int port, ConnectionFactory... protocols) {
        ServerConnector listener = new ServerConnector(server, 1, 1, protocols);
        listener.setHost(host);
        listener.setPort(port);
        listener.setIdleTimeout(limits.idle().toMillis());
        // Jetty would end connections that are idle while it stops, also those whose request is under way.
        listener.setShutdownIdleTimeout(config.stopTimeout().plus(limits.idle()).toMillis());
        listener.addBean(slowClients);
        return listener;
    }

    /**
     * Lines end by CR and LF only, which RFC 9112 (2.2) lets a server insist on: who stands between may read others otherwise.
     * Paths are read by {@link RequestTarget}, once, so an encoded percent sign is not ambiguous here. Jetty remembers the
     * headers of a connection, and by default takes one that differs in case only for the one before: then two
     * idempotency keys would be one.
     */
    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setHttpCompliance(HttpCompliance.STRICT);
        http.setUriCompliance(UriCompliance.RFC3986.with("connect", UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING));
        http.setOutputBufferSize(16 << 10);
        http.setHeaderCacheCaseSensitive(true);
        return http;
    }

    private static QueuedThreadPool threads(int most) {
        QueuedThreadPool threads = new QueuedThreadPool(most + LISTENER_THREADS + SPARE_THREADS, 8);
        threads.setName("http");
        return threads;
    }

    private static ArrayByteBufferPool buffers() {
        int largest = 64 << 10;
        long kept = 8 << 20;
        return new ArrayByteBufferPool(0, 4 << 10, largest, Integer.MAX_VALUE, kept, kept);
    }

    private void repeat(Runnable task, Duration every) {
        timer.schedule(
                () -> {
                    try {
                        task.run();
                    } catch (RuntimeException e) {
                        log.error("A task of the web server failed", e);
                    }
                    repeat(task, every);
                },
                every.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private boolean isLoopback(Request request) {
        return request.getConnectionMetaData().getConnector() == loopbackListener;
    }

    private void finished(Request request, Response response) {
        slowClients.ends(request);
        try {
            observer.finished(RequestTrace.of(request).finished(request, response.getStatus(), isLoopback(request)));
        } catch (RuntimeException e) {
            log.error("An observer of requests failed", e);
        }
    }

    private final class Watched extends Handler.Wrapper {
        Watched(Handler handler) {
            super(handler);
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            slowClients.begins(request);
            return super.handle(request, response, callback);
        }
    }
}
