package com.clientpay.connect.diagnostics.checks;

import com.clientpay.connect.batches.BatchService;
import com.clientpay.connect.books.BooksService;
import com.clientpay.connect.config.ConnectConfig;
import com.clientpay.connect.config.LoadedConfig;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.DatabasePool;
import com.clientpay.connect.database.DatabaseProbe;
import com.clientpay.connect.logging.Logging;
import com.clientpay.connect.platform.Platform;
import com.clientpay.connect.posting.WaitingPostings;
import com.clientpay.connect.settings.MerchantAccountService;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Every check there is, in the order in which they build on each other: what {@code connect check} and
 * {@code GET /v1/admin/checks} run. They take ten seconds at most, and change nothing.
 */
public final class Checks {
    private static final Duration EACH = Duration.ofSeconds(6);
    private static final Duration ALL = Duration.ofSeconds(10);
    private static final int CONNECTIONS = 2;

    /** Those that need a configuration, in their order. */
    static final List<String> CONFIGURED = List.of(
            SecretStoreCheck.NAME,
            LogFolderCheck.NAME,
            DiskSpaceCheck.NAME,
            ClassArchiveCheck.NAME,
            PortCheck.NAME,
            FirewallCheck.NAME,
            CertificateCheck.NAME,
            DatabaseCheck.NAME,
            RightsCheck.NAME,
            ContractVersionCheck.NAME,
            ProceduresCheck.NAME,
            ListsCheck.NAME,
            DatabaseIdCheck.NAME,
            DurabilityCheck.NAME,
            SignedMappingCheck.NAME,
            ClockCheck.NAME,
            WaitingPostingsCheck.NAME,
            BatchFolderCheck.NAME,
            BatchesCheck.NAME,
            MerchantAccountsCheck.NAME);

    private final ConfigSource source;
    private final Optional<Database> running;
    private final Clock clock;
    private final Platform platform;

    private Checks(ConfigSource source, Optional<Database> running, Clock clock, Platform platform) {
        this.platform = platform;
        this.source = source;
        this.running = running;
        this.clock = clock;
    }

    /** For a command: connects to the configured database for the time of the checks. */
    public static Checks ofConfiguration(ConfigSource source, Clock clock, Platform platform) {
        return new Checks(source, Optional.empty(), clock, platform);
    }

    /** For the running connector: reads the lists by its own pool, which is what callers meet. */
    public static Checks ofConnector(ConfigSource source, Database database, Clock clock, Platform platform) {
        return new Checks(source, Optional.of(database), clock, platform);
    }

    /** Whether a connector could listen there, or does already. */
    public static Finding ports(ConnectConfig.Server server) {
        return new PortCheck(server, new PortProbe.Real()).look();
    }

    /** What the login may do, of the scripts' rights; skipped where that cannot be told. */
    public static Finding rights(ConnectConfig.DatabaseSettings settings) {
        return new RightsCheck(() -> DatabaseProbe.open(settings)).look();
    }

    public CheckReport run() {
        ConfigAttempt attempt = ConfigAttempt.of(source);
        List<Check> first = List.of(new ConfigurationCheck(attempt), new SecretsCheck(attempt));
        if (attempt.loaded().isEmpty()) {
            return run(first, CONFIGURED.stream().<Check>map(SkippedCheck::new).toList());
        }
        LoadedConfig loaded = attempt.loaded().get();
        if (running.isPresent()) {
            return run(first, configured(loaded, running::get));
        }
        try (Borrowed borrowed = new Borrowed(loaded.config().database())) {
            return run(first, configured(loaded, borrowed));
        }
    }

    private CheckReport run(List<Check> first, List<Check> then) {
        return new CheckRunner(EACH, ALL)
                .run(Stream.of(first, machine(), then).flatMap(List::stream).toList());
    }

    /** Those of the machine, which need no configuration. */
    private List<Check> machine() {
        return List.of(
                RuntimeCheck.ofThisProcess(),
                new ServiceCheck(platform.machine()),
                new EventSourceCheck(platform.machine()),
                new PendingRebootCheck(platform.machine()),
                new TimeServiceCheck(platform.machine()));
    }

    List<Check> configured(LoadedConfig loaded, Supplier<Database> database) {
        ConnectConfig config = loaded.config();
        DatabaseConnection connection = () -> DatabaseProbe.open(config.database());
        Supplier<Installation> installation = () -> Installation.read(database.get());
        Duration limit = config.postings().waitingWarning();
        List<Check> checks = new ArrayList<>();
        checks.add(new SecretStoreCheck(platform.secrets(loaded.file())));
        checks.add(new LogFolderCheck(config.logs().folder(), Logging::trouble));
        checks.add(new DiskSpaceCheck(config.logs().folder(), DiskSpaceCheck::usable));
        checks.add(ClassArchiveCheck.ofThisProcess());
        checks.add(new PortCheck(config.server(), new PortProbe.Real()));
        checks.add(new FirewallCheck(config.server(), platform.firewall()));
        checks.add(new CertificateCheck(config, clock));
        checks.add(new DatabaseCheck(connection));
        checks.add(new RightsCheck(connection));
        checks.add(new ContractVersionCheck(installation));
        checks.add(new ProceduresCheck(connection));
        checks.add(new ListsCheck(database));
        checks.add(new DatabaseIdCheck(config.database().id(), installation));
        checks.add(new DurabilityCheck(installation));
        checks.add(new SignedMappingCheck(database));
        checks.add(new ClockCheck(installation, clock));
        checks.add(new WaitingPostingsCheck(limit, () -> new WaitingPostings(database.get(), clock, limit).read()));
        Supplier<BatchService> batches = () -> new BatchService(database.get(), clock, config.batches());
        checks.add(new BatchFolderCheck(
                config.batches(),
                () -> installation.get().delivery().equals("BATCH"),
                () -> batches.get().layoutMistakes(),
                DiskSpaceCheck::usable));
        checks.add(new BatchesCheck(() -> batches.get().list(true, 20)));
        checks.add(new MerchantAccountsCheck(
                () -> new MerchantAccountService(database.get(), clock),
                () -> new BooksService(database.get(), clock)));
        return checks;
    }

    /** A small pool that is opened by the first check that needs it, and closed with the checks. */
    private static final class Borrowed implements Supplier<Database>, AutoCloseable {
        private final ConnectConfig.DatabaseSettings settings;
        private Optional<Database> database = Optional.empty();

        Borrowed(ConnectConfig.DatabaseSettings settings) {
            this.settings = settings;
        }

        @Override
        public synchronized Database get() {
            if (database.isEmpty()) {
                database = Optional.of(new Database(DatabasePool.open(settings.withPoolSize(CONNECTIONS))));
            }
            return database.get();
        }

        @Override
        public synchronized void close() {
            database.ifPresent(Database::close);
        }
    }
}
