package com.clientpay.connect.config;

import com.clientpay.connect.config.ConnectConfig.Level;
import com.clientpay.connect.config.ConnectConfig.Mode;
import com.clientpay.connect.config.DatabaseAddress.Authentication;
import com.clientpay.connect.config.DatabaseAddress.Encryption;
import com.clientpay.connect.config.SettingTypes.Addresses;
import com.clientpay.connect.config.SettingTypes.Choice;
import com.clientpay.connect.config.SettingTypes.FilePath;
import com.clientpay.connect.config.SettingTypes.Flag;
import com.clientpay.connect.config.SettingTypes.LocaleTag;
import com.clientpay.connect.config.SettingTypes.SecretText;
import com.clientpay.connect.config.SettingTypes.Text;
import com.clientpay.connect.config.SettingTypes.Time;
import com.clientpay.connect.config.SettingTypes.Url;
import com.clientpay.connect.config.SettingTypes.Whole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every key of {@code connect.toml}. What is not here is an unknown key. */
final class Settings {
    private static final List<Setting<?>> ALL = new ArrayList<>();

    static final Setting<Mode> MODE =
            optional("", "mode", new Choice<>(Mode.class, true), Mode.LIVE, "Whether these are a firm's real books.");

    static final Setting<String> HOST = optional(
            "server",
            "host",
            new Text("address or host name", Settings::host),
            "127.0.0.1",
            "Where to listen. Other than a loopback address needs [tls]; 0.0.0.0 is every address of this machine.");
    static final Setting<Integer> PORT = optional(
            "server",
            "port",
            new Whole(0, 65535),
            32321,
            "The cloud accepts 443, 444, 8080 and 32321. 0: any free one.");
    static final Setting<Integer> LOOPBACK_PORT = optional(
            "server",
            "loopback_port",
            new Whole(0, 65535),
            32322,
            "Plain HTTP on 127.0.0.1 for the commands, metrics and the admin resources. 0: any free one.");
    static final Setting<List<String>> ALLOWED_ADDRESSES = optional(
            "server",
            "allowed_addresses",
            new Addresses(),
            List.of(),
            "Who may call the public port; empty: everybody.");
    static final Setting<List<String>> TRUSTED_PROXIES = optional(
            "server",
            "trusted_proxies",
            new Addresses(),
            List.of(),
            "Whose X-Forwarded-For is believed; empty: nobody's.");
    static final Setting<Integer> THREADS = optional(
            "server",
            "threads",
            new Whole(4, 500),
            50,
            "Most requests answered at the same time. The next wait for five seconds at most.");
    static final Setting<Duration> STOP_TIMEOUT = optional(
            "server",
            "stop_timeout_seconds",
            seconds(1, 300),
            Duration.ofSeconds(20),
            "How long a stop waits for requests under way.");

    static final Setting<Path> KEYSTORE =
            unset("tls", "keystore", new FilePath(), "A PKCS#12 file (.pfx, .p12) with the certificate and its key.");
    static final Setting<String> KEYSTORE_PASSWORD =
            unset("tls", "keystore_password", new SecretText(), "The password of that file.");
    static final Setting<Path> CERTIFICATE =
            unset("tls", "certificate", new FilePath(), "Instead of a keystore: the certificate chain as PEM.");
    static final Setting<Path> PRIVATE_KEY =
            unset("tls", "private_key", new FilePath(), "The certificate's private key as PEM, without a password.");
    static final Setting<Path> CLIENT_CA =
            unset("tls", "client_ca", new FilePath(), "PEM certificates that sign the callers' certificates.");
    static final Setting<Boolean> REQUIRE_CLIENT_CERTIFICATE = optional(
            "tls",
            "require_client_certificate",
            new Flag(),
            false,
            "Refuse callers without a certificate of client_ca.");

