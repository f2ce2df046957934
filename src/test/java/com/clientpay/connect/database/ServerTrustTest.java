package com.clientpay.connect.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.config.DatabaseAddress.SqlServer;
import com.clientpay.connect.http.tls.TestCertificates;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which servers are trusted: real handshakes between SQL Server's driver and a TLS server. One that is trusted is asked to
 * speak TDS next, and this one cannot.
 */
class ServerTrustTest {
    @TempDir
    private static Path folder;

    private static TestAuthority authority;
    private static Path server;

    @BeforeAll
    static void make() throws Exception {
        authority = TestAuthority.in(folder);
        server = authority.server("sql01", "-ext", "san=dns:localhost,dns:*.firm.example");
    }

    @Test
    void a_server_of_the_firms_authority_is_trusted() throws Exception {
        assertTrusted(server, "localhost", Optional.of(authority.pem()));
    }

    @Test
    void a_server_of_an_authority_that_this_machine_does_not_know_is_not() throws Exception {
        DatabaseUnreachableException refused = refused(server, "localhost", Optional.empty(), Optional.empty());

        assertTrue(
                refused.getMessage()
                        .endsWith(" was not made: its certificate is signed by CN=Firm Authority, and this machine does"
                                + " not trust that."),
                refused.getMessage());
        assertTrue(refused.action().contains("database.trusted_certificates"), refused.action());
    }

    @Test
    void a_server_whose_certificate_is_for_another_name_is_not() throws Exception {
        DatabaseUnreachableException refused =
                refused(server, "127.0.0.1", Optional.of(authority.pem()), Optional.empty());

        assertTrue(
                refused.getMessage()
                        .endsWith(
                                " was not made: its certificate is for localhost, *.firm.example, not for 127.0.0.1."),
                refused.getMessage());
        assertTrue(refused.action().contains("database.certificate_host_name"), refused.action());
    }

    @Test
    void the_other_name_may_be_named() throws Exception {
        DatabaseUnreachableException trusted =
                refused(server, "127.0.0.1", Optional.of(authority.pem()), Optional.of("sql7.firm.example"));

        assertAnswersNoTds(trusted);
    }

    @Test
    void a_certificate_that_is_in_the_file_is_trusted_whatever_it_is_for() throws Exception {
        Path selfSigned =
                TestCertificates.pkcs12(folder.resolve("self.pfx"), "EC", "-startdate", "2020/01/01 00:00:00");
        Path pem = Files.writeString(
                folder.resolve("self.pem"), "the server's:\n" + TestCertificates.certificatePem(selfSigned));
        Path der = Files.write(
                folder.resolve("self.cer"),
                TestCertificates.certificate(selfSigned).getEncoded());

        assertTrusted(selfSigned, "127.0.0.1", Optional.of(pem));
        assertTrusted(selfSigned, "localhost", Optional.of(der));
    }

    @Test
    void another_self_signed_certificate_than_the_one_in_the_file_is_not() throws Exception {
        Path one = TestCertificates.pkcs12(folder.resolve("one.pfx"), "EC");
        Path other = TestCertificates.pkcs12(folder.resolve("other.pfx"), "EC");
        Path pem = Files.writeString(folder.resolve("one.pem"), TestCertificates.certificatePem(one));

        DatabaseUnreachableException refused = refused(other, "localhost", Optional.of(pem), Optional.empty());

        assertTrue(
                refused.getMessage()
                        .endsWith(" was not made: its certificate is signed by nobody but itself, and is not in " + pem
                                + "."),
                refused.getMessage());
        assertTrue(refused.action().contains("SSL_Self_Signed_Fallback"), refused.action());
    }

    @Test
    void a_certificate_that_has_expired_is_not() throws Exception {
        Path expired = authority.server(
                "old", "-ext", "san=dns:localhost", "-startdate", "2020/01/01 00:00:00", "-validity", "30");

        DatabaseUnreachableException refused =
                refused(expired, "localhost", Optional.of(authority.pem()), Optional.empty());

        assertTrue(refused.getMessage().contains("has expired; its own ends on 2020-01-31"), refused.getMessage());
    }

    @Test
    void a_file_that_is_missing_or_holds_no_certificate_is_named() throws Exception {
        Path nowhere = folder.resolve("nowhere.pem");
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        Path text = Files.writeString(folder.resolve("text.pem"), "no certificate");

        assertTrue(refused(server, "localhost", Optional.of(nowhere), Optional.empty())
                .getMessage()
                .endsWith("the file " + nowhere + " cannot be read (NoSuchFileException)."));
        for (Path file : List.of(empty, text)) {
            assertTrue(refused(server, "localhost", Optional.of(file), Optional.empty())
                    .getMessage()
                    .endsWith("the file " + file + " holds no certificate."));
        }
    }

    @Test
    void an_old_certificate_without_alternative_names_is_for_its_common_name() throws Exception {
        X509Certificate old = TestCertificates.certificate(authority.server("sql02"));

        assertEquals(List.of("sql02"), ServerName.of(old));
        assertTrue(ServerName.isOf(old, "SQL02"));
    }

    @Test
    void an_asterisk_stands_for_one_label_and_an_address_is_no_name() throws Exception {
        X509Certificate certificate = TestCertificates.certificate(
                authority.server("sql03", "-ext", "san=dns:*.firm.example,ip:192.0.2.7,ip:2001:db8::7"));

        assertEquals(
                List.of(true, false, false, false, true, false, true),
                List.of(
                        ServerName.isOf(certificate, "a.firm.example"),
                        ServerName.isOf(certificate, "a.b.firm.example"),
                        ServerName.isOf(certificate, "firm.example"),
                        ServerName.isOf(certificate, "sql03"),
                        ServerName.isOf(certificate, "192.0.2.7"),
                        ServerName.isOf(certificate, "192.0.2.8"),
                        ServerName.isOf(certificate, "2001:0DB8:0:0::7")));
    }

    private static void assertTrusted(Path server, String host, Optional<Path> trusted) throws Exception {
        assertAnswersNoTds(refused(server, host, trusted, Optional.empty()));
    }

    private static void assertAnswersNoTds(DatabaseUnreachableException end) {
        assertTrue(end.getMessage().startsWith("Something that is no SQL Server answers"), end.getMessage());
    }

    /** Shakes hands, and then says something that is no TDS. */
    private static void answer(SSLServerSocket listener) {
        Thread answers = new Thread(() -> {
            while (!listener.isClosed()) {
                try (SSLSocket caller = (SSLSocket) listener.accept()) {
                    caller.startHandshake();
                    caller.getInputStream().read();
                    caller.getOutputStream().write("this is no TDS".getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    // refused, or the test is over
                }
            }
        });
        answers.setDaemon(true);
        answers.start();
    }

    private static DatabaseUnreachableException refused(
            Path keys, String host, Optional<Path> trusted, Optional<String> certificateHost) throws Exception {
        try (SSLServerSocket listener = (SSLServerSocket) TestAuthority.tls(keys)
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            answer(listener);
            DatabaseSettings settings = SqlServers.strict(host, listener.getLocalPort(), trusted);
            if (certificateHost.isPresent()) {
                SqlServer strict = (SqlServer) settings.address();
                settings = SqlServers.settings(new SqlServer(
                        strict.host(),
                        strict.port(),
                        strict.instance(),
                        strict.database(),
                        strict.authentication(),
                        strict.encryption(),
                        strict.trustedCertificates(),
                        false,
                        certificateHost,
                        false));
            }
            DatabaseSettings used = settings;
            return assertThrows(DatabaseUnreachableException.class, () -> DatabaseProbe.open(used));
        }
    }
}
