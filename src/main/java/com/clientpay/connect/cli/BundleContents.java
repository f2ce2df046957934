package com.clientpay.connect.cli;

import com.clientpay.connect.config.ConfigException;
import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.config.EffectiveConfig;
import com.clientpay.connect.config.EffectiveValue;
import com.clientpay.connect.config.LoadedConfig;
import com.clientpay.connect.config.Secret;
import com.clientpay.connect.config.SecretException;
import com.clientpay.connect.config.SecretVault;
import com.clientpay.connect.config.Version;
import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.DatabasePool;
import com.clientpay.connect.database.scripts.ScriptDatabase;
import com.clientpay.connect.database.scripts.ScriptSet;
import com.clientpay.connect.diagnostics.activity.RecentProblem;
import com.clientpay.connect.diagnostics.bundle.BundleJob;
import com.clientpay.connect.diagnostics.bundle.KnownText;
import com.clientpay.connect.diagnostics.bundle.LogFile;
import com.clientpay.connect.diagnostics.bundle.LogLines;
import com.clientpay.connect.diagnostics.bundle.MetricLines;
import com.clientpay.connect.diagnostics.bundle.SafeReport;
import com.clientpay.connect.diagnostics.bundle.ThreadLines;
import com.clientpay.connect.diagnostics.checks.CheckReport;
import com.clientpay.connect.diagnostics.checks.Checks;
import com.clientpay.connect.diagnostics.checks.ConfigSource;
import com.clientpay.connect.diagnostics.scripts.ScriptChecks;
import com.clientpay.connect.http.Json;
import com.clientpay.connect.platform.Machine;
import com.clientpay.connect.platform.Platform;
import com.clientpay.connect.platform.ServiceFacts;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What goes into the support bundle: one job for each file. */
final class BundleContents {
    private static final int LINES = 5_000;
    private static final int EVENTS = 200;
    private static final int DEFAULT_LOOPBACK_PORT = 32322;
    private static final Pattern PORT = Pattern.compile("(?m)^\\s*loopback_port\\s*=\\s*([0-9]{1,5})\\b");
    private static final String KEY = "CONNECT_KEY";
    private static final List<String> PROPERTIES = List.of(
            "java.vendor",
            "java.runtime.version",
            "java.vm.name",
            "os.name",
            "os.version",
            "os.arch",
            "file.encoding",
            "user.timezone");

    private final ConfigSource source;
    private final Path file;
    private final Platform platform;
    private final Map<String, String> environment;
    private final Optional<LoadedConfig> loaded;
    private final Optional<ConfigException> mistakes;
    private final Optional<List<RecentProblem>> answered;
    private final KnownText known = KnownText.ofProgram();
    private Optional<CheckReport> checked = Optional.empty();

    private BundleContents(
            ConfigSource source,
            Path file,
            Platform platform,
            Map<String, String> environment,
            Optional<LoadedConfig> loaded,
            Optional<ConfigException> mistakes,
            Optional<List<RecentProblem>> answered) {
        this.source = source;
        this.file = file;
        this.platform = platform;
        this.environment = environment;
        this.loaded = loaded;
        this.mistakes = mistakes;
        this.answered = answered;
    }

    /** @param answered the problems that the connector has answered, where it makes the bundle itself; else it is asked */
    static BundleContents of(
            ConfigSource source,
            Path file,
            Platform platform,
            Map<String, String> environment,
            Optional<List<RecentProblem>> answered) {
        Optional<LoadedConfig> loaded = Optional.empty();
        Optional<ConfigException> mistakes = Optional.empty();
        try {
            loaded = Optional.of(source.load());
        } catch (ConfigException e) {
            mistakes = Optional.of(e);
        }
        return new BundleContents(source, file, platform, environment, loaded, mistakes, answered);
    }

    KnownText known() {
        return known;
    }