    static final Setting<String> URL = unset(
            "database",
            "url",
            new Url(new Text("JDBC URL", DatabaseUrl::check)),
            "For who knows the driver: all of it in one. Instead of server, name, and the keys from there to"
                    + " multi_subnet_failover.");
    static final Setting<String> DATABASE_SERVER = unset(
            "database",
            "server",
            new Text("address or host name", SqlServerNames::server),
            "The SQL Server, or the listener of its availability group. Required, unless there is a url.");
    static final Setting<Integer> DATABASE_PORT = unset(
            "database",
            "port",
            new Whole(1, 65535),
            "Its port. Not set: 1433, or the one that the instance's browser service names.");
    static final Setting<String> INSTANCE = unset(
            "database",
            "instance",
            new Text("name of an instance", SqlServerNames::instance),
            "Its named instance. Not beside a port: the port says which instance it is.");
    static final Setting<String> DATABASE_NAME = unset(
            "database",
            "name",
            new Text("text of 1 to 128 characters", SqlServerNames::name),
            "The firm's database on that server. Required with server.");
    static final Setting<Authentication> AUTHENTICATION = optional(
            "database",
            "authentication",
            new Choice<>(Authentication.class, true),
            Authentication.SQL,
            "Log in with user and password, or as the Windows account that the connector runs as, which needs neither.");
    static final Setting<String> USER =
            unset("database", "user", new Text("text", text -> {}), "The login's name. Required with \"sql\".");
    static final Setting<String> PASSWORD =
            unset("database", "password", new SecretText(), "That login's password. Required with \"sql\".");
    static final Setting<Encryption> ENCRYPTION = optional(
            "database",
            "encryption",
            new Choice<>(Encryption.class, true),
            Encryption.MANDATORY,
            "Every connection is encrypted. Strict is TDS 8.0, which SQL Server 2022 and newer speak.");
    static final Setting<Path> TRUSTED_CERTIFICATES = unset(
            "database",
            "trusted_certificates",
            new FilePath(),
            "The certificate of the authority that signed the server's, or the server's own. Not set: what this machine"
                    + " trusts.");
    static final Setting<Boolean> TRUST_ANY_CERTIFICATE = optional(
            "database",
            "trust_any_certificate",
            new Flag(),
            false,
            "Do not look at the server's certificate: whoever gets in between reads and changes everything.");
    static final Setting<String> CERTIFICATE_HOST_NAME = unset(
            "database",
            "certificate_host_name",
            new Text("host name", Settings::host),
            "The name that the server's certificate is for, if it is not the one in server.");
    static final Setting<Boolean> MULTI_SUBNET_FAILOVER = optional(
            "database",
            "multi_subnet_failover",
            new Flag(),
            false,
            "Try all addresses of the server at once: for the listener of an availability group.");
    static final Setting<String> APPLICATION_NAME = optional(
            "database",
            "application_name",
            new Text("text of 1 to 128 characters", SqlServerNames::name),
            "ClientPay Connect",
            "As the DBA sees this connector among the server's sessions.");
    static final Setting<String> ID = unset(
            "database",
            "id",
            new Text("id of 1 to 64 visible characters", Settings::id),
            "The databaseId postings are allowed for, so that nothing is posted to a restored copy; not set: any.");
    static final Setting<Integer> POOL_SIZE =
            optional("database", "pool_size", new Whole(1, 100), 10, "Most connections to the database.");
    static final Setting<Duration> CONNECT_TIMEOUT = optional(
            "database",
            "connect_timeout_seconds",
            seconds(1, 60),
            Duration.ofSeconds(5),
            "How long a request waits for a connection.");
    static final Setting<Duration> STATEMENT_TIMEOUT = optional(
            "database",
            "statement_timeout_seconds",
            seconds(1, 600),
            Duration.ofSeconds(30),
            "How long a procedure may run.");
    static final Setting<Duration> READ_TIMEOUT = unset(
            "database",
            "read_timeout_seconds",
            seconds(2, 660),
            "For how long nothing may come over the network before a connection counts as broken. More than"
                    + " statement_timeout_seconds; not set: 10 more.");
    static final Setting<Duration> LEAK_DETECTION = unset(
            "database",
            "leak_detection_seconds",
            seconds(2, 3600),
            "After how long a connection that was not given back is logged, with the call that has it; later, if a"
                    + " procedure may run longer. For support: it costs each call. Not set: never.");

    static final Setting<Duration> WAITING_WARNING = optional(
            "postings",
            "waiting_warning_minutes",
            new Time(ChronoUnit.MINUTES, 1, 10080),
            Duration.ofMinutes(60),
            "After how long postings that stay incomplete or queued are warned about.");
    static final Setting<Duration> FINISH_INTERVAL = optional(
            "postings",
            "finish_interval_seconds",
            seconds(1, 60),
            Duration.ofSeconds(15),
            "How often interrupted postings are looked for and finished.");

    static final Setting<Path> BATCH_FOLDER = unset(
            "batches",
            "folder",
            new FilePath(),
            "The folder that the system's import reads; not set: nothing is written, and what is queued waits.");
    static final Setting<Path> BATCH_LAYOUT = unset(
            "batches",
            "layout",
            new FilePath(),
            "The firm's own layout of the files, a batch.toml; not set: that of its system's script pack.");
    static final Setting<Duration> BATCH_INTERVAL = optional(
            "batches",
            "interval_seconds",
            seconds(1, 3600),
            Duration.ofSeconds(30),
            "How often what is queued is written, and the import's answers are taken.");

    static final Setting<String> CONSOLE_LOCALE = optional(
            "console",
            "locale",
            new LocaleTag(),
            ConnectConfig.Console.AMERICAN.locale(),
            "How the firm writes dates, times, numbers and amounts.");

    static final Setting<Path> LOG_FOLDER =
            optional("logs", "folder", new FilePath(), Path.of("logs"), "Where connect.log and audit.log are written.");
    static final Setting<Level> LOG_LEVEL = optional(
            "logs",
            "level",
            new Choice<>(Level.class, false),
            Level.INFO,
            "DEBUG is for an hour with support, not for good.");
    static final Setting<Integer> KEEP_DAYS =
            optional("logs", "keep_days", new Whole(1, 3650), 30, "For how many days log files are kept.");

    private Settings() {}

    /** All of them, in the order of the file. */
    static List<Setting<?>> all() {
        return List.copyOf(ALL);
    }

    private static <T> Setting<T> optional(
            String section, String key, SettingType<T> type, T defaultValue, String description) {
        return add(new Setting<>(section, key, type, Optional.of(defaultValue), description));
    }

    private static <T> Setting<T> unset(String section, String key, SettingType<T> type, String description) {
        return add(new Setting<>(section, key, type, Optional.empty(), description));
    }

    private static <T> Setting<T> add(Setting<T> setting) {
        ALL.add(setting);
        return setting;
    }

    private static Time seconds(int minimum, int maximum) {
        return new Time(ChronoUnit.SECONDS, minimum, maximum);
    }

    private static void host(String text) throws WrongValueException {
        if (!NetworkAddress.isHost(text)) {
            throw new WrongValueException("is \"" + text + "\", but must be an address or a host name without a port.");
        }
    }

    private static void id(String text) throws WrongValueException {
        if (!text.matches("[\\x21-\\x7E]{1,64}")) {
            throw new WrongValueException("must have 1 to 64 visible characters without blanks.");
        }
    }
}
