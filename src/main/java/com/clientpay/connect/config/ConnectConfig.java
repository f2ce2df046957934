package com.clientpay.connect.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The whole configuration, read once at the start from {@code conf/connect.toml} and the environment. Secrets are
 * resolved already; {@code conf/connect.toml} documents every key.
 *
 * @param mode whether this connector serves a firm's real books
 */
public record ConnectConfig(
        Mode mode,
        Server server,
        Tls tls,
        DatabaseSettings database,
        Postings postings,
        Batches batches,
        Console console,
        Logs logs) {

    /** Shown in GET /v1/status, so that nobody takes a test connector for the real one. */
    public enum Mode {
        LIVE,
        TEST
    }

    /** From when on a message is logged. */
    public enum Level {
        ERROR,
        WARN,
        INFO,
        DEBUG
    }

    /**
     * The listeners.
     *
     * @param host address of the public listener; plain HTTP is served on a loopback address only
     * @param port 1–65535; 0 lets the system choose (for tests)
     * @param loopbackPort port of the second listener, plain HTTP on 127.0.0.1, for the commands, metrics and /v1/admin; 0
     *     lets the system choose
     * @param allowedAddresses addresses, ranges or CIDR blocks that may call the public listener; empty: all
     * @param trustedProxies addresses whose X-Forwarded-For is believed
     * @param threads most requests answered at once, 4–500
     * @param stopTimeout how long a stop waits for requests under way
     */
    public record Server(
            String host,
            int port,
            int loopbackPort,
            List<String> allowedAddresses,
            List<String> trustedProxies,
            int threads,
            Duration stopTimeout) {}

    /** The certificate: a PKCS#12 file, or a PEM certificate chain with its key; neither: plain HTTP. */
    public record Tls(
            Optional<Path> keystore,
            Optional<Secret> keystorePassword,
            Optional<Path> certificate,
            Optional<Path> privateKey,
            Optional<Path> clientCa,
            boolean requireClientCertificate) {

        public boolean isConfigured() {
            return keystore.isPresent() || certificate.isPresent();
        }
    }

    /**
     * The firm's database.
     *
     * @param user empty: the URL says how to log in, or the login is that of the Windows account
     * @param id the databaseId that postings are allowed for; empty: any
     * @param poolSize most connections, 1–100
     * @param connectTimeout how long a call waits for a connection
     * @param statementTimeout how long a procedure may run
     * @param readTimeout for how long nothing may come over the network before the connection counts as broken; longer than
     *     the statement time-out
     * @param leakDetection after how long a connection that was not given back is logged; empty: never
     * @param applicationName as the DBA sees the connector in the server's sessions
     */
    public record DatabaseSettings(
            DatabaseAddress address,
            Optional<String> user,
            Optional<Secret> password,
            Optional<String> id,
            int poolSize,
            Duration connectTimeout,
            Duration statementTimeout,
            Duration readTimeout,
            Optional<Duration> leakDetection,
            String applicationName) {

        /** For a JDBC URL, with the defaults for the rest. */
        public DatabaseSettings(
                String url,
                Optional<String> user,
                Optional<Secret> password,
                Optional<String> id,
                int poolSize,
                Duration connectTimeout,
                Duration statementTimeout) {
            this(
                    new DatabaseAddress.Url(url),
                    user,
                    password,
                    id,
                    poolSize,
                    connectTimeout,
                    statementTimeout,
                    statementTimeout.plusSeconds(10),
                    Optional.empty(),
                    "ClientPay Connect");
        }

        /** The same for somebody else who logs in. */
        public DatabaseSettings withLogin(Optional<String> otherUser, Optional<Secret> otherPassword) {
            return new DatabaseSettings(
                    address,
                    otherUser,
                    otherPassword,
                    id,
                    poolSize,
                    connectTimeout,
                    statementTimeout,
                    readTimeout,
                    leakDetection,
                    applicationName);
        }

        /** The same with so many connections at most. */
        public DatabaseSettings withPoolSize(int size) {
            return new DatabaseSettings(
                    address,
                    user,
                    password,
                    id,
                    size,
                    connectTimeout,
                    statementTimeout,
                    readTimeout,
                    leakDetection,
                    applicationName);
        }
    }

    /**
     * @param waitingWarning after how long INCOMPLETE and QUEUED postings are warned about
     * @param finishInterval how often interrupted postings are looked for and finished
     */
    public record Postings(Duration waitingWarning, Duration finishInterval) {}

    /**
     * Receipts for a system that takes them by its own import.
     *
     * @param folder of the import; empty: what is queued waits
     * @param layout the firm's own; empty: that of its system's script pack
     * @param interval between two looks at what is queued and at the import's answers
     */
    public record Batches(Optional<Path> folder, Optional<Path> layout, Duration interval) {
        /** For a system that books at once. */
        public static final Batches NONE = new Batches(Optional.empty(), Optional.empty(), Duration.ofSeconds(30));
    }

    /** @param locale the language and country, as BCP 47 has them, in whose manner the console writes dates and amounts */
    public record Console(String locale) {
        /** As a firm in the United States writes them. */
        public static final Console AMERICAN = new Console("en-US");
    }

    /**
     * @param folder where connect.log and audit.log are written
     * @param keepDays how many days' files are kept
     */
    public record Logs(Path folder, Level level, int keepDays) {}
}
