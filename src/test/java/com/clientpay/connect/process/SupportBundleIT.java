package com.clientpay.connect.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code connect support-bundle} beside a running connector, and with everything stopped; and what is never in it. */
class SupportBundleIT {
    /** In the books, the payments, the paths of requests, the configuration, the logs, the environment, the secrets. */
    private static final String PLANTED = "Plantedwicz";

    private static final String SECRET = "hunter2-plantedsecret";

    private final Distribution distribution = Distribution.built();
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void nothing_that_was_planted_is_in_the_bundle_and_what_support_needs_is() throws Exception {
        try (H2Firm firm = H2Firm.create(distribution, folder)) {
            try (Connection books = DriverManager.getConnection(firm.url(), "sa", "");
                    Statement statement = books.createStatement()) {
                statement.execute("UPDATE firm.Client SET ClientName = '" + PLANTED + " Holdings'");
                statement.execute("UPDATE firm.Matter SET MatterName = '" + PLANTED
                        + " v. State', ResponsibleAttorney = '" + PLANTED + "'");
                statement.execute("UPDATE firm.BankAccount SET Name = '" + PLANTED + " trust'");
            }
            plantSecrets("books");
            int port = FreePort.pair();
            Map<String, String> running;
            try (ConnectorProcess connector = ConnectorProcess.start(
                    distribution, folder, "books", firm, port, "[batches]\nfolder = '" + PLANTED + "'")) {
                pay(connector, firm.key(), firm.records().payableInvoices().get(0));
                get(connector, firm.key(), "/v1/matters/" + PLANTED);
                get(connector, firm.key(), "/v1/matters?by=clientName&q=" + PLANTED);
                get(connector, firm.key(), "/" + PLANTED);
                get(connector, "cpk_" + PLANTED.toLowerCase(Locale.ROOT) + "_" + SECRET, "/v1/invoices");
                plantInLog();
                running = bundle("running", firm.key());
                Map<String, String> fromConsole = fromConsole(port + 1, firm.key());
                contains(fromConsole, "check.txt", "procedures", "PASS", "SUMMARY");
                contains(fromConsole, "threads.txt", "posting-jobs, ", "\t\tat java.base");
                contains(fromConsole, "logs/connect.log", "GET /v1/matters/{id} 404 ");
                contains(fromConsole, "problems.json", "/v1/matters/{id}");
                connector.stop();
            }
            for (String file : List.of(
                    "check.txt",
                    "check.json",
                    "configuration.txt",
                    "versions.txt",
                    "logs/connect.log",
                    "logs/audit.log",
                    "threads.txt",
                    "metrics.txt",
                    "problems.json",
                    "postings.txt",
                    "report.txt")) {
                assertTrue(running.containsKey(file), () -> file + " is missing: " + running.get("report.txt"));
            }
            contains(running, "configuration.txt", "server.port", String.valueOf(port), "(set)");
            contains(running, "check.txt", "procedures", "PASS", "SUMMARY");
            contains(running, "threads.txt", "posting-jobs, ", "\t\tat java.base");
            contains(running, "metrics.txt", "clientpay_database_connections{state=\"maximum\"} 10.0");
            contains(running, "postings.txt", "POSTED 1\n");
            contains(running, "logs/connect.log", "GET /v1/matters/{id} 404 ", "The database cannot be reached. (");
            contains(running, "logs/audit.log", "key:cloud posting-posted pst_");
            contains(running, "versions.txt", "ClientPay Connect 1.0.0", "mssql-jdbc-");
            contains(running, "problems.json", "/v1/matters/{id}");
            contains(running, "report.txt", "service.txt", "missing: only on Windows");
        }
        Map<String, String> stopped = bundle("stopped", "");
        contains(stopped, "report.txt", "threads.txt", "missing: No connector answers at http://127.0.0.1:");
        contains(stopped, "report.txt", "postings.txt", "missing: The database cannot be reached.");
        contains(stopped, "check.txt", "database", "FAIL");
        contains(stopped, "logs/connect.log", "Stopped");

        Files.writeString(
                folder.resolve("books").resolve("connect.toml"),
                "\nhost = \"" + PLANTED + " x\"\n" + PLANTED + " = \"" + SECRET + "\"\n",
                StandardOpenOption.APPEND);
        Map<String, String> broken = bundle("broken", "");
        contains(broken, "configuration.txt", "The configuration has mistakes:");
    }

    @Test
    void it_is_not_written_unasked() throws Exception {
        Path file = folder.resolve("unasked.zip");
        Process process = command(List.of("support-bundle", "--output", file.toString()), "")
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(1, process.exitValue(), said);
        assertTrue(said.contains("threads.txt") && said.contains("Nothing was written"), said);
        assertFalse(Files.exists(file));
    }

