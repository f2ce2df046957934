package com.clientpay.connect.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.config.DatabaseAddress.Authentication;
import com.clientpay.connect.config.DatabaseAddress.Encryption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The section [database]: a SQL Server by its parts. */
class DatabaseSettingsTest {
    @TempDir
    private Path home;

    @Test
    void a_server_a_name_and_a_login_are_enough() throws ConfigException {
        DatabaseSettings database = with(
                        "server = \"sql01\"", "name = \"Firm\"", "user = \"u\"", "password = \"env:P\"")
                .load()
                .config()
                .database();

        assertEquals(
                new DatabaseAddress.SqlServer(
                        "sql01",
                        Optional.empty(),
                        Optional.empty(),
                        "Firm",
                        Authentication.SQL,
                        Encryption.MANDATORY,
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        false),
                database.address());
        assertEquals(Duration.ofSeconds(40), database.readTimeout());
        assertEquals(Optional.empty(), database.leakDetection());
        assertEquals("ClientPay Connect", database.applicationName());
    }

    @Test
    void every_part_can_be_set() throws ConfigException {
        DatabaseSettings database = with(
                        "server = \"sql_01.firm.example\"",
                        "instance = \"MM$1\"",
                        "name = \"Büro {1}; x\"",
                        "authentication = \"Windows\"",
                        "encryption = \"strict\"",
                        "trusted_certificates = \"conf/ca.pem\"",
                        "certificate_host_name = \"sql01\"",
                        "multi_subnet_failover = true",
                        "application_name = \"Connect 2\"",
                        "statement_timeout_seconds = 50",
                        "leak_detection_seconds = 90")
                .load()
                .config()
                .database();

        assertEquals(
                new DatabaseAddress.SqlServer(
                        "sql_01.firm.example",
                        Optional.empty(),
                        Optional.of("MM$1"),
                        "Büro {1}; x",
                        Authentication.WINDOWS,
                        Encryption.STRICT,
                        Optional.of(home.resolve("conf/ca.pem")),
                        false,
                        Optional.of("sql01"),
                        true),
                database.address());
        assertEquals(Duration.ofSeconds(60), database.readTimeout());
        assertEquals(Optional.of(Duration.ofSeconds(90)), database.leakDetection());
        assertEquals("Connect 2", database.applicationName());
    }

    @Test
    void a_url_and_a_server_are_one_too_many() {
        assertEquals(
                List.of(
                        "2: database.url says all of the connection, so database.server, database.encryption must not be set"
                                + " beside it. Take out one or the other."),
                with(
                                "url = \"" + ConfigFixture.URL + "\"",
                                "server = \"sql01\"",
                                "encryption = \"strict\"",
                                "application_name = \"goes with both\"")
                        .mistakes());
    }

    @Test
    void all_that_is_missing_is_said_at_once() {
        List<String> mistakes = with("server = \"sql01\"", "pool_size = 0").mistakes();

        assertEquals(
                List.of(
                        "3: database.pool_size is 0, but must be from 1 to 100.",
                        "database.name is missing. Set name in section [database] to the firm's database on that server.",
                        "database.user is missing. Set user and password in section [database], or authentication ="
                                + " \"windows\" to log in as the Windows account that the connector runs as."),
                withoutFile(mistakes));
        assertEquals(
                List.of("database.password is missing. Set it to a reference such as \"secret:database\"."),
                withoutFile(
                        with("server = \"s\"", "name = \"n\"", "user = \"u\"").mistakes()));
    }

    @Test
    void a_server_that_was_given_wrongly_is_not_called_missing() {
        assertEquals(
                List.of("2: database.server is 'SQL01\\MM', but the instance after the backslash belongs into"
                        + " database.instance."),
                with("server = 'SQL01\\MM'", "name = \"n\"").mistakes());
        assertEquals(
                List.of("4: database.authentication is \"kerberos\", but must be \"sql\" or \"windows\"."),
                with("server = \"s\"", "name = \"n\"", "authentication = \"kerberos\"")
                        .mistakes());
    }

