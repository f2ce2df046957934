package com.clientpay.connect.http;

import com.clientpay.connect.config.ConnectConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;

/** A real server on free ports with the routes a test needs. The key {@code good} has scope READ, {@code none} has none. */
final class TestServer implements AutoCloseable {
    static final ConnectConfig.Tls NO_TLS = new ConnectConfig.Tls(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final BlockingQueue<FinishedRequest> finished = new LinkedBlockingQueue<>();
    private final HttpServer server;

    private TestServer(Builder builder) {
        server = new HttpServer(
                new ConnectConfig.Server(
                        "127.0.0.1", 0, 0, builder.allowed, builder.proxies, builder.threads, builder.stopTimeout),
                builder.tls,
                builder.routes,
                TestServer::authenticate,
                RequestObserver.all(new RequestLog(), finished::add),
                builder.limits);
        server.start();
    }

    static Builder with(Route... routes) {
        return new Builder(List.of(routes));
    }

    static final class Builder {
        private final List<Route> routes;
        private final List<String> allowed = new ArrayList<>();
        private final List<String> proxies = new ArrayList<>();
        private ConnectConfig.Tls tls = NO_TLS;
        private Limits limits = Limits.STANDARD;
        private Duration stopTimeout = Duration.ofSeconds(10);
        private int threads = 20;

        private Builder(List<Route> routes) {
            this.routes = routes;
        }

        Builder allowed(String... addresses) {
            allowed.addAll(List.of(addresses));
            return this;
        }

        Builder proxies(String... addresses) {
            proxies.addAll(List.of(addresses));
            return this;
        }

        Builder tls(ConnectConfig.Tls settings) {
            tls = settings;
            return this;
        }

        Builder limits(Limits shorter) {
            limits = shorter;
            return this;
        }

        Builder stopTimeout(Duration timeout) {
            stopTimeout = timeout;
            return this;
        }

        Builder threads(int most) {
            threads = most;
            return this;
        }

        TestServer start() {
            return new TestServer(this);
        }
    }

    private static Caller authenticate(Optional<String> authorization, String address, boolean loopback) {
        return switch (authorization.orElse("")) {
            case "Bearer good" -> new Caller("good", Set.of(Scope.READ), address, loopback);
            case "Bearer none" -> new Caller("none", Set.of(), address, loopback);
            default ->
                throw Problem.of(401, "unauthorized", "No valid key", "Send a key.")
                        .asException();
        };
    }

    HttpServer server() {
        return server;
    }

    URI uri(String path) {
        return URI.create(server.url() + path);
    }

    URI loopbackUri(String path) {
        return URI.create("http://127.0.0.1:" + server.loopbackPort() + path);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(20)).header("Authorization", "Bearer good");
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).build());
    }

    HttpResponse<String> post(String path, String contentType, byte[] body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    RawClient raw() throws IOException {
        return new RawClient(server.port());
    }

    /** The next request that was reported as finished; waits for it. */
    FinishedRequest finished() throws InterruptedException {
        FinishedRequest next = finished.poll(20, TimeUnit.SECONDS);
        Assertions.assertNotNull(next, "no request was reported as finished");
        return next;
    }

    /** Whether nothing is reported that was not asked for. */
    boolean nothingElseFinished() {
        return finished.isEmpty();
    }

    @Override
    public void close() {
        server.close();
    }
}
