package com.clientpay.connect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.config.ConfigException;
import com.clientpay.connect.config.ConfigFile;
import com.clientpay.connect.config.ConnectConfig;
import com.clientpay.connect.windows.SetUpProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitialConfigurationTest {
    @TempDir
    Path folder;

    @Test
    void a_database_by_the_windows_account_needs_nothing_more() throws Exception {
        ConnectConfig config = load(Map.of("DATABASE_SERVER", "sql.firm.example", "DATABASE_NAME", "Books"), false);
        assertTrue(
                config.database().toString().contains("sql.firm.example"),
                config.database().toString());
        assertTrue(
                config.database().toString().contains("Books"),
                config.database().toString());
        assertEquals("127.0.0.1", config.server().host());
        assertEquals(32321, config.server().port());
    }

    @Test
    void a_certificate_opens_the_port_to_the_network_and_its_password_stays_a_secret() throws Exception {
        String text = text(Map.of("DATABASE_SERVER", "sql,1444", "DATABASE_NAME", "Books", "PORT", "443"), true);
        assertTrue(set(text).contains("host = \"0.0.0.0\""), text);
        assertTrue(set(text).contains("port = 443"), text);
        assertTrue(set(text).contains("port = 1444"), text);
        assertTrue(set(text).contains("keystore_password = \"secret:keystore\""), text);
    }

    @Test
    void a_login_of_sql_server_refers_to_its_password() throws Exception {
        String text = text(
                Map.of(
                        "DATABASE_SERVER",
                        "sql\\FIRM",
                        "DATABASE_NAME",
                        "Books",
                        "DATABASE_AUTHENTICATION",
                        "SQL",
                        "DATABASE_USER",
                        "clientpay"),
                false);
        assertTrue(set(text).contains("instance = \"FIRM\""), text);
        assertTrue(set(text).contains("authentication = \"sql\""), text);
        assertTrue(set(text).contains("password = \"secret:database\""), text);
    }

    @Test
    void without_anything_it_is_the_template() throws IOException {
        assertEquals(template().lines().toList(), text(Map.of(), false).lines().toList());
    }

    @Test
    void a_value_stays_a_value() throws Exception {
        String text = text(Map.of("DATABASE_SERVER", "sql", "DATABASE_NAME", "a\"\nport = 1\\"), false);
        assertTrue(set(text).contains("name = \"a\\\" port = 1\\\\\""), text);
        assertTrue(load(text).database().toString().contains("a\" port = 1\\"), text);
    }

    private ConnectConfig load(Map<String, String> properties, boolean certificate)
            throws IOException, ConfigException {
        return load(text(properties, certificate));
    }

    private ConnectConfig load(String text) throws IOException, ConfigException {
        Path conf = Files.createDirectories(folder.resolve("conf"));
        Path file = Files.writeString(conf.resolve("connect.toml"), text);
        return ConfigFile.load(file, Map.of(), Platforms.current().secrets(file))
                .config();
    }

    private static String text(Map<String, String> properties, boolean certificate) throws IOException {
        return InitialConfiguration.of(template(), new SetUpProperties(properties), certificate);
    }

    private static String template() throws IOException {
        return Files.readString(Path.of("conf/connect.toml"));
    }

    /** The lines that set something. */
    private static java.util.List<String> set(String text) {
        return text.lines()
                .filter(line -> Stream.of("#", "[").noneMatch(line::startsWith))
                .map(String::strip)
                .toList();
    }
}
