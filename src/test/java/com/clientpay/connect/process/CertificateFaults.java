package com.clientpay.connect.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.http.tls.TestCertificates;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

/** The connector's certificate expires while it runs; its files, and that of the secrets, are replaced by rubbish. */
class CertificateFaults extends FaultTest {
    private static final byte[] RUBBISH =
            "\0\1\2 no certificate, no key and no secret \377".getBytes(StandardCharsets.ISO_8859_1);
    private static final Map<String, String> PASSWORD = Map.of("TLS_PASSWORD", TestCertificates.PASSWORD);

    @Test
    void a_certificate_that_expires_is_reported_and_a_renewed_one_taken_up_under_load() throws Exception {
        Path file = folder.resolve("connect.pfx");
        TestCertificates.pkcs12(file, "EC", "-startdate", "-1d+20S", "-validity", "1");
        Path next = TestCertificates.pkcs12(folder.resolve("renewed.pfx"), "EC");
        X509Certificate expiring = TestCertificates.certificate(file);
        X509Certificate renewed = TestCertificates.certificate(next);
        SSLContext trust = TestCertificates.client(Optional.empty(), expiring, renewed);
        try (H2Firm firm = H2Firm.create(distribution, folder)) {
            ConnectorProcess connector = start("alone", firm, FreePort.pair(), tls(file, "env:TLS_PASSWORD"), PASSWORD);
            PaymentLoad load = load(firm, connector, trust);
            load.await(100);
            assertEquals(expiring, shown(connector, trust));
            await(
                    "the end of the certificate",
                    () -> Instant.now().isAfter(expiring.getNotAfter().toInstant()));
            await("word of it in the log", () -> log().contains("certificate is out of its dates"));
            load.await(50);
            assertEquals(expiring, shown(connector, trust));
            assertTrue(check().contains("expired on"), "connect check does not say that the certificate has expired");
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
            await("the renewed certificate", () -> shown(connector, trust).equals(renewed));
            awaitRecovery(load);
            Files.write(file, RUBBISH);
            await("word of the rubbish", () -> log().contains("cannot be used; the old certificate stays"));
            load.await(50);
            assertEquals(renewed, shown(connector, trust));
            compare(firm, load, "a certificate expired, was renewed, and was replaced by rubbish");
            assertEquals(0, connector.stop());
            assertRefused(firm, tls(file, "env:TLS_PASSWORD"), file.toString());
        }
    }

    @Test
    void a_private_key_that_is_replaced_by_rubbish_changes_nothing_until_it_is_right_again() throws Exception {
        Path store = TestCertificates.pkcs12(folder.resolve("made.pfx"), "EC");
        Path other = TestCertificates.pkcs12(folder.resolve("other.pfx"), "EC");
        X509Certificate certificate = TestCertificates.certificate(store);
        Path pem = Files.writeString(folder.resolve("connect.pem"), TestCertificates.certificatePem(store));
        Path key = Files.writeString(folder.resolve("connect.key"), TestCertificates.keyPem(store));
        SSLContext trust = TestCertificates.client(Optional.empty(), certificate);
        String tls = """
                [tls]
                certificate = "%s"
                private_key = "%s"
                """.formatted(pem, key);
        try (H2Firm firm = H2Firm.create(distribution, folder)) {
            ConnectorProcess connector = start("alone", firm, FreePort.pair(), tls, Map.of());
            PaymentLoad load = load(firm, connector, trust);
            load.await(100);
            for (byte[] wrong : new byte[][] {
                RUBBISH, TestCertificates.keyPem(other).getBytes(StandardCharsets.US_ASCII), new byte[0]
            }) {
                int before = log().split("cannot be used; the old certificate stays", -1).length;
                Files.write(key, wrong);
                await(
                        "word of the wrong key",
                        () -> log().split("cannot be used; the old certificate stays", -1).length > before);
                load.await(20);
                assertEquals(certificate, shown(connector, trust));
            }
            assertEquals(0, connector.stop());
            assertRefused(firm, tls, key.toString());
            Files.writeString(key, TestCertificates.keyPem(store));
            start("alone", firm, portOf(connector), tls, Map.of());
            awaitRecovery(load);
            compare(firm, load, "a private key replaced by rubbish, another's key, and nothing");
        }
    }

    @Test
    void secrets_that_are_replaced_by_rubbish_are_read_at_the_next_start_and_refused_there() throws Exception {
        Path file = TestCertificates.pkcs12(folder.resolve("connect.pfx"), "EC");
        SSLContext trust = TestCertificates.client(Optional.empty(), TestCertificates.certificate(file));
        Path secrets = Files.createDirectories(folder.resolve("alone")).resolve("secrets");
        String right = "keystore=" + TestCertificates.PASSWORD + "\n";
        Files.createFile(secrets, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secrets, right);
        try (H2Firm firm = H2Firm.create(distribution, folder)) {
            String tls = tls(file, "secret:keystore");
            ConnectorProcess connector = start("alone", firm, FreePort.pair(), tls, Map.of());
            PaymentLoad load = load(firm, connector, trust);
            load.await(50);
            Files.write(secrets, RUBBISH);
            load.await(100);
            assertEquals(0, connector.stop());
            assertRefused(firm, tls, "keystore");
            Files.writeString(secrets, right);
            start("alone", firm, portOf(connector), tls, Map.of());
            awaitRecovery(load);
            compare(firm, load, "the secrets replaced by rubbish");
        }
    }

    private static String tls(Path file, String password) {
        return """
                [tls]
                keystore = "%s"
                keystore_password = "%s"
                """.formatted(file, password);
    }

    private PaymentLoad load(H2Firm firm, ConnectorProcess connector, SSLContext trust) throws Exception {
        String url = connector.secureUrl();
        HttpClient http = HttpClient.newBuilder()
                .sslContext(trust)
                .connectTimeout(Duration.ofSeconds(2))
                .build();
        PaymentLoad load =
                new PaymentLoad(http, () -> url, firm.key(), firm.records().payableInvoices(), 1);
        load.start(CALLERS, SEED);
        return load;
    }

    /** A start ends by itself, with what is wrong in words: no stack trace, no half-started connector. */
    private void assertRefused(H2Firm firm, String tls, String named) throws Exception {
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> start("refused", firm, FreePort.pair(), tls, PASSWORD));
        assertTrue(refused.getMessage().contains(named), refused.getMessage());
        assertTrue(!refused.getMessage().contains("\tat "), refused.getMessage());
        System.out.println("A start with it: " + refused.getMessage().strip());
    }

    private static X509Certificate shown(ConnectorProcess connector, SSLContext trust) throws Exception {
        try (SSLSocket socket = (SSLSocket) trust.getSocketFactory().createSocket("127.0.0.1", portOf(connector))) {
            socket.setSoTimeout(10_000);
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    private static int portOf(ConnectorProcess connector) {
        return URI.create(connector.url()).getPort();
    }

    private String log() throws Exception {
        return Files.readString(folder.resolve("alone-logs/connect.log"));
    }

    private String check() throws Exception {
        return distribution
                .run(
                        PASSWORD,
                        "check",
                        "--config",
                        folder.resolve("alone/connect.toml").toString())
                .output();
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(String what, Condition condition) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < deadline, () -> "Waited a minute for " + what);
            Thread.sleep(100);
        }
    }
}
