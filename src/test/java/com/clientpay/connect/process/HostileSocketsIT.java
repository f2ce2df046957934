package com.clientpay.connect.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.http.RawClient;
import com.clientpay.connect.http.tls.TestCertificates;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real connector against sockets that mean no good, on its listener with TLS and on the one for this machine. What is
 * sent is refused with a problem or the connection ends; nothing hangs, nothing is a 5xx, no hidden request is carried out.
 * An honest caller is served throughout: its times are printed beside those of a quiet moment.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.MethodName.class)
class HostileSocketsIT {
    private static final Map<String, String> PASSWORD = Map.of("TLS_PASSWORD", TestCertificates.PASSWORD);
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 ([0-9]{3}) ");
    private static final int IDLE = 2_000;

    @TempDir
    static Path folder;

    private static H2Firm firm;
    private static Path certificate;
    private static SSLContext trust;
    private static ConnectorProcess connector;
    private static String quiet;

    private HonestCaller honest;

    @BeforeAll
    static void start() throws Exception {
        Distribution distribution = Distribution.built();
        firm = H2Firm.create(distribution, folder);
        certificate = TestCertificates.pkcs12(folder.resolve("connect.pfx"), "EC");
        trust = TestCertificates.client(Optional.empty(), TestCertificates.certificate(certificate));
        connector = ConnectorProcess.start(distribution, folder, "alone", firm, FreePort.pair(), tls(""), PASSWORD);
        try (HonestCaller caller = honest()) {
            Thread.sleep(4_000);
            caller.times();
            Thread.sleep(2_000);
            quiet = caller.times();
        }
    }

    private static String tls(String more) {
        return """
                [tls]
                keystore = "%s"
                keystore_password = "env:TLS_PASSWORD"
                %s
                """.formatted(certificate, more);
    }

    @AfterAll
    static void stop() throws Exception {
        connector.close();
        firm.close();
    }

    private static HonestCaller honest() {
        HttpClient http = HttpClient.newBuilder().sslContext(trust).build();
        return new HonestCaller(http, connector.secureUrl(), firm.key());
    }

    @BeforeEach
    void call_honestly() {
        honest = honest();
    }

    @AfterEach
    void compare(TestInfo test) throws Exception {
        honest.close();
        System.out.println(test.getTestMethod().orElseThrow().getName() + ": an honest caller had " + honest.times()
                + "; when it was quiet, " + quiet);
        assertEquals(List.of(), honest.failures(), "what an honest caller met");
        assertFalse(log().contains("id=" + HostileRequest.SMUGGLED), "a hidden request was carried out");
        assertFalse(log().contains("Unexpected error"), "an unexpected error is in the log");
    }

    private static String log() throws IOException {
        return Files.readString(folder.resolve("alone-logs/connect.log"));
    }

    @Test
    void what_could_be_read_in_two_ways_is_refused_and_hides_no_request() throws Exception {
        assertRefused(HostileRequest.smuggling(), true);
    }

    @Test
    void floods_of_headers_are_cut_off() throws Exception {
        assertRefused(HostileRequest.floods(), false);
    }

    @Test
    void no_path_leads_where_it_should_not() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (HostileRequest request : HostileRequest.paths()) {
            wrong.addAll(judge(request, secure(), false));
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void bodies_that_are_no_sane_JSON_are_refused() throws Exception {
        assertRefused(HostileRequest.bodies(), false);
    }

    private void assertRefused(List<HostileRequest> requests, boolean ends) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (HostileRequest request : requests) {
            wrong.addAll(judge(request, secure(), ends));
            wrong.addAll(judge(request, new Socket("127.0.0.1", portOf(connector.loopbackUrl())), ends));
        }
        assertEquals(List.of(), wrong);
        System.out.println(requests.size() + " shapes, each on both listeners");
    }

    /** @param ends whether the connection must end with the first answer: nobody knows where the next request begins */
    private List<String> judge(HostileRequest request, Socket socket, boolean ends) throws IOException {
        List<String> wrong = new ArrayList<>();
        try (socket) {
            String answers = exchange(socket, request);
            Matcher status = STATUS.matcher(answers);
            int count = 0;
            while (status.find()) {
                count++;
                if (!status.group(1).startsWith("4")) {
                    wrong.add(request.name() + " is answered " + status.group(1));
                }
            }
            if (count > 1) {
                wrong.add(request.name() + " is answered " + count + " times");
            }
            if (answers.endsWith("(open)") && (ends || count == 0)) {
                wrong.add(request.name() + " leaves the connection open after " + count + " answers");
            }
        }
        return wrong;
    }

