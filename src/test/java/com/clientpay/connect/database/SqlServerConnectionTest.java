package com.clientpay.connect.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.config.DatabaseAddress.Authentication;
import com.clientpay.connect.config.DatabaseAddress.Encryption;
import com.clientpay.connect.config.DatabaseAddress.SqlServer;
import com.clientpay.connect.config.Secret;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Connections to a real server that speaks TDS, by the parts that its URL is made of. */
@EnabledIfEnvironmentVariable(
        named = "CONNECT_TEST_SQLSERVER_URL",
        matches = ".+",
        disabledReason = "CONNECT_TEST_SQLSERVER_URL is not set")
class SqlServerConnectionTest {
    private static Map<String, String> url;

    @BeforeAll
    static void read() throws SQLException {
        String text = System.getenv("CONNECT_TEST_SQLSERVER_URL");
        Driver driver = DriverManager.getDriver(text);
        url = Arrays.stream(driver.getPropertyInfo(text, new Properties()))
                .filter(property -> property.value != null)
                .collect(Collectors.toMap((DriverPropertyInfo p) -> p.name, p -> p.value));
        // the driver tells everything but this
        url.put("password", text.replaceFirst("(?i).*;\\s*password=([^;]*).*", "$1"));
    }

    @Test
    void a_login_that_is_right_is_let_in() throws DatabaseUnreachableException {
        try (DatabaseProbe probe = DatabaseProbe.open(settings("master", url.get("user"), url.get("password")))) {
            assertTrue(probe.product().startsWith("Microsoft SQL Server"), probe.product());
        }
    }

    @Test
    void a_wrong_password_is_told_by_its_reference() {
        DatabaseUnreachableException refused = refused(settings("master", url.get("user"), "wrong"));

        assertEquals("The database refuses the login of user " + url.get("user") + ".", refused.getMessage());
        assertTrue(refused.action().contains("env:P"), refused.action());
    }

    @Test
    void a_database_that_is_not_there_is_told() {
        assertEquals(
                "The server answers, but the database is not there for user " + url.get("user") + ".",
                refused(settings("no_such_database", url.get("user"), url.get("password")))
                        .getMessage());
    }

    @Test
    void its_certificate_is_looked_at() {
        String seen = refused(settings(server("master", false), url.get("user"), url.get("password")))
                .getMessage();

        assertTrue(seen.contains(" was not made: its certificate is signed by "), seen);
    }

    private static DatabaseUnreachableException refused(DatabaseSettings settings) {
        return assertThrows(DatabaseUnreachableException.class, () -> DatabaseProbe.open(settings));
    }

    private static DatabaseSettings settings(String database, String user, String password) {
        return settings(server(database, true), user, password);
    }

    private static DatabaseSettings settings(SqlServer server, String user, String password) {
        return new DatabaseSettings(
                server,
                Optional.of(user),
                Optional.of(new Secret("env:P", password)),
                Optional.empty(),
                1,
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(15),
                Optional.empty(),
                "ClientPay Connect test");
    }

    private static SqlServer server(String database, boolean trustAny) {
        return new SqlServer(
                url.get("serverName"),
                Optional.of(Integer.valueOf(url.get("portNumber"))),
                Optional.empty(),
                database,
                Authentication.SQL,
                Encryption.MANDATORY,
                Optional.<Path>empty(),
                trustAny,
                Optional.empty(),
                false);
    }
}
