package com.clientpay.connect.database;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.config.Secret;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * What a failed connection means. By the error's number where it has one; SQL Server's driver gives a failed TCP
 * connection neither a number nor a cause, so there its text has to do, which it takes from the operating system.
 *
 * @param seen what happened, as a sentence
 * @param action what to do about it
 */
record ConnectFailure(String seen, String action) {
    private static final Pattern SQL_SERVER = Pattern.compile("jdbc:sqlserver://([^;]*).*");
    private static final Pattern H2_SERVER = Pattern.compile("jdbc:h2:(?:tcp|ssl)://([^/;]*).*");

    static ConnectFailure of(SQLException error, DatabaseSettings settings) {
        String server = server(settings.url());
        String text = String.valueOf(error.getMessage());
        return byNumber(error.getErrorCode(), settings)
                .or(() -> byCause(error, server))
                .orElseGet(() -> byText(text.toLowerCase(Locale.ROOT), server, error));
    }

    private static Optional<ConnectFailure> byNumber(int number, DatabaseSettings settings) {
        String user = settings.user().map(u -> "user " + u).orElse("the URL's user");
        String password = settings.password().map(Secret::reference).orElse("not set");
        return Optional.ofNullable(
                switch (number) {
                    case 18456, 28000 ->
                        new ConnectFailure(
                                "The database refuses the login of " + user + ".",
                                "Check the name (database.user, or --user) and the password, which comes from "
                                        + password + ", and that the server allows this kind of login.");
                    case 18470 ->
                        new ConnectFailure("The login of " + user + " is disabled.", "Ask the DBA to enable it.");
                    case 18486 ->
                        new ConnectFailure("The login of " + user + " is locked.", "Ask the DBA to unlock it.");
                    case 18487, 18488 ->
                        new ConnectFailure(
                                "The password of " + user + " has expired.",
                                "Ask the DBA for a new one, and put it where it comes from: " + password + ".");
                    case 4060, 4063, 90146, 90149, 90013 ->
                        new ConnectFailure(
                                "The server answers, but the database is not there for " + user + ".",
                                "Check the database's name in database.url (databaseName=...), that it is online, and that"
                                        + " the user may open it.");
                    case 90020 ->
                        new ConnectFailure(
                                "The database file is in use by another process.",
                                "Stop the other process, or give each its own database.");
                    default -> null;
                });
    }

    private static Optional<ConnectFailure> byCause(Throwable error, String server) {
        for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return Optional.of(unknownHost(server));
            }
            if (cause instanceof SocketTimeoutException) {
                return Optional.of(silent(server));
            }
            if (cause instanceof ConnectException) {
                return Optional.of(refused(server));
            }
            if (cause instanceof SSLException || cause instanceof CertificateException) {
                return Optional.of(untrusted(server));
            }
        }
        return Optional.empty();
    }

    private static ConnectFailure byText(String text, String server, SQLException error) {
        if (text.contains("ssl") || text.contains("pkix") || text.contains("certificate")) {
            return untrusted(server);
        }
        if (text.contains("integrated authentication") || text.contains("mssql-jdbc_auth")) {
            return new ConnectFailure(
                    "Windows authentication is not possible from here.",
                    "Name a login of SQL Server's own, with its password; or, on Windows, put mssql-jdbc_auth's DLL where"
                            + " Java finds it.");
        }
        if (text.contains("named instance")) {
            return new ConnectFailure(
                    "The server " + server + " does not say on which port its instance listens.",
                    "Start the SQL Server Browser service and open UDP port 1434, or write the port into database.url"
                            + " instead of the instance's name.");
        }
        if (text.contains("name or service not known")
                || text.contains("unknownhost")
                || text.contains("no such host")
                || text.contains("nodename nor servname")
                || text.contains("temporary failure in name resolution")) {
            return unknownHost(server);
        }
        if (text.contains("refused")) {
            return refused(server);
        }
        if (text.contains("timed out") || text.contains("timeout")) {
            return silent(server);
        }
        if (text.contains("pre-login") || text.contains("prelogin")) {
            return new ConnectFailure(
                    "Something that is no SQL Server answers at " + server + ".",
                    "Check server and port in database.url; SQL Server's default port is 1433.");
        }
        if (text.contains("no suitable driver")) {
            return new ConnectFailure(
                    "There is no driver for this kind of URL.",
                    "Check how database.url begins, and that the folder lib is complete.");
        }
        return new ConnectFailure(
                "The connection to " + server + " failed (error " + error.getErrorCode() + ", state "
                        + error.getSQLState() + ").",
                "Give these numbers to the DBA or to support.");
    }

    private static ConnectFailure unknownHost(String server) {
        return new ConnectFailure(
                "No server has the name in " + server + ".",
                "Check the server's name in database.url, and that this machine can look it up (nslookup).");
    }

    private static ConnectFailure refused(String server) {
        return new ConnectFailure(
                "Nothing listens at " + server + ".",
                "Check the port in database.url, that SQL Server runs, and that TCP/IP is enabled in SQL Server"
                        + " Configuration Manager.");
    }

    private static ConnectFailure silent(String server) {
        return new ConnectFailure(
                "There is no answer from " + server + ".",
                "Check the server's name and port in database.url, and that no firewall is in between.");
    }

    private static ConnectFailure untrusted(String server) {
        return new ConnectFailure(
                "The encrypted connection to " + server + " was not made: its certificate is not trusted, or is for"
                        + " another name.",
                "Most SQL Servers have a self-signed certificate. Best: give the server one that this machine trusts, or"
                        + " name it by trustStore in database.url. On a network you trust: trustServerCertificate=true.");
    }

    /** The server as the URL names it: never its properties. */
    private static String server(String url) {
        for (Pattern pattern : new Pattern[] {SQL_SERVER, H2_SERVER}) {
            Matcher matcher = pattern.matcher(url);
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        return "the embedded database";
    }
}