    /** Everything that comes back within fifteen seconds, and {@code (open)} when the connection is open then. */
    private static String exchange(Socket socket, HostileRequest request) {
        StringBuilder said = new StringBuilder();
        try {
            socket.setSoTimeout(15_000);
            String bytes = new String(request.bytes(), StandardCharsets.ISO_8859_1).replace("KEY", firm.key());
            Thread sender = new Thread(() -> {
                try {
                    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
                    socket.getOutputStream().flush();
                } catch (IOException refused) {
                    return; // the server need not read all of it
                }
            });
            sender.setDaemon(true);
            sender.start();
            byte[] buffer = new byte[8192];
            InputStream in = socket.getInputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                said.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
            }
        } catch (java.net.SocketTimeoutException stillOpen) {
            said.append("(open)");
        } catch (IOException closed) {
            return said.toString();
        }
        return said.toString();
    }

    private static SSLSocket secure() throws IOException {
        return (SSLSocket) trust.getSocketFactory().createSocket("127.0.0.1", portOf(connector.url()));
    }

    private static int portOf(String url) {
        return URI.create(url).getPort();
    }

    @Test
    void slow_headers_and_slow_bodies_hold_up_nobody() throws Exception {
        String body =
                "POST /v1/postings HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                        + firm.key() + "\r\nIdempotency-Key: slow\r\nContent-Length: 100000\r\n\r\n{";
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                Socket socket = secure();
                sockets.add(socket);
                write(socket, i % 2 == 0 ? "GET /v1/health/live HTTP/1.1\r\nHost: a\r\nX-Slow: " : body);
            }
            for (int second = 0; second < 8; second++) {
                for (Socket socket : sockets) {
                    write(socket, " ");
                }
                Thread.sleep(1_000);
            }
        } finally {
            closeAll(sockets);
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Test
    void two_thousand_idle_connections_cost_nobody_anything() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < IDLE; i++) {
                if (i % 2 == 0) {
                    SSLSocket socket = secure();
                    sockets.add(socket);
                    socket.startHandshake();
                } else {
                    sockets.add(new Socket("127.0.0.1", portOf(connector.url())));
                }
            }
            Thread.sleep(3_000);
            Socket last = sockets.get(IDLE - 2);
            write(last, "GET /v1/health/live HTTP/1.1\r\nHost: a\r\n\r\n");
            assertEquals('H', last.getInputStream().read(), "the last of them is not served");
        } finally {
            closeAll(sockets);
        }
    }

    private static void closeAll(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void versions_of_TLS_before_1_2_are_refused() throws Exception {
        for (int minor : new int[] {0, 1, 2}) {
            try (Socket socket = new Socket("127.0.0.1", portOf(connector.url()))) {
                socket.setSoTimeout(15_000);
                socket.getOutputStream().write(ClientHello.of(3, minor));
                byte[] answer = socket.getInputStream().readAllBytes();
                assertTrue(answer.length == 0 || answer[0] == ClientHello.ALERT, "version 3." + minor + " is spoken");
            }
        }
    }

    @Test
    void what_is_no_TLS_at_all_is_refused() throws Exception {
        for (String text : List.of("GET / HTTP/1.1\r\nHost: a\r\n\r\n", "\u0000".repeat(1000), "SSH-2.0-x\r\n")) {
            try (Socket socket = new Socket("127.0.0.1", portOf(connector.url()))) {
                socket.setSoTimeout(15_000);
                write(socket, text);
                assertFalse(new String(readAll(socket), StandardCharsets.ISO_8859_1).contains("HTTP/1.1 2"));
            }
        }
    }

    private static byte[] readAll(Socket socket) {
        try {
            return socket.getInputStream().readAllBytes();
        } catch (java.net.SocketTimeoutException e) {
            throw new AssertionError("The connection stays open", e);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    @Test
    void a_client_cannot_renegotiate() throws Exception {
        try (SSLSocket socket = secure()) {
            socket.setSoTimeout(15_000);
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            RawClient client = new RawClient(socket);
            String request = "GET /v1/health/live HTTP/1.1\r\nHost: a\r\n\r\n";
            assertEquals(200, client.send(request).reply().status());
            assertThrows(IOException.class, () -> {
                socket.startHandshake();
                client.send(request).reply();
            });
        }
    }

    @Test
    void a_caller_without_a_server_name_is_served() throws Exception {
        try (SSLSocket socket = secure()) {
            RawClient client = new RawClient(socket);
            RawClient.Reply reply = client.send("GET /v1/health/live HTTP/1.1\r\nHost: other.example\r\n\r\n")
                    .reply();
            assertEquals(200, reply.status());
        }
    }

    @Test
    void a_client_certificate_of_the_wrong_authority_opens_nothing() throws Exception {
        Path caller = TestCertificates.pkcs12(folder.resolve("caller.pfx"), "EC");
        Path stranger = TestCertificates.pkcs12(folder.resolve("stranger.pfx"), "EC");
        Path authority = Files.writeString(folder.resolve("ca.pem"), TestCertificates.certificatePem(caller));
        String required = """
                client_ca = "%s"
                require_client_certificate = true
                """.formatted(authority);
        try (ConnectorProcess strict = ConnectorProcess.start(
                Distribution.built(), folder, "strict", firm, FreePort.pair(), tls(required), PASSWORD)) {
            assertEquals(200, call(strict, Optional.of(caller)));
            for (int i = 0; i < 20; i++) {
                assertThrows(IOException.class, () -> call(strict, Optional.of(stranger)));
                assertThrows(IOException.class, () -> call(strict, Optional.empty()));
            }
            assertEquals(200, call(strict, Optional.of(caller)));
        }
    }

    private static int call(ConnectorProcess strict, Optional<Path> own) throws Exception {
        HttpClient http = HttpClient.newBuilder()
                .sslContext(TestCertificates.client(own, TestCertificates.certificate(certificate)))
                .build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(strict.secureUrl() + "/v1/bank-accounts"))
                .header("Authorization", "Bearer " + firm.key())
                .timeout(Duration.ofSeconds(10))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }
}
