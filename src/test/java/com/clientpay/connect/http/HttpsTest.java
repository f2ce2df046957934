package com.clientpay.connect.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.config.ConnectConfig;
import com.clientpay.connect.http.tls.TestCertificates;
import com.clientpay.connect.http.tls.TlsContext;
import com.clientpay.connect.http.tls.TlsFiles;
import com.clientpay.connect.http.tls.TlsReload;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpsTest {
    private static final Route HELLO = Route.open("GET", "/v1/hello", x -> Answer.ok(Map.of("hello", "world")));

    @TempDir
    static Path folder;

    private static Path first;
    private static Path second;

    @BeforeAll
    static void make() throws Exception {
        first = TestCertificates.pkcs12(folder.resolve("first.pfx"), "EC");
        second = TestCertificates.pkcs12(folder.resolve("second.pfx"), "RSA");
    }

    @Test
    void the_public_listener_speaks_HTTPS_and_asks_for_it_ever_after() throws Exception {
        try (TestServer server = server(TestCertificates.keystore(first))) {
            assertTrue(
                    server.server().url().startsWith("https://"),
                    server.server().url());
            HttpResponse<String> answer = get(server, client(Optional.empty(), first));
            assertEquals(200, answer.statusCode());
            assertEquals(Optional.of("max-age=31536000"), answer.headers().firstValue("Strict-Transport-Security"));
            HttpResponse<String> loopback = TestServer.send(
                    HttpRequest.newBuilder(server.loopbackUri("/v1/hello")).build());
            assertEquals(Optional.empty(), loopback.headers().firstValue("Strict-Transport-Security"));
        }
    }

    @Test
    void old_protocols_and_weak_ciphers_are_not_spoken() throws Exception {
        try (TestServer server = server(TestCertificates.keystore(second))) {
            SSLContext context = TestCertificates.client(Optional.empty(), TestCertificates.certificate(second));
            for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
                try (SSLSocket socket = socket(context, server)) {
                    socket.setEnabledProtocols(new String[] {protocol});
                    socket.startHandshake();
                    assertEquals(protocol, socket.getSession().getProtocol());
                }
            }
            try (SSLSocket socket = socket(context, server)) {
                socket.setEnabledProtocols(new String[] {"TLSv1.2"});
                socket.setEnabledCipherSuites(new String[] {"TLS_RSA_WITH_AES_128_CBC_SHA256"});
                assertThrows(SSLException.class, socket::startHandshake);
            }
            try (SSLSocket socket = socket(context, server)) {
                socket.setEnabledProtocols(new String[] {"TLSv1.1"});
                assertThrows(SSLException.class, socket::startHandshake);
            }
        }
    }

    /** A portal that pins the fingerprint, or comes through a tunnel, calls by whatever name it knows. */
    @Test
    void a_caller_may_use_another_name_than_the_certificate_has() throws Exception {
        try (TestServer server = server(TestCertificates.keystore(first))) {
            SSLContext context = TestCertificates.client(Optional.empty(), TestCertificates.certificate(first));
            try (SSLSocket socket = socket(context, server)) {
                String request = "GET /v1/hello HTTP/1.1\r\nHost: connect.firm.example\r\nConnection: close\r\n\r\n";
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
            }
        }
    }

    private static SSLSocket socket(SSLContext context, TestServer server) throws IOException {
        return (SSLSocket) context.getSocketFactory()
                .createSocket("127.0.0.1", server.server().port());
    }

    @Test
    void a_client_certificate_can_be_required() throws Exception {
        Path caller = TestCertificates.pkcs12(folder.resolve("caller.pfx"), "EC");
        Path stranger = TestCertificates.pkcs12(folder.resolve("stranger.pfx"), "EC");
        Path ca = Files.writeString(folder.resolve("ca.pem"), TestCertificates.certificatePem(caller));
        ConnectConfig.Tls plain = TestCertificates.keystore(first);
        ConnectConfig.Tls required = new ConnectConfig.Tls(
                plain.keystore(), plain.keystorePassword(), Optional.empty(), Optional.empty(), Optional.of(ca), true);
        try (TestServer server = server(required)) {
            assertEquals(200, get(server, client(Optional.of(caller), first)).statusCode());
            assertThrows(IOException.class, () -> get(server, client(Optional.empty(), first)));
            assertThrows(IOException.class, () -> get(server, client(Optional.of(stranger), first)));
        }
    }

    @Test
    void an_expired_certificate_is_better_than_no_connector() throws Exception {
        Path expired =
                TestCertificates.pkcs12(folder.resolve("expired.pfx"), "EC", "-startdate", "-10d", "-validity", "5");
        try (TestServer server = server(TestCertificates.keystore(expired))) {
            SSLContext context = TestCertificates.client(Optional.empty(), TestCertificates.certificate(expired));
            try (SSLSocket socket = socket(context, server)) {
                socket.startHandshake();
                assertEquals(
                        TestCertificates.certificate(expired),
                        socket.getSession().getPeerCertificates()[0]);
            }
        }
    }

    @Test
    void a_renewed_certificate_is_taken_up_under_load_without_dropping_a_request() throws Exception {
        Path used = Files.copy(first, folder.resolve("used.pfx"));
        ExecutorService callers = Executors.newFixedThreadPool(3);
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger answered = new AtomicInteger();
        try (TestServer server = server(TestCertificates.keystore(used))) {
            List<CompletableFuture<Void>> calling = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                boolean reconnect = i == 0;
                calling.add(CompletableFuture.runAsync(() -> call(server, over, answered, reconnect), callers));
            }
            replace(used, second);
            awaitCertificate(server, TestCertificates.certificate(second));
            Files.writeString(used, "broken");
            replace(used, second);
            replace(used, first);
            awaitCertificate(server, TestCertificates.certificate(first));
            over.set(true);
            CompletableFuture.allOf(calling.toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);
            assertTrue(answered.get() > 10, "only " + answered + " requests were made meanwhile");
        } finally {
            over.set(true);
            callers.shutdownNow();
        }
    }

    private static void call(TestServer server, AtomicBoolean over, AtomicInteger answered, boolean reconnect) {
        try {
            HttpClient client = client(Optional.empty(), first, second);
            while (!over.get()) {
                if (reconnect) {
                    client = client(Optional.empty(), first, second);
                }
                assertEquals(200, get(server, client).statusCode());
                answered.incrementAndGet();
            }
        } catch (Exception e) {
            throw new AssertionError("a request was dropped", e);
        }
    }

    @Test
    void a_broken_new_certificate_leaves_the_old_one_in_use() throws Exception {
        Path used = Files.copy(first, folder.resolve("kept.pfx"));
        ConnectConfig.Tls config = TestCertificates.keystore(used);
        TlsFiles files = TlsFiles.load(config);
        SslContextFactory.Server context = TlsContext.create(files);
        TlsReload reload = new TlsReload(config, context);
        context.start();
        Files.writeString(used, "broken");
        reload.poll();
        reload.poll();
        assertEquals(TestCertificates.certificate(first), context.getKeyStore().getCertificate("connect"));
        replace(used, second);
        reload.poll();
        assertEquals(TestCertificates.certificate(first), context.getKeyStore().getCertificate("connect"));
        reload.poll();
        assertEquals(TestCertificates.certificate(second), context.getKeyStore().getCertificate("connect"));
        context.stop();
    }

    /** As certificate tools do: a new file is moved over the old one. */
    private static void replace(Path used, Path by) throws IOException {
        Path next = Files.copy(by, used.resolveSibling(used.getFileName() + ".new"));
        Files.move(next, used, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void awaitCertificate(TestServer server, X509Certificate expected) throws Exception {
        SSLContext context = TestCertificates.client(
                Optional.empty(), TestCertificates.certificate(first), TestCertificates.certificate(second));
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (Instant.now().isBefore(end)) {
            try (SSLSocket socket = socket(context, server)) {
                socket.startHandshake();
                if (socket.getSession().getPeerCertificates()[0].equals(expected)) {
                    return;
                }
            }
        }
        throw new AssertionError("The new certificate is not in use.");
    }

    private static TestServer server(ConnectConfig.Tls tls) {
        return TestServer.with(HELLO).tls(tls).start();
    }

    private static HttpClient client(Optional<Path> own, Path... trusted) throws Exception {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Path path : trusted) {
            certificates.add(TestCertificates.certificate(path));
        }
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(TestCertificates.client(own, certificates.toArray(X509Certificate[]::new)))
                .build();
    }

    private static HttpResponse<String> get(TestServer server, HttpClient client) throws Exception {
        return client.send(server.request("/v1/hello").build(), HttpResponse.BodyHandlers.ofString());
    }
}
