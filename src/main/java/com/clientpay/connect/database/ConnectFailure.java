package com.clientpay.connect.database;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.config.DatabaseAddress;
import com.clientpay.connect.config.DatabaseAddress.Encryption;
import com.clientpay.connect.config.DatabaseAddress.SqlServer;
import java.net.ConnectException;
import java.net.InetAddress;
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
 * What a failed connection means: by the server's number if it answered ({@link LoginFailure}), else by the exception's
 * cause, else by what the driver says of it ({@link DriverMessage}). SQL Server's driver gives a failed TCP connection
 * neither a number nor a cause, only the operating system's words.
 *
 * @param seen what happened, as a sentence
 * @param action what to do about it
 */
record ConnectFailure(String seen, String action) {
    private static final Pattern SQL_SERVER = Pattern.compile("jdbc:sqlserver://([^;]*).*", Pattern.DOTALL);
    private static final Pattern SERVER_NAME =
            Pattern.compile(";\\s*serverName\\s*=\\s*\\{?([^;}]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern H2_SERVER = Pattern.compile("jdbc:h2:(?:tcp|ssl)://([^/;]*).*");

    static ConnectFailure of(SQLException error, DatabaseSettings settings) {
        return LoginFailure.of(error, settings)
                .orElseGet(() -> new Network(server(settings), settings.address()).failure(error));
    }

    /** The server as the configuration names it: never its properties. */
    private static String server(DatabaseSettings settings) {
        if (settings.address() instanceof SqlServer server) {
            return server.host()
                    + server.instance().map(instance -> "\\" + instance).orElse("")
                    + server.port().map(port -> ":" + port).orElse("");
        }
        String url = ((DatabaseAddress.Url) settings.address()).url();
        for (Pattern pattern : new Pattern[] {SQL_SERVER, H2_SERVER}) {
            Matcher matcher = pattern.matcher(url);
            if (matcher.matches() && !matcher.group(1).isBlank()) {
                return matcher.group(1);
            }
        }
        Matcher named = SERVER_NAME.matcher(url);
        return named.find() ? named.group(1) : "the embedded database";
    }

    /** Failures before the server had a say. */
    private record Network(String server, DatabaseAddress address) {

        ConnectFailure failure(SQLException error) {
            return byCause(error)
                    .or(() -> DriverMessage.of(error).map(message -> of(message, error)))
                    .orElseGet(() -> byText(error));
        }

        private Optional<ConnectFailure> byCause(Throwable error) {
            for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof ServerNotTrustedException untrusted) {
                    return Optional.of(new ConnectFailure(
                            "The encrypted connection to " + server + " was not made: " + untrusted.getMessage() + ".",
                            untrusted.action()));
                }
                if (cause instanceof UnsatisfiedLinkError) {
                    return WindowsLogin.obstacle();
                }
                if (cause instanceof UnknownHostException) {
                    return Optional.of(unknownHost());
                }
                if (cause instanceof SocketTimeoutException) {
                    return Optional.of(isStrict() ? notStrict() : silent());
                }
                if (cause instanceof ConnectException) {
                    return Optional.of(refused());
                }
            }
            return hasCause(error, SSLException.class, CertificateException.class)
                    ? Optional.of(isStrict() ? notStrict() : notEncrypted())
                    : Optional.empty();
        }

