package com.clientpay.connect.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.config.DatabaseAddress;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server's error numbers at the login are explained as. */
class LoginFailureTest {
    private static final String WINDOWS = ";integratedSecurity=true";
    private static final String ACCOUNT =
            "the Windows account that the connector runs as (" + System.getProperty("user.name") + ")";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            18456 | The database refuses the login of user u.                                                           | env:P
            18452 | The server allows Windows logins only.                                                              | authentication = "windows"
            18470 | The login of user u is disabled.                                                                    | enable
            18486 | The login of user u is locked.                                                                      | unlock
            18487 | The password of user u has expired.                                                                 | env:P
            18488 | The password of user u has expired.                                                                 | CHECK_EXPIRATION
            17892 | A logon trigger of the server refuses user u.                                                       | ALL SERVER
            18461 | The server lets in administrators only: it is starting, being upgraded, or in single-user mode.     | Wait
            18401 | The server lets in administrators only: it is starting, being upgraded, or in single-user mode.     | Wait
            17142 | The server is paused or shutting down.                                                              | Wait
            17809 | The server has as many connections as it allows.                                                    | sp_who2
            4060  | The server answers, but the database is not there for user u.                                       | login-and-role.sql
            911   | The server answers, but the database is not there for user u.                                       | database.name
            916   | The server answers, but the database is not there for user u.                                       | login-and-role.sql
            921   | The database is not open yet: it is offline, being recovered or restored, or changes its role.      | sys.databases
            927   | The database is not open yet: it is offline, being recovered or restored, or changes its role.      | sys.databases
            924   | The database is in single-user or restricted mode.                                                  | MULTI_USER
            945   | The database is suspect, or its files cannot be opened.                                             | error log
            976   | This server has a replica of the database that cannot be written to.                                | listener
            978   | This server has a replica of the database that cannot be written to.                                | multi_subnet_failover
            979   | This server has a replica of the database that cannot be written to.                                | listener
            """)
    void each_number_has_its_meaning(int number, String seen, String action) {
        ConnectFailure failure = LoginFailure.of(
                        new SQLException("text " + SqlServers.PASSWORD, "S0001", number),
                        SqlServers.settings(SqlServers.at("sql01", 1433)))
                .orElseThrow();

        assertEquals(seen, failure.seen());
        assertTrue(failure.action().contains(action), failure.action());
        assertFalse(failure.toString().contains(SqlServers.PASSWORD), failure.toString());
    }

    @Test
    void the_state_of_a_refusal_tells_more_where_the_server_gives_it() {
        ConnectFailure windowsOnly = refusal("S0058");
        assertEquals("The database refuses the login of user u (state 58).", windowsOnly.seen());
        assertTrue(windowsOnly.action().contains("SQL Server and Windows Authentication mode"), windowsOnly.action());
        assertTrue(refusal("S0038").action().contains("does not let this login into the database"));
        assertEquals(
                "The database refuses the login of user u.", refusal("28000").seen());
    }

    private static ConnectFailure refusal(String state) {
        return LoginFailure.of(new SQLException("x", state, 18456), SqlServers.settings(SqlServers.at("sql01", 1433)))
                .orElseThrow();
    }

    @Test
    void a_windows_account_that_the_server_does_not_know() {
        ConnectFailure unknown = windows(18456);
        assertEquals("The database refuses the login of " + ACCOUNT + ".", unknown.seen());
        assertTrue(unknown.action().contains("DOMAIN\\MACHINE$"), unknown.action());
        ConnectFailure untrusted = windows(18452);
        assertEquals("The server does not trust the domain of " + ACCOUNT + ".", untrusted.seen());
    }

    private static ConnectFailure windows(int number) {
        return LoginFailure.of(
                        new SQLException("x", "S0001", number),
                        SqlServers.settings(new DatabaseAddress.Url("jdbc:sqlserver://sql01" + WINDOWS)))
                .orElseThrow();
    }

    @Test
    void other_numbers_are_not_guessed_at() {
        assertTrue(LoginFailure.of(
                        new SQLException("x", "S0001", 50000), SqlServers.settings(SqlServers.at("sql01", 1433)))
                .isEmpty());
    }
}