    /** Makes a bundle, and looks for what was planted in every file and name of it and in what the command said. */
    private Map<String, String> bundle(String name, String key) throws IOException, InterruptedException {
        Path file = folder.resolve(name + ".zip");
        Process process = command(
                        List.of(
                                "support-bundle",
                                "--yes",
                                "--output",
                                file.toString(),
                                "--config",
                                folder.resolve("books").resolve("connect.toml").toString()),
                        key)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(120, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), said);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        return looked(file, name, key);
    }

    /** The bundle that the console's button asks the running connector for. */
    private Map<String, String> fromConsole(int loopbackPort, String key) throws IOException, InterruptedException {
        Path file = folder.resolve("console.zip");
        int status = http.send(
                        HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + loopbackPort + "/v1/admin/support-bundle"))
                                .header("Authorization", "Bearer " + key)
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofFile(file))
                .statusCode();
        assertEquals(200, status);
        return looked(file, "console", key);
    }

    /** Its files by name, in none of which what was planted is. */
    private static Map<String, String> looked(Path file, String name, String key) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        String secretOfKey = key.isEmpty() ? SECRET : key.substring(key.lastIndexOf('_') + 1);
        files.forEach((entry, content) -> Stream.of(PLANTED, SECRET, "plantedsecret", secretOfKey)
                .forEach(planted -> assertFalse(
                        (entry + content).toLowerCase(Locale.ROOT).contains(planted.toLowerCase(Locale.ROOT)),
                        () -> name + ": " + planted + " is in " + entry + ":\n" + content)));
        return files;
    }

    private ProcessBuilder command(List<String> arguments, String key) {
        List<String> command = new ArrayList<>(List.of(distribution.launcher()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH", System.getenv("PATH"),
                        "CONNECT_JAVA_HOME", System.getProperty("java.home"),
                        "CONNECT_KEY", key,
                        "CONNECT_DBA_PASSWORD", SECRET,
                        "PLANTED", PLANTED,
                        "DATABASE_PASSWORD", SECRET));
        return builder;
    }

    private void plantSecrets(String name) throws IOException {
        Path secrets = Files.createDirectories(folder.resolve(name)).resolve("secrets");
        Files.writeString(secrets, "# " + PLANTED + "\ndatabase=" + SECRET + "\n");
        Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rw-------"));
    }

    /** What nobody should ever have logged, in every shape that a line may have. */
    private void plantInLog() throws IOException {
        String head = "2026-11-23T15:04:05.123Z WARN  [0123456789abcdef] ";
        Files.write(
                folder.resolve("books-logs").resolve("connect.log"),
                List.of(
                        head + "Problems: The database cannot be reached. (java.sql.SQLException: " + SECRET + " of "
                                + PLANTED + ")",
                        head + "PostingService: Posting " + PLANTED + " is recorded and will be finished later: "
                                + SECRET,
                        head + PLANTED + ": " + SECRET,
                        head + "request: POST /v1/postings/" + PLANTED + "/post 200 1 ms key=x from=127.0.0.1"
                                + " id=0123456789abcdef problem=-",
                        head + "request: " + PLANTED,
                        head + "audit: cli:" + PLANTED + " posting-posted " + PLANTED + " payer=" + PLANTED,
                        "\tjava.lang." + PLANTED + "Exception: " + SECRET,
                        "\tcaused by java.lang.IllegalStateException: " + PLANTED,
                        PLANTED + " " + SECRET),
                StandardOpenOption.APPEND);
        Files.writeString(
                folder.resolve("books-logs").resolve("x-stderr.1.log"), PLANTED + " " + SECRET + "\nStopped\n");
    }

    private void pay(ConnectorProcess connector, String key, String invoice) throws IOException, InterruptedException {
        String body = Json.text(Map.of(
                "paymentId",
                PLANTED,
                "merchantAccountId",
                "operating",
                "amount",
                "1.00",
                "paymentDate",
                "2026-11-20",
                "payer",
                Map.of("name", PLANTED),
                "allocations",
                List.of(Map.of("invoiceId", invoice, "amount", "1.00"))));
        HttpRequest request = HttpRequest.newBuilder(URI.create(connector.url() + "/v1/postings"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", PLANTED)
                .POST(BodyPublishers.ofString(body))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        assertEquals(201, answer.statusCode(), answer.body());
    }

    private void get(ConnectorProcess connector, String key, String path) throws IOException, InterruptedException {
        http.send(
                HttpRequest.newBuilder(URI.create(connector.url() + path))
                        .header("Authorization", "Bearer " + key)
                        .build(),
                BodyHandlers.ofString());
    }

    private static void contains(Map<String, String> files, String file, String... parts) {
        String content = files.getOrDefault(file, "");
        for (String part : parts) {
            assertTrue(
                    content.contains(part),
                    () -> part + " is not in " + file + ":\n" + content + files.get("report.txt"));
        }
    }
}
