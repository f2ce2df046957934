package com.clientpay.connect.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.config.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What failed connections are explained as: by the real drivers where no database server is needed for it. */
class ConnectFailureTest {
    private static final String PLANTED = "hunter2-planted";

    @Test
    void a_server_that_nobody_knows() {
        String seen = "No server has the name in no-such-host.invalid:1433.";
        assertEquals(seen, refused("jdbc:sqlserver://no-such-host.invalid:1433;databaseName=x"));
        assertEquals(
                "No server has the name in no-such-host.invalid.", refused("jdbc:h2:tcp://no-such-host.invalid/x"));
    }

    @Test
    void a_port_where_nothing_listens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        String seen = "Nothing listens at 127.0.0.1:" + port + ".";
        assertEquals(seen, refused("jdbc:sqlserver://127.0.0.1:" + port + ";databaseName=x"));
        assertEquals(seen, refused("jdbc:h2:tcp://127.0.0.1:" + port + "/x"));
    }

    @Test
    void a_server_that_does_not_answer() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertEquals(
                    "There is no answer from 127.0.0.1:" + silent.getLocalPort() + ".",
                    refused("jdbc:sqlserver://127.0.0.1:" + silent.getLocalPort() + ";databaseName=x"));
        }
    }

    @Test
    void something_that_is_no_sql_server() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread closes = new Thread(() -> {
                try {
                    while (true) {
                        Socket caller = other.accept();
                        caller.close();
                    }
                } catch (IOException e) {
                    // the test is over
                }
            });
            closes.setDaemon(true);
            closes.start();
            assertEquals(
                    "Something that is no SQL Server answers at 127.0.0.1:" + other.getLocalPort() + ".",
                    refused("jdbc:sqlserver://127.0.0.1:" + other.getLocalPort() + ";databaseName=x"));
        }
    }

    @Test
    void a_login_that_is_refused_names_the_reference_and_not_the_password() {
        ConnectFailure failure = ConnectFailure.of(
                new SQLException("Login failed for 'u'", "S0001", 18456), settings("jdbc:sqlserver://h"));

        assertEquals("The database refuses the login of user u.", failure.seen());
        assertTrue(failure.action().contains("comes from env:P"), failure.action());
        assertFalse(failure.toString().contains(PLANTED), failure.toString());
    }

    @Test
    void a_real_login_that_is_refused() throws Exception {
        String url = "jdbc:h2:mem:login;DB_CLOSE_DELAY=-1";
        DatabaseProbe.open(new DatabaseSettings(
                        url,
                        Optional.of("sa"),
                        Optional.empty(),
                        Optional.empty(),
                        1,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1)))
                .close();

        assertEquals("The database refuses the login of user u.", refused(url));
    }

    @Test
    void a_database_that_is_not_there() {
        assertEquals(
                "The server answers, but the database is not there for user u.",
                ConnectFailure.of(
                                new SQLException("Cannot open database", "S0001", 4060), settings("jdbc:sqlserver://h"))
                        .seen());
        assertEquals(
                "The server answers, but the database is not there for user u.",
                refused("jdbc:h2:./target/no-such-database;IFEXISTS=TRUE"));
    }

    @Test
    void a_certificate_that_is_not_trusted() {
        SQLException error = new SQLException(
                "\"encrypt\" property is set to \"true\"",
                "08S01",
                new SSLHandshakeException("PKIX path building failed").initCause(new CertificateException("PKIX")));

        ConnectFailure failure = ConnectFailure.of(error, settings("jdbc:sqlserver://sql:1433;databaseName=x"));

        assertEquals(
                "The encrypted connection to sql:1433 was not made: its certificate is not trusted, or the server does"
                        + " not speak TLS 1.2.",
                failure.seen());
        assertTrue(failure.action().contains("trusted_certificates"), failure.action());
    }

    @Test
    void what_the_driver_says_is_understood_in_its_other_languages_too() throws IOException {
        Locale usual = Locale.getDefault();
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Locale.setDefault(Locale.GERMANY);
            int port = silent.getLocalPort();
            assertEquals(
                    "There is no answer from 127.0.0.1:" + port + ".",
                    refused("jdbc:sqlserver://127.0.0.1:" + port + ";databaseName=x"));
            a_port_where_nothing_listens();
            a_server_that_nobody_knows();
            an_instance_whose_browser_is_silent();
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void an_instance_whose_browser_is_silent() {
        assertEquals(
                "The server localhost\\MM does not say on which port its instance listens.",
                refused("jdbc:sqlserver://localhost\\MM;databaseName=x"));
        assertEquals(
                "No server has the name in no-such-host.invalid\\MM.",
                refused("jdbc:sqlserver://no-such-host.invalid\\MM;databaseName=x"));
    }

    @Test
    void a_server_without_encryption() {
        String text = ResourceBundle.getBundle("com.microsoft.sqlserver.jdbc.SQLServerResource")
                .getString("R_sslRequiredNoServerSupport");

        assertEquals(
                "The server sql cannot encrypt connections.",
                ConnectFailure.of(new SQLException(text, "08S01"), settings("jdbc:sqlserver://sql"))
                        .seen());
    }

    @Test
    void windows_that_makes_no_login() {
        String text = ResourceBundle.getBundle("com.microsoft.sqlserver.jdbc.SQLServerResource")
                .getString("R_integratedAuthenticationFailed");
        ConnectFailure failure = ConnectFailure.of(
                new SQLException(text, "08S01"), settings("jdbc:sqlserver://sql;integratedSecurity=true"));

        assertEquals("Windows made no login for sql (SSPI).", failure.seen());
        assertTrue(failure.action().contains("setspn"), failure.action());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_windows_account_does_not_log_in_from_elsewhere() {
        assertEquals(
                "A Windows account logs in from Windows only, and this is " + System.getProperty("os.name") + ".",
                refused("jdbc:sqlserver://localhost:1433;databaseName=x;integratedSecurity=true"));
    }

    @Test
    void strict_encryption_that_the_server_does_not_know() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertEquals(
                    "The server 127.0.0.1:" + silent.getLocalPort() + " does not answer to encryption = \"strict\".",
                    refused(SqlServers.strict("127.0.0.1", silent.getLocalPort(), Optional.empty())));
        }
    }

    @Test
    void anything_else_is_given_by_its_numbers_without_its_text() {
        ConnectFailure failure = ConnectFailure.of(
                new SQLException("SELECT " + PLANTED, "42000", 4711), settings("jdbc:sqlserver://sql;databaseName=x"));

        assertEquals("The connection to sql failed (error 4711, state 42000).", failure.seen());
    }

    private static String refused(String url) {
        return refused(settings(url));
    }

    private static String refused(DatabaseSettings settings) {
        DatabaseUnreachableException refused =
                assertThrows(DatabaseUnreachableException.class, () -> DatabaseProbe.open(settings));
        assertFalse(refused.getMessage().contains(PLANTED) || refused.action().contains(PLANTED), refused.toString());
        return refused.getMessage();
    }

    private static DatabaseSettings settings(String url) {
        return new DatabaseSettings(
                url,
                Optional.of("u"),
                Optional.of(new Secret("env:P", PLANTED)),
                Optional.empty(),
                1,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1));
    }
}