        /** The deeper causes say more, so these two are asked for last. */
        private static boolean hasCause(Throwable error, Class<?>... types) {
            for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
                for (Class<?> type : types) {
                    if (type.isInstance(cause)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private ConnectFailure of(DriverMessage message, SQLException error) {
            return switch (message) {
                case TIMED_OUT -> silent();
                case TCP_FAILED -> byReason(error);
                case BROWSER_SILENT ->
                    isKnown()
                            ? new ConnectFailure(
                                    "The server " + server + " does not say on which port its instance listens.",
                                    "Check " + instance() + ". Have the SQL Server Browser service started and UDP port"
                                            + " 1434 opened; or set the instance's port in place of its name.")
                            : unknownHost();
                case INSTANCE_WITHOUT_TCP ->
                    new ConnectFailure(
                            "The instance " + server + " does not listen on TCP/IP.",
                            "Ask the DBA to enable TCP/IP in SQL Server Configuration Manager and to restart the"
                                    + " instance.");
                case NO_ENCRYPTION ->
                    new ConnectFailure(
                            "The server " + server + " cannot encrypt connections.",
                            "Ask the DBA to give it a certificate in SQL Server Configuration Manager. The connector"
                                    + " makes no connection without encryption.");
                case ENCRYPTION_FAILED -> notEncrypted();
                case NO_WINDOWS_LOGIN ->
                    WindowsLogin.obstacle()
                            .orElseGet(() -> new ConnectFailure(
                                    "The driver cannot log in as a Windows account.",
                                    "Install the connector again: its folder lib has the library for it."));
                case WINDOWS_LOGIN_FAILED ->
                    new ConnectFailure(
                            "Windows made no login for " + server + " (SSPI).",
                            "Check that this machine and the account belong to the server's domain, that both clocks"
                                    + " agree to five minutes, and that the server's name here is the one of its service"
                                    + " principal (setspn -L ACCOUNT; MSSQLSvc/HOST:PORT). The DBA's error log has the"
                                    + " reason under the same time.");
                case NO_SQL_SERVER, CLOSED_WITHOUT_ANSWER, ANSWER_CUT_OFF, ANSWER_UNKNOWN -> noSqlServer();
            };
        }

        /** Whether the host is known is asked again: the reason's words are those of this machine's language. */
        private ConnectFailure byReason(SQLException error) {
            String reason = error.getMessage().toLowerCase(Locale.ROOT);
            if (!isKnown()) {
                return unknownHost();
            }
            if (reason.contains("timed out")) {
                return silent();
            }
            return reason.contains("refused")
                    ? refused()
                    : new ConnectFailure(
                            "There is no way to " + server + ".",
                            "Check " + places() + ", that SQL Server runs and TCP/IP is enabled in SQL Server"
                                    + " Configuration Manager, and that no firewall is in between.");
        }

        private boolean isKnown() {
            String host = server.replaceFirst("[\\\\].*", "").replaceFirst("^([^:]*):[0-9]+$", "$1");
            try {
                InetAddress.getByName(host);
                return true;
            } catch (UnknownHostException e) {
                return false;
            }
        }

        private ConnectFailure byText(SQLException error) {
            String text = String.valueOf(error.getMessage());
            if (text.contains("No suitable driver")) {
                return new ConnectFailure(
                        "There is no driver for this kind of URL.",
                        "Check how database.url begins, and that the folder lib is complete.");
            }
            return new ConnectFailure(
                    "The connection to " + server + " failed (error " + error.getErrorCode() + ", state "
                            + error.getSQLState() + ").",
                    "Give these numbers to the DBA or to support.");
        }

        private ConnectFailure unknownHost() {
            return new ConnectFailure(
                    "No server has the name in " + server + ".",
                    "Check the server's name in " + place() + ", and that this machine can look it up (nslookup).");
        }

        private ConnectFailure refused() {
            return new ConnectFailure(
                    "Nothing listens at " + server + ".",
                    "Check the port in " + (isTyped() ? "database.port" : place()) + ", that SQL Server runs, and that"
                            + " TCP/IP is enabled in SQL Server Configuration Manager.");
        }

        private ConnectFailure silent() {
            return new ConnectFailure(
                    "There is no answer from " + server + ".",
                    "Check " + places() + ", and that no firewall is in between.");
        }

        private ConnectFailure noSqlServer() {
            return new ConnectFailure(
                    "Something that is no SQL Server answers at " + server + ".",
                    "Check " + places()
                            + "; SQL Server's default port is 1433. A SQL Server older than 2022 answers so too"
                            + " to encryption = \"strict\".");
        }

        private ConnectFailure notEncrypted() {
            return new ConnectFailure(
                    "The encrypted connection to " + server
                            + " was not made: its certificate is not trusted, or the server"
                            + " does not speak TLS 1.2.",
                    isTyped()
                            ? "Set database.trusted_certificates to the server's certificate or that of its authority. A SQL"
                                    + " Server without its latest updates may know TLS 1.0 only: have it updated."
                            : "Most SQL Servers have a self-signed certificate. Best: give the server one that this machine"
                                    + " trusts, or use database.server with trusted_certificates in place of database.url.");
        }

        private ConnectFailure notStrict() {
            return new ConnectFailure(
                    "The server " + server + " does not answer to encryption = \"strict\".",
                    "Only SQL Server 2022 and newer do, if they have a certificate. Else set encryption = \"mandatory\". If"
                            + " it is one: check " + places() + ".");
        }

        private boolean isStrict() {
            return address instanceof SqlServer typed && typed.encryption() == Encryption.STRICT;
        }

        private boolean isTyped() {
            return address instanceof SqlServer;
        }

        private String place() {
            return isTyped() ? "database.server" : "database.url";
        }

        private String places() {
            return isTyped() ? "database.server and database.port" : "server and port in database.url";
        }

        private String instance() {
            return isTyped() ? "database.instance" : "the instance in database.url";
        }
    }
}