    @Test
    void a_windows_account_has_no_user_and_no_password() {
        assertEquals(
                List.of(
                        "5: database.user is set, but with authentication = \"windows\" the connector logs in as the Windows"
                                + " account that it runs as. Take user out.",
                        "6: database.password is set, but authentication = \"windows\" needs none. Take password out."),
                with(
                                "server = \"s\"",
                                "name = \"n\"",
                                "authentication = \"windows\"",
                                "user = \"u\"",
                                "password = \"env:P\"")
                        .mistakes());
    }

    @Test
    void a_port_and_an_instance_say_the_same() {
        assertEquals(
                List.of(
                        "5: database.instance and database.port are both set. The port says already which instance it is:"
                                + " take out one of the two."),
                windows("port = 1433", "instance = \"MM\"").mistakes());
    }

    @Test
    void who_trusts_any_certificate_names_none() {
        assertEquals(
                List.of(
                        "6: database.trusted_certificates says which certificate is right, and"
                                + " database.trust_any_certificate that any is. Take out one of the two.",
                        "7: database.certificate_host_name says which certificate is right, and"
                                + " database.trust_any_certificate that any is. Take out one of the two.",
                        "4: database.trust_any_certificate does not go with encryption = \"strict\", which always checks the"
                                + " server's certificate. Set trusted_certificates, or encryption = \"mandatory\"."),
                windows(
                                "trust_any_certificate = true",
                                "encryption = \"strict\"",
                                "trusted_certificates = \"a.pem\"",
                                "certificate_host_name = \"b\"")
                        .mistakes());
    }

    @Test
    void to_trust_any_certificate_is_warned_about() throws ConfigException {
        assertEquals(
                List.of(
                        "database.trust_any_certificate is true: the connection is encrypted, but to whom is not checked."
                                + " Set database.trusted_certificates instead."),
                windows("trust_any_certificate = true").load().warnings());
    }

    @Test
    void a_network_that_gives_up_before_the_procedure_is_refused() {
        assertEquals(
                List.of("4: database.read_timeout_seconds is 30, but must be more than"
                        + " database.statement_timeout_seconds, which is 30: else a slow procedure counts as a broken"
                        + " connection."),
                windows("read_timeout_seconds = 30").mistakes());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            server = "."            | database.server is ".": write "localhost" for this machine.
            server = "sql01,1433"   | database.server is "sql01,1433", but must be an address or a host name alone; the port belongs into database.port.
            server = "tcp:sql01"    | database.server is "tcp:sql01", but must be an address or a host name alone; the port belongs into database.port.
            instance = "a b"        | database.instance is "a b", but must be the name of an instance, such as "SQLEXPRESS": what follows the backslash in SERVER\\SQLEXPRESS.
            instance = "MSSQLSERVER" | database.instance is "MSSQLSERVER", which is the default instance: leave it out.
            encryption = true       | database.encryption is true or false, but must be: "mandatory" or "strict".
            """)
    void what_people_write_instead_is_explained(String line, String mistake) {
        List<String> mistakes = with(line, "authentication = \"windows\"").mistakes();

        assertEquals("2: " + mistake, mistakes.get(0));
    }

    @Test
    void a_database_name_may_be_as_long_as_sql_server_allows() {
        assertEquals(
                List.of(),
                windows("application_name = \"" + "x".repeat(128) + "\"").mistakes());
        assertEquals(
                List.of("4: database.application_name has 129 characters, but may have 128."),
                windows("application_name = \"" + "x".repeat(129) + "\"").mistakes());
    }

    /** What nobody wrote has no line. */
    private static List<String> withoutFile(List<String> mistakes) {
        return mistakes.stream().map(String::strip).toList();
    }

    /** The lines from the fourth on, after a server that a Windows account logs in to. */
    private ConfigFixture windows(String... lines) {
        List<String> all = new ArrayList<>(List.of(lines));
        return new ConfigFixture(home)
                .file(
                        "[database]",
                        "server = \"sql01\"",
                        "name = \"Firm\"",
                        String.join("\n", all),
                        "authentication = \"windows\"");
    }

    private ConfigFixture with(String... lines) {
        return new ConfigFixture(home)
                .file("[database]", String.join("\n", lines))
                .variable("P", "p");
    }
}
