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
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

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
                "The encrypted connection to sql:1433 was not made: its certificate is not trusted, or is for another"
                        + " name.",
                failure.seen());
        assertTrue(failure.action().contains("trustServerCertificate=true"), failure.action());
    }

    @Test
    void anything_else_is_given_by_its_numbers_without_its_text() {
        ConnectFailure failure = ConnectFailure.of(
                new SQLException("SELECT " + PLANTED, "42000", 4711), settings("jdbc:sqlserver://sql;databaseName=x"));

        assertEquals("The connection to sql failed (error 4711, state 42000).", failure.seen());
    }

    private static String refused(String url) {
        DatabaseUnreachableException refused =
                assertThrows(DatabaseUnreachableException.class, () -> DatabaseProbe.open(settings(url)), url);
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
