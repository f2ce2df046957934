package com.clientpay.connect.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.config.ConnectConfig.Level;
import com.clientpay.connect.config.ConnectConfig.Mode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
    @TempDir
    private Path home;

    @Test
    void only_the_database_has_to_be_named() throws ConfigException {
        LoadedConfig loaded =
                fixture("[database]", "url = \"" + ConfigFixture.URL + "\"").load();

        ConnectConfig config = loaded.config();
        assertEquals(Mode.LIVE, config.mode());
        assertEquals("127.0.0.1", config.server().host());
        assertEquals(32321, config.server().port());
        assertEquals(32322, config.server().loopbackPort());
        assertEquals(ConfigFixture.URL, url(config));
        assertEquals(10, config.database().poolSize());
        assertEquals(Duration.ofHours(1), config.postings().waitingWarning());
        assertEquals(Level.INFO, config.logs().level());
        assertFalse(config.tls().isConfigured());
        assertEquals(List.of(), loaded.warnings());
    }

    @Test
    void every_key_can_be_set() throws ConfigException {
        ConnectConfig config = fixture(
                        "mode = 'test'",
                        "[server]",
                        "host = \"0.0.0.0\"",
                        "port = 444",
                        "loopback_port = 9000",
                        "allowed_addresses = [",
                        "  \"203.0.113.0/24\", # the cloud",
                        "  \"198.51.100.7\",",
                        "]",
                        "trusted_proxies = [\"192.0.2.1-192.0.2.9\"]",
                        "threads = 8",
                        "stop_timeout_seconds = 7",
                        "[tls]",
                        "keystore = \"conf/firm.pfx\"",
                        "keystore_password = \"secret:keystore\"",
                        "client_ca = '/etc/ca.pem'",
                        "require_client_certificate = true",
                        "[database]",
                        "url = \"" + ConfigFixture.URL + "\"",
                        "user = \"connector\"",
                        "password = \"env:FIRM_PASSWORD\"",
                        "id = \"firm-1\"",
                        "pool_size = 3",
                        "connect_timeout_seconds = 2",
                        "statement_timeout_seconds = 9",
                        "[postings]",
                        "waiting_warning_minutes = 90",
                        "finish_interval_seconds = 5",
                        "[logs]",
                        "folder = \"elsewhere\"",
                        "level = \"debug\"",
                        "keep_days = 3")
                .secret("keystore", "opens")
                .variable("FIRM_PASSWORD", "in the environment")
                .load()
                .config();

        assertEquals(Mode.TEST, config.mode());
        assertEquals(
                new ConnectConfig.Server(
                        "0.0.0.0",
                        444,
                        9000,
                        List.of("203.0.113.0/24", "198.51.100.7"),
                        List.of("192.0.2.1-192.0.2.9"),
                        8,
                        Duration.ofSeconds(7)),
                config.server());
        assertEquals(home.resolve("conf/firm.pfx"), config.tls().keystore().orElseThrow());
        assertEquals("opens", config.tls().keystorePassword().orElseThrow().reveal());
        assertEquals(Path.of("/etc/ca.pem"), config.tls().clientCa().orElseThrow());
        assertTrue(config.tls().requireClientCertificate());
        assertEquals("connector", config.database().user().orElseThrow());
        assertEquals(
                "in the environment", config.database().password().orElseThrow().reveal());
        assertEquals("firm-1", config.database().id().orElseThrow());
        assertEquals(3, config.database().poolSize());
        assertEquals(Duration.ofSeconds(2), config.database().connectTimeout());
        assertEquals(Duration.ofSeconds(9), config.database().statementTimeout());
        assertEquals(new ConnectConfig.Postings(Duration.ofMinutes(90), Duration.ofSeconds(5)), config.postings());
        assertEquals(new ConnectConfig.Logs(home.resolve("elsewhere"), Level.DEBUG, 3), config.logs());
    }

    @Test
    void all_mistakes_are_reported_together_with_their_lines() {
        assertEquals(
                List.of(
                        "1: There is no key modus. Is it mode?",
                        "4: There is no key server.prot. Is it server.port?",
                        "5: host: this is no value. Text stands in double quotes; numbers, true and false without.",
                        "6: There is no key server.keep_days. It belongs into [logs].",
                        "7: server.threads is 3, but must be from 4 to 500.",
                        "8: server.threads stands on line 7 already. Keep one of the two.",
                        "9: There is no section [databse]. Is it [database]?",
                        "10: database.url must be a JDBC URL of SQL Server, such as"
                                + " \"jdbc:sqlserver://SERVER:1433;databaseName=NAME;encrypt=true\".",
                        "11: database.user is a number, but must be: text.",
                        "15: logs.level is \"LOUD\", but must be \"ERROR\", \"WARN\", \"INFO\" or \"DEBUG\".",
                        "16: logs.folder holds a control character. In double quotes a backslash begins an escape: write"
                                + " it in single quotes, as in 'C:\\folder', or with slashes, as in \"C:/folder\".",
                        "17: This is no setting: write key = value, or put a # before a comment.",
                        "18: pool_size has no value. Give one, or put a # before the line."),
                fixture(
                                "modus = \"test\"",
                                "# a comment",
                                "[server]",
                                "prot = 443",
                                "host = localhost",
                                "keep_days = 1",
                                "threads = 3",
                                "threads = 5",
                                "[databse]",
                                "url = \"sqlserver://sql\"",
                                "user = 17",
                                "",
                                "",
                                "[logs]",
                                "level = \"LOUD\"",
                                "folder = \"C:\\books\\files\"",
                                "what is this",
                                "pool_size =")
                        .mistakes());
    }

    @Test
    void what_is_right_alone_may_be_wrong_together() {
        assertEquals(
                List.of(
                        "7: tls.keystore holds certificate and key already. Give either tls.keystore, or tls.certificate"
                                + " with tls.private_key.",
                        "8: tls.require_client_certificate needs tls.client_ca: the PEM certificates that sign the"
                                + " callers'.",
                        "4: server.port and server.loopback_port are both 444. Choose two.",
                        "11: database.password is set, but there is no database.user whose password it could be."),
                fixture(
                                "[server]",
                                "host = \"0.0.0.0\"",
                                "port = 444",
                                "loopback_port = 444",
                                "[tls]",
                                "keystore = \"a.pfx\"",
                                "certificate = \"a.pem\"",
                                "require_client_certificate = true",
                                "[database]",
                                "url = \"" + ConfigFixture.URL + "\"",
                                "password = \"env:P\"")
                        .variable("P", "p")
                        .mistakes());
    }

    @Test
    void a_certificate_needs_its_key_and_a_key_its_certificate() {
        assertEquals(
                List.of("2: tls.certificate needs its key: set tls.private_key to the PEM file with it."),
                withDatabase("[tls]", "certificate = \"a.pem\"").mistakes());
        assertEquals(
                List.of("2: tls.private_key needs its certificate: set tls.certificate to the PEM file."),
                withDatabase("[tls]", "private_key = \"a.pem\"").mistakes());
    }

    @Test
    void plain_http_is_refused_off_the_loopback_address() {
        for (String host : List.of("0.0.0.0", "192.0.2.1", "connect.example.test", "::")) {
            assertEquals(
                    List.of("2: server.host is not a loopback address, and plain HTTP is served on 127.0.0.1 only. Set"
                            + " [tls], or server.host = \"127.0.0.1\"."),
                    withDatabase("[server]", "host = \"" + host + "\"").mistakes(),
                    host);
        }
        for (String host : List.of("127.0.0.1", "127.1.2.3", "localhost", "::1")) {
            assertEquals(
                    List.of(),
                    withDatabase("[server]", "host = \"" + host + "\"").mistakes(),
                    host);
        }
    }

    @Test
    void a_host_is_given_without_a_port_and_an_address_completely() {
        for (String host : List.of("127.0.0.1:443", "300.1.1.1", "127.1", "a b", "https://x")) {
            assertEquals(
                    "2: server.host is \"" + host + "\", but must be an address or a host name without a port.",
                    withDatabase("[server]", "host = \"" + host + "\"")
                            .mistakes()
                            .get(0));
        }
    }

    @Test
    void an_address_rule_with_a_typing_error_is_named() {
        assertEquals(
                List.of(
                        "2: server.allowed_addresses has \"203.0.113.5/24\", which is no address (203.0.113.7), CIDR block"
                                + " (203.0.113.0/24, its host bits zero) or range (203.0.113.1-203.0.113.9)."),
                withDatabase("[server]", "allowed_addresses = [\"198.51.100.7\", \"203.0.113.5/24\"]")
                        .mistakes());
    }

    @Test
    void the_consoles_locale_is_a_language_with_its_country() throws ConfigException {
        assertEquals("en-US", withDatabase().load().config().console().locale());
        assertEquals(
                "zh-Hant-HK",
                withDatabase("[console]", "locale = \"zh-hant-hk\"")
                        .load()
                        .config()
                        .console()
                        .locale());
        for (String wrong : List.of("en_US", "en", "english", "xx-US", "de-ZZ", "de-DE-1996", "en-US-u-nu-arab")) {
            assertEquals(
                    List.of("2: console.locale is \"" + wrong + "\", but must be a language and country of ISO 639 and"
                            + " 3166, such as \"en-US\" or \"de-CH\"."),
                    withDatabase("[console]", "locale = \"" + wrong + "\"").mistakes());
        }
    }

    @Test
    void a_section_that_begins_twice_is_named_and_still_read() {
        assertEquals(
                List.of(
                        "5: The section [logs] began on line 1 already. Put its keys together there.",
                        "6: logs.keep_days is 0, but must be from 1 to 3650."),
                fixture(
                                "[logs]",
                                "level = \"INFO\"",
                                "[database]",
                                "url = \"" + ConfigFixture.URL + "\"",
                                "[logs]",
                                "keep_days = 0")
                        .mistakes());
    }

    @Test
    void a_section_without_its_bracket_costs_one_mistake() {
        assertEquals(
                List.of("1: This is no section: write its name in square brackets, such as [server]."),
                fixture("[database", "url = \"" + ConfigFixture.URL + "\"").mistakes());
    }

    @Test
    void the_environment_overrides_the_file() throws ConfigException {
        ConnectConfig config = withDatabase("[server]", "port = 444")
                .variable("CONNECT_SERVER_PORT", "8080")
                .variable("CONNECT_MODE", "test")
                .variable("CONNECT_SERVER_ALLOWED_ADDRESSES", "192.0.2.1, 192.0.2.2")
                .variable("CONNECT_SERVER_THREADS", "")
                .load()
                .config();

        assertEquals(8080, config.server().port());
        assertEquals(Mode.TEST, config.mode());
        assertEquals(List.of("192.0.2.1", "192.0.2.2"), config.server().allowedAddresses());
        assertEquals(50, config.server().threads());
    }

    @Test
    void a_wrong_variable_is_reported_by_its_name() {
        assertEquals(
                List.of(
                        "CONNECT_SERVER_PORT: server.port must be a whole number, 0 to 65535.",
                        "CONNECT_SERVER_PROT: No setting has this name. Is it CONNECT_SERVER_PORT?",
                        "CONNECT_TLS_REQUIRE_CLIENT_CERTIFICATE: tls.require_client_certificate must be true or false."),
                withDatabase()
                        .variable("CONNECT_SERVER_PORT", "https")
                        .variable("CONNECT_SERVER_PROT", "443")
                        .variable("CONNECT_TLS_REQUIRE_CLIENT_CERTIFICATE", "yes")
                        .mistakes());
    }

    @Test
    void variables_for_the_launcher_the_commands_and_tests_are_no_settings() {
        assertEquals(
                List.of(),
                withDatabase()
                        .variable("CONNECT_CONFIG", "x")
                        .variable("CONNECT_HOME", "x")
                        .variable("CONNECT_JAVA_HOME", "x")
                        .variable("CONNECT_KEY", "x")
                        .variable("CONNECT_URL", "x")
                        .variable("CONNECT_OPTS", "x")
                        .variable("CONNECT_TEST_ANYTHING", "x")
                        .mistakes());
    }

    @Test
    void a_missing_file_and_a_missing_database_are_said_together() {
        List<String> mistakes = new ConfigFixture(home).mistakes();

        assertEquals(2, mistakes.size());
        assertTrue(
                mistakes.get(0).contains("There is no such file. Name another one with --config or CONNECT_CONFIG."));
        assertTrue(
                mistakes.get(1).contains("database.server is missing. Set server in section [database] to the firm's"));
    }

    @Test
    void a_file_of_another_encoding_is_recognised() throws IOException {
        ConfigFixture fixture = withDatabase();
        Files.write(fixture.file, "[logs]\nfolder = \"Büro\"\n".getBytes(StandardCharsets.ISO_8859_1));

        assertTrue(fixture.mistakes().get(0).contains("The file is not UTF-8. Save it again with the encoding UTF-8."));
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_do_no_harm() throws Exception {
        ConfigFixture fixture = withDatabase();
        Files.writeString(fixture.file, "\uFEFF[database]\r\nurl = \"" + ConfigFixture.URL + "\"\r\n");

        assertEquals(ConfigFixture.URL, url(fixture.load().config()));
    }

    @Test
    void a_port_that_the_cloud_does_not_call_is_allowed_and_warned_about() throws ConfigException {
        List<String> warnings = withDatabase("[server]", "port = 8443").load().warnings();

        assertEquals(
                List.of("server.port is 8443: the ClientPay cloud calls the ports 443, 444, 8080 and 32321 only. It is"
                        + " right if something in between translates the port."),
                warnings);
    }

    @Test
    void config_show_says_what_holds_and_where_it_came_from() throws ConfigException {
        EffectiveConfig effective = withDatabase("[server]", "port = 444")
                .variable("CONNECT_LOGS_LEVEL", "WARN")
                .load()
                .effective();

        assertEquals("line 2", source(effective, "server.port"));
        assertEquals("environment CONNECT_LOGS_LEVEL", source(effective, "logs.level"));
        assertEquals("default", source(effective, "server.threads"));
        assertTrue(effective.table().startsWith("SETTING  "), effective.table());
        assertTrue(effective.table().lines().anyMatch(l -> l.matches("server\\.port +444 +line 2")), effective.table());
        assertTrue(
                effective.table().lines().anyMatch(l -> l.matches("tls\\.keystore +\\(not set\\) +default")),
                effective.table());
    }

    private static String source(EffectiveConfig effective, String name) {
        return effective.values().stream()
                .filter(v -> v.name().equals(name))
                .findFirst()
                .orElseThrow()
                .source();
    }

    private static String url(ConnectConfig config) {
        return ((DatabaseAddress.Url) config.database().address()).url();
    }

    private ConfigFixture fixture(String... lines) {
        return new ConfigFixture(home).file(lines);
    }

    /** The lines, with a database after them. */
    private ConfigFixture withDatabase(String... lines) {
        return fixture(String.join("\n", lines), "[database]", "url = \"" + ConfigFixture.URL + "\"");
    }
}