    /** Every secret that can be found: none of them may be in the bundle. */
    List<String> secrets() {
        List<String> secrets = new ArrayList<>();
        loaded.ifPresent(config -> Stream.concat(
                        config.config().tls().keystorePassword().stream(),
                        config.config().database().password().stream())
                .map(Secret::reveal)
                .forEach(secrets::add));
        Stream.of(KEY, "CONNECT_DBA_PASSWORD")
                .map(environment::get)
                .filter(value -> value != null && !value.isBlank())
                .forEach(secrets::add);
        try {
            SecretVault vault = platform.secrets(file);
            for (String name : vault.names()) {
                vault.find(name).ifPresent(secrets::add);
            }
        } catch (SecretException e) {
            return secrets; // those that cannot be opened cannot get into the bundle either
        }
        return secrets;
    }

    List<BundleJob> jobs() {
        LogLines lines = new LogLines(known, known.routes());
        List<BundleJob> jobs = new ArrayList<>();
        jobs.add(new BundleJob("check.txt", "what connect check says", () -> check().table()));
        jobs.add(new BundleJob("check.json", "the same, for programs", () -> Json.pretty(check()) + "\n"));
        jobs.add(new BundleJob(
                "configuration.txt", "figures and choices of connect.toml; texts only as set or not", this::settings));
        jobs.add(new BundleJob(
                "versions.txt", "versions of the connector, its libraries, Java, the system", () -> versions()));
        for (String name : List.of("connect", "audit")) {
            jobs.add(new BundleJob(
                    "logs/" + name + ".log",
                    "the last " + LINES + " lines, their free text withheld",
                    () -> text(lines.safe(LogFile.last(logs(), name + ".log", LINES)))));
        }
        jobs.add(new BundleJob(
                "logs/stderr.log",
                "what a service's start said, free text withheld",
                () -> text(lines.safe(LogFile.newest(logs(), ".*stderr.*\\.log", LINES)).stream()
                        .toList())));
        jobs.add(new BundleJob("events.txt", "our last " + EVENTS + " entries of the Event Log", () -> events()));
        jobs.add(new BundleJob(
                "service.txt",
                "state, process, exit code and recovery of the service",
                () -> String.join(
                                "\n",
                                machine()
                                        .connectService()
                                        .map(ServiceFacts::lines)
                                        .orElse(List.of("not installed")))
                        + "\n"));
        jobs.add(new BundleJob(
                "threads.txt",
                "what each thread of the running connector does",
                () -> ThreadLines.safe(api().get("/v1/admin/threads").text(), known)));
        jobs.add(new BundleJob(
                "metrics.txt",
                "figures of the running connector: requests, connections, memory",
                () -> MetricLines.safe(api().get("/metrics").text())));
        jobs.add(new BundleJob("problems.json", "the last requests it refused, if CONNECT_KEY is set", this::problems));
        jobs.add(new BundleJob("postings.txt", "how many postings there are in each status", this::postings));
        jobs.add(new BundleJob(
                "scripts.txt", "what connect scripts verify says, as the connector's login", this::scripts));
        return jobs;
    }

    private synchronized CheckReport check() {
        if (checked.isEmpty()) {
            checked = Optional.of(SafeReport.of(
                    Checks.ofConfiguration(source, Clock.systemUTC(), platform).run(), known));
        }
        return checked.get();
    }

    private String settings() {
        if (mistakes.isPresent()) {
            return "The configuration has mistakes:\n"
                    + mistakes.get().mistakes().stream()
                            .map(mistake -> known.lines(mistake.message()))
                            .collect(Collectors.joining("\n"))
                    + "\n";
        }
        return new EffectiveConfig(loaded.orElseThrow().effective().values().stream()
                        .map(this::shown)
                        .toList())
                .table();
    }

    /** A value of a known kind; of a secret that there is a reference, and of which kind. */
    private EffectiveValue shown(EffectiveValue value) {
        Function<String, String> safe = text -> {
            String kind = text.replaceFirst("^(secret|env|file):.*", "$1:");
            String items = kind.replaceAll("[\\[\\]\"]", "");
            boolean harmless = Stream.of(items.split(", ?"))
                    .allMatch(item -> !known.value(item).equals(KnownText.WITHHELD));
            return harmless ? kind : "(set)";
        };
        return new EffectiveValue(
                value.name(), value.value().map(safe), source(value.source()), value.takes(), value.description());
    }

    private static String source(String source) {
        return source.matches("default|line [0-9]{1,6}|environment CONNECT_[A-Z_]{1,60}") ? source : "elsewhere";
    }

