package com.clientpay.connect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelfSignedCertificateTest {
    @TempDir
    Path folder;

    @Test
    void a_certificate_is_made_for_its_hosts_and_described() throws IOException, GeneralSecurityException {
        Path file = folder.resolve("made.pfx");
        Finished made =
                make("--host", "connect.example.com", "--host", "192.0.2.10", "--days", "30", "--out", file.toString());
        assertEquals(0, made.code(), made.err());
        X509Certificate certificate = certificate(file);
        assertEquals(
                "connect.example.com 192.0.2.10",
                certificate.getSubjectAlternativeNames().stream()
                        .map(name -> name.get(1).toString())
                        .collect(Collectors.joining(" ")));
        assertEquals(
                Duration.ofDays(30),
                Duration.between(
                        certificate.getNotBefore().toInstant(),
                        certificate.getNotAfter().toInstant()));
        String fingerprint = HexFormat.ofDelimiter(":")
                .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()))
                .toUpperCase(Locale.ROOT);
        assertTrue(made.out().contains(fingerprint), made.out());
        assertTrue(made.out().contains("keystore_password = \"file:"), made.out());
    }

    @Test
    void only_the_owner_can_read_the_files_and_nothing_else_is_left() throws IOException {
        Path file = folder.resolve("made.pfx");
        make("--host", "localhost", "--out", file.toString());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    "made.pfx rw-------, made.pfx.password rw-------",
                    files.sorted().map(SelfSignedCertificateTest::rights).collect(Collectors.joining(", ")));
        }
    }

    @Test
    void a_certificate_that_exists_is_kept() throws IOException {
        Path file = Files.writeString(folder.resolve("kept.pfx"), "kept");
        Finished made = make("--host", "localhost", "--out", file.toString());
        assertEquals(1, made.code());
        assertTrue(made.err().contains("exists already"), made.err());
        assertEquals("kept", Files.readString(file));
    }

    @Test
    void a_host_that_is_none_and_days_out_of_bounds_are_misuse() {
        assertEquals(2, make("--host", "a b, CN=x").code());
        assertEquals(2, make("--host", "localhost", "--days", "0").code());
    }

    private static Finished make(String... options) {
        return Finished.command(Stream.concat(Stream.of("cert", "self-signed"), Stream.of(options))
                .toArray(String[]::new));
    }

    private static X509Certificate certificate(Path file) throws IOException, GeneralSecurityException {
        char[] password = Files.readString(file.resolveSibling(file.getFileName() + ".password"))
                .toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        return (X509Certificate) store.getCertificate("connect");
    }

    private static String rights(Path file) {
        try {
            return file.getFileName() + " " + PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
