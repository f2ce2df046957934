package com.clientpay.connect.database;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.config.DatabaseAddress.SqlServer;
import com.clientpay.connect.config.Secret;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server means that was reached and does not let the connector in, by its error's number (SQL Server's are in
 * sys.messages; five digits from 90000 on, and 28000, are H2's).
 */
final class LoginFailure {
    /** The driver makes the SQLState of an error's state: S0038. */
    private static final Pattern STATE = Pattern.compile("S0*([1-9][0-9]*)");

    private static final String WINDOWS_ONLY_ACTION =
            "Set authentication = \"windows\" if the connector runs as a Windows account that may log in; or ask the DBA to"
                    + " allow \"SQL Server and Windows Authentication mode\" in the server's properties.";

    private final SQLException error;
    private final DatabaseSettings settings;
    private final boolean isWindows;
    private final String who;
    private final String names;

    private LoginFailure(SQLException error, DatabaseSettings settings) {
        this.error = error;
        this.settings = settings;
        this.isWindows = WindowsLogin.isConfigured(settings);
        this.who = isWindows
                ? "the Windows account that the connector runs as (" + System.getProperty("user.name") + ")"
                : settings.user().map(user -> "user " + user).orElse("the URL's user");
        this.names = settings.address() instanceof SqlServer ? "database.name" : "databaseName in database.url";
    }

    /** Empty when the number is none of these. */
    static Optional<ConnectFailure> of(SQLException error, DatabaseSettings settings) {
        return new LoginFailure(error, settings).explained();
    }

    private Optional<ConnectFailure> explained() {
        return switch (error.getErrorCode()) {
            case 18456, 28000 -> failure("The database refuses the login of " + who + state() + ".", refused());
            case 18452 -> isWindows ? untrustedDomain() : windowsOnly();
            case 18470 -> failure("The login of " + who + " is disabled.", "Ask the DBA to enable it.");
            case 18486 -> failure("The login of " + who + " is locked.", "Ask the DBA to unlock it.");
            case 18487, 18488 ->
                failure(
                        "The password of " + who + " has expired.",
                        "Ask the DBA for a new one, and put it where it comes from: " + password()
                                + ". For an account of a program the DBA may switch expiration off: ALTER LOGIN ..."
                                + " WITH CHECK_EXPIRATION = OFF.");
            case 17892 ->
                failure(
                        "A logon trigger of the server refuses " + who + ".",
                        "Ask the DBA which trigger on ALL SERVER that is, and what it asks for.");
            case 18401, 18451, 18461 ->
                failure(
                        "The server lets in administrators only: it is starting, being upgraded, or in single-user mode.",
                        "Wait until the DBA is done; the connector connects by itself then.");
            case 17142, 6005 ->
                failure(
                        "The server is paused or shutting down.",
                        "Wait until the DBA has started it again; the connector connects by itself then.");
            case 17809, 18458, 18459, 18460 ->
                failure(
                        "The server has as many connections as it allows.",
                        "Ask the DBA which programs hold them (sp_who2), or to allow more (sp_configure 'user"
                                + " connections').");
            default -> database();
        };
    }

    private Optional<ConnectFailure> database() {
        return switch (error.getErrorCode()) {
            case 4060, 4064, 911, 916, 90146, 90149, 90013 ->
                failure(
                        "The server answers, but the database is not there for " + who + ".",
                        "Check " + names + ", that the database is online, and that the DBA has run"
                                + " security/login-and-role.sql, which lets the login into it.");
            case 921, 922, 927, 942, 952, 955, 956, 983, 988 ->
                failure(
                        "The database is not open yet: it is offline, being recovered or restored, or changes its role.",
                        "Wait, or ask the DBA for its state (state_desc in sys.databases); the connector connects by itself"
                                + " when it is online.");
            case 923, 924 ->
                failure(
                        "The database is in single-user or restricted mode.",
                        "Wait until the DBA is done: ALTER DATABASE ... SET MULTI_USER.");
            case 926, 945 ->
                failure(
                        "The database is suspect, or its files cannot be opened.",
                        "Ask the DBA to look into the server's error log.");
            case 954, 976, 978, 979, 982 ->
                failure(
                        "This server has a replica of the database that cannot be written to.",
                        "Set database.server to the listener of the availability group, not to one of its servers, and"
                                + " multi_subnet_failover = true.");
            case 90020 ->
                failure(
                        "The database file is in use by another process.",
                        "Stop the other process, or give each its own database.");
            default -> Optional.empty();
        };
    }

    private String refused() {
        if (isWindows) {
            return "Ask the DBA to make a login for that account with security/login-and-role.sql. A service account on"
                    + " another machine, such as NT SERVICE or LocalSystem, is known there as DOMAIN\\MACHINE$.";
        }
        return "Check the name (database.user, or --user) and the password, which comes from " + password() + ". "
                + switch (number()) {
                    case 58 -> WINDOWS_ONLY_ACTION;
                    case 38, 40, 46 -> "The server does not let this login into the database: check " + names + ".";
                    default ->
                        "If they are right: the server may allow Windows logins only, or not know the login; its error log"
                                + " says which, under the same time.";
                };
    }

    private static Optional<ConnectFailure> windowsOnly() {
        return failure("The server allows Windows logins only.", WINDOWS_ONLY_ACTION);
    }

    private Optional<ConnectFailure> untrustedDomain() {
        return failure(
                "The server does not trust the domain of " + who + ".",
                "Run the connector as an account of the server's domain, or of one that it trusts; a local account of this"
                        + " machine is not known there. Else log in with authentication = \"sql\".");
    }

    /** Servers tell callers state 1 whatever the reason is, so that nobody learns which logins there are. */
    private String state() {
        return number() > 1 ? " (state " + number() + ")" : "";
    }

    private int number() {
        Matcher state = STATE.matcher(String.valueOf(error.getSQLState()));
        return state.matches() && error.getErrorCode() == 18456 ? Integer.parseInt(state.group(1)) : 0;
    }

    private String password() {
        return settings.password().map(Secret::reference).orElse("not set");
    }

    private static Optional<ConnectFailure> failure(String seen, String action) {
        return Optional.of(new ConnectFailure(seen, action));
    }
}
