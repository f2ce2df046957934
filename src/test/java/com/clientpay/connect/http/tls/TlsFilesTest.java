package com.clientpay.connect.http.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.config.ConnectConfig;
import com.clientpay.connect.config.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsFilesTest {
    @TempDir
    static Path folder;

    private static Path rsa;
    private static Path ec;

    @BeforeAll
    static void make() throws Exception {
        rsa = TestCertificates.pkcs12(folder.resolve("rsa.pfx"), "RSA");
        ec = TestCertificates.pkcs12(folder.resolve("ec.pfx"), "EC");
    }

    @Test
    void a_PKCS12_file_holds_a_certificate_and_its_key() throws Exception {
        TlsFiles files = TlsFiles.load(TestCertificates.keystore(rsa));
        assertEquals(TestCertificates.certificate(rsa), files.certificate());
        Certificates.Description description = Certificates.describe(files.certificate());
        assertEquals("CN=rsa.pfx", description.subject());
        assertEquals(List.of("localhost", "127.0.0.1"), description.names());
        assertTrue(description.selfSigned());
        assertTrue(description.fingerprint().matches("([0-9A-F]{2}:){31}[0-9A-F]{2}"), description.fingerprint());
        assertTrue(description.isValidAt(Instant.now()));
        assertFalse(description.isValidAt(description.notAfter().plusSeconds(1)));
    }

    @Test
    void PEM_files_hold_RSA_EC_and_Ed25519_keys() throws Exception {
        Path edwards = TestCertificates.pkcs12(folder.resolve("edwards.pfx"), "Ed25519");
        for (Path source : List.of(rsa, ec, edwards)) {
            TlsFiles files = TlsFiles.load(pem(source, source));
            assertEquals(TestCertificates.certificate(source), files.certificate());
        }
    }

    @Test
    void the_certificate_of_the_key_comes_first_whatever_the_order_in_the_file() throws Exception {
        ConnectConfig.Tls config = pem(rsa, rsa);
        Files.writeString(
                config.certificate().orElseThrow(),
                "a comment\n" + TestCertificates.certificatePem(ec) + TestCertificates.certificatePem(rsa));
        TlsFiles files = TlsFiles.load(config);
        assertEquals(List.of(TestCertificates.certificate(rsa)), files.chain());
    }

    @Test
    void a_wrong_password_is_named_as_such() {
        ConnectConfig.Tls wrong = new ConnectConfig.Tls(
                Optional.of(rsa),
                Optional.of(new Secret("secret:tls", "wrong")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
        String message = refused(wrong);
        assertTrue(message.contains("password of " + rsa + " is wrong (secret:tls)"), message);
    }

    @Test
    void a_missing_file_is_named() {
        String message = refused(TestCertificates.keystore(folder.resolve("missing.pfx")));
        assertTrue(message.contains("missing.pfx does not exist"), message);
    }

    @Test
    void a_file_that_is_no_key_store_is_named() throws Exception {
        Path text = Files.writeString(folder.resolve("text.pfx"), "hello");
        assertTrue(refused(TestCertificates.keystore(text)).contains("is no PKCS#12 file"));
        assertTrue(refused(TestCertificates.pem(text, text)).contains("is no PEM file"));
    }

    @Test
    void a_key_of_another_certificate_is_refused() throws Exception {
        String message = refused(pem(rsa, ec));
        assertTrue(message.contains("does not belong to the certificate"), message);
    }

    @Test
    void old_key_formats_are_refused_with_the_command_that_converts_them() throws Exception {
        ConnectConfig.Tls config = pem(rsa, rsa);
        Path key = config.privateKey().orElseThrow();
        Files.writeString(key, TestCertificates.pem("RSA PRIVATE KEY", new byte[] {1}));
        assertTrue(refused(config).contains("openssl pkcs8 -topk8 -nocrypt -in " + key));
        Files.writeString(key, TestCertificates.pem("EC PRIVATE KEY", new byte[] {1}));
        assertTrue(refused(config).contains("openssl pkcs8 -topk8 -nocrypt -in " + key));
        Files.writeString(key, TestCertificates.pem("ENCRYPTED PRIVATE KEY", new byte[] {1}));
        assertTrue(refused(config).contains("encrypted key"));
        Files.writeString(key, TestCertificates.pem("PRIVATE KEY", new byte[] {1}));
        assertTrue(refused(config).contains("none of RSA, EC, Ed25519"));
        Files.writeString(key, TestCertificates.certificatePem(rsa));
        assertTrue(refused(config).contains("holds no private key, but CERTIFICATE"));
    }

    @Test
    void a_certificate_without_its_key_is_incomplete() {
        ConnectConfig.Tls config = new ConnectConfig.Tls(
                Optional.empty(), Optional.empty(), Optional.of(rsa), Optional.empty(), Optional.empty(), false);
        assertTrue(refused(config).contains("without tls.private_key"));
    }

    @Test
    void client_certificates_need_a_CA() {
        ConnectConfig.Tls config = new ConnectConfig.Tls(
                Optional.of(rsa),
                Optional.of(new Secret("secret:tls", TestCertificates.PASSWORD)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true);
        assertTrue(refused(config).contains("tls.client_ca"));
    }

    private static String refused(ConnectConfig.Tls config) {
        return assertThrows(TlsException.class, () -> TlsFiles.load(config)).getMessage();
    }

    private static ConnectConfig.Tls pem(Path certificateOf, Path keyOf) throws Exception {
        Path place = Files.createTempDirectory(folder, "pem");
        return TestCertificates.pem(
                Files.writeString(place.resolve("certificate.pem"), TestCertificates.certificatePem(certificateOf)),
                Files.writeString(place.resolve("key.pem"), TestCertificates.keyPem(keyOf)));
    }
}