    private String versions() throws IOException {
        StringBuilder text = new StringBuilder();
        text.append("ClientPay Connect ").append(Version.current()).append('\n');
        text.append("Database contract ").append(Contract.VERSION).append('\n');
        for (String property : PROPERTIES) {
            text.append(property)
                    .append(' ')
                    .append(System.getProperty(property, "-"))
                    .append('\n');
        }
        Runtime runtime = Runtime.getRuntime();
        text.append("processors ").append(runtime.availableProcessors()).append('\n');
        text.append("bundled runtime ")
                .append(Files.isDirectory(Home.folder().resolve("runtime")) ? "yes" : "no")
                .append('\n');
        for (String jar : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
            Path path = Path.of(jar);
            String name = String.valueOf(path.getFileName());
            if (name.matches("[A-Za-z][A-Za-z0-9._-]{1,80}\\.jar") && Files.exists(path)) {
                text.append(name).append(' ').append(Files.size(path)).append(" bytes\n");
            }
        }
        return text.toString();
    }

    /** Where the configuration says; with mistakes in it, where it would be without. */
    private Path logs() {
        return loaded.map(config -> config.config().logs().folder())
                .orElseGet(() -> file.toAbsolutePath().normalize().getParent().resolveSibling("logs"));
    }

    private Machine machine() {
        return platform.machine().orElseThrow(() -> new IllegalStateException("only on Windows"));
    }

    private String events() {
        return machine().events(EVENTS).stream()
                .map(event -> event.at() + " " + event.level() + " " + event.id() + "\n"
                        + known.lines(event.text()).indent(4))
                .collect(Collectors.joining("\n"));
    }

    private Api api() {
        int port = loaded.map(config -> config.config().server().loopbackPort())
                .or(this::portDespiteMistakes)
                .orElse(DEFAULT_LOOPBACK_PORT);
        return new Api(
                URI.create("http://127.0.0.1:" + (port == 0 ? DEFAULT_LOOPBACK_PORT : port)),
                Optional.ofNullable(environment.get(KEY))
                        .filter(key -> !key.isBlank())
                        .map(String::strip));
    }

    /** The running connector may have read the file before it got its mistakes. */
    private Optional<Integer> portDespiteMistakes() {
        try {
            return PORT.matcher(Files.readString(file))
                    .results()
                    .map(found -> Integer.valueOf(found.group(1)))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private String problems() {
        return Json.pretty(answered.map(problems -> Json.read(Json.text(problems)))
                        .orElseGet(this::askedProblems)
                        .valueStream()
                        .map(problem -> Map.of(
                                "at", known.value(problem.path("at").asString("")),
                                "requestId",
                                        known.value(problem.path("requestId").asString("")),
                                "method", known.value(problem.path("method").asString("")),
                                "route", known.value(problem.path("route").asString("")),
                                "status", known.value(problem.path("status").asString("")),
                                "code", known.value(problem.path("code").asString(""))))
                        .toList())
                + "\n";
    }

    private JsonNode askedProblems() {
        if (Optional.ofNullable(environment.get(KEY))
                .filter(key -> !key.isBlank())
                .isEmpty()) {
            throw new IllegalStateException("needs a key of scope admin in CONNECT_KEY");
        }
        return api().get("/v1/admin/problems").json().get("items");
    }

    private String postings() {
        try (Database database = new Database(DatabasePool.open(database().withPoolSize(1)))) {
            return database
                    .list(
                            Contract.COUNT_POSTINGS,
                            row -> known.value(row.text("Status")) + " " + row.number("Postings") + "\n",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty())
                    .stream()
                    .collect(Collectors.joining("", "STATUS POSTINGS\n", ""));
        }
    }

    private String scripts() throws Exception {
        try (ScriptDatabase opened = ScriptDatabase.open(database().withPoolSize(1))) {
            Path folder = Home.folder().resolve("sql").resolve("sqlserver");
            ScriptSet set = ScriptSet.read(folder, opened.installed().systemOr(Optional.empty()));
            return SafeReport.of(ScriptChecks.run(set, opened), known).table();
        }
    }

    private DatabaseSettings database() {
        return loaded.map(config -> config.config().database())
                .orElseThrow(() -> new IllegalStateException("the configuration has mistakes"));
    }

    private static String text(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
