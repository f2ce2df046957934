package com.clientpay.connect.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.config.DatabaseAddress;
import com.clientpay.connect.config.DatabaseAddress.Authentication;
import com.clientpay.connect.config.DatabaseAddress.Encryption;
import com.clientpay.connect.config.DatabaseAddress.SqlServer;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the configuration becomes for the driver; where a value could be misread, the driver itself is asked. */
class DriverUrlTest {
    private static final String TIMES =
            ";loginTimeout=2;queryTimeout=1;cancelQueryTimeout=5;socketTimeout=11000;connectRetryCount=0";

    @Test
    void a_server_by_its_parts() {
        assertEquals(
                "jdbc:sqlserver://sql01:1433;databaseName=Firm;encrypt=true;trustServerCertificate=false"
                        + ";trustManagerClass=com.clientpay.connect.database.ServerTrust;trustManagerConstructorArg=sql01"
                        + TIMES
                        + ";applicationName={ClientPay Connect}",
                DriverUrl.of(SqlServers.settings(SqlServers.at("sql01", 1433))));
    }

    @Test
    void a_windows_account_and_an_availability_group() {
        SqlServer server = new SqlServer(
                "listener.firm.example",
                Optional.empty(),
                Optional.of("MM$1"),
                "Firm",
                Authentication.WINDOWS,
                Encryption.STRICT,
                Optional.of(Path.of("/conf/ca.pem")),
                false,
                Optional.of("sql.firm.example"),
                true);

        assertEquals(
                "jdbc:sqlserver://listener.firm.example;instanceName={MM$1};databaseName=Firm;integratedSecurity=true"
                        + ";encrypt=strict;trustServerCertificate=false"
                        + ";trustManagerClass=com.clientpay.connect.database.ServerTrust"
                        + ";trustManagerConstructorArg={sql.firm.example|/conf/ca.pem};multiSubnetFailover=true"
                        + TIMES
                        + ";applicationName={ClientPay Connect}",
                DriverUrl.of(SqlServers.settings(server)));
    }

    @Test
    void who_trusts_any_certificate_says_so_to_the_driver_too() {
        SqlServer server = new SqlServer(
                "sql01",
                Optional.empty(),
                Optional.empty(),
                "Firm",
                Authentication.SQL,
                Encryption.MANDATORY,
                Optional.empty(),
                true,
                Optional.empty(),
                false);

        assertEquals(
                "jdbc:sqlserver://sql01;databaseName=Firm;encrypt=true;trustServerCertificate=true" + TIMES
                        + ";applicationName={ClientPay Connect}",
                DriverUrl.of(SqlServers.settings(server)));
    }

    @Test
    void whatever_a_name_holds_the_driver_reads_it_as_it_is() throws Exception {
        for (String name : new String[] {"Firm", "a b", "a;encrypt=false", "{a}", "a}b", "}}", "{", "é=ß", " x "}) {
            SqlServer server = new SqlServer(
                    "::1",
                    Optional.of(1434),
                    Optional.empty(),
                    name,
                    Authentication.SQL,
                    Encryption.MANDATORY,
                    Optional.of(Path.of("/a } b/ca;x.pem")),
                    false,
                    Optional.empty(),
                    false);

            Map<String, String> read = read(DriverUrl.of(SqlServers.settings(server)));

            assertEquals(name, read.get("databaseName"));
            assertEquals("::1", read.get("serverName"));
            assertEquals("1434", read.get("portNumber"));
            assertEquals("::1|/a } b/ca;x.pem", read.get("trustManagerConstructorArg"));
            assertEquals("true", read.get("encrypt").toLowerCase());
            assertEquals("11000", read.get("socketTimeout"));
        }
    }

    @Test
    void what_a_url_says_itself_holds() {
        String url = "jdbc:sqlserver://sql01;databaseName=x;LOGINTIMEOUT=9;socketTimeout = 7;applicationName=mine;";

        assertEquals(
                "jdbc:sqlserver://sql01;databaseName=x;LOGINTIMEOUT=9;socketTimeout = 7;applicationName=mine"
                        + ";queryTimeout=1;cancelQueryTimeout=5;connectRetryCount=0",
                DriverUrl.of(url(url)));
    }

    @Test
    void a_url_of_the_demo_is_left_alone() {
        assertEquals("jdbc:h2:mem:firm", DriverUrl.of(url("jdbc:h2:mem:firm")));
    }

    private static DatabaseSettings url(String url) {
        return SqlServers.settings(new DatabaseAddress.Url(url));
    }

    private static Map<String, String> read(String url) throws Exception {
        Driver driver = DriverManager.getDriver(url);
        return Arrays.stream(driver.getPropertyInfo(url, new Properties()))
                .filter(property -> property.value != null)
                .collect(Collectors.toMap((DriverPropertyInfo p) -> p.name, p -> p.value));
    }
}
