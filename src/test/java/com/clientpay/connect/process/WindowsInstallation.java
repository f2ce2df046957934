package com.clientpay.connect.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.http.Json;
import com.clientpay.connect.wine.Ended;
import com.clientpay.connect.wine.WineMachine;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The connector on a Windows of the tests, put there by its installer.
 *
 * @param folder for what the tests need beside it
 * @param program its folder, below drive C
 * @param loopbackPort where its commands call
 */
record WindowsInstallation(WineMachine windows, Path folder, String program, int loopbackPort) {
    static final String DATA = "ProgramData/ClientPay Connect";
    /** What the process of the service was started with. */
    static final String SERVICE_PROCESS = "//RS//ClientPayConnect";

    /** How Windows Installer ended, and everything that it logged. */
    record Installed(Ended ended, String log) {}

    interface Condition {
        boolean holds() throws Exception;
    }

    /** The installer that was built. */
    static Path msi() {
        return Path.of(System.getProperty("windows.msi")).toAbsolutePath();
    }

    /** One of another version, or without a Java in it. */
    static Path msi(Path file, Distribution distribution, String version, String... runtime) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("sh", "installer/build-msi", distribution.home().toString(), version, file.toString()));
        command.addAll(List.of(runtime));
        finish(new ProcessBuilder(command));
        return file;
    }

    Installed install(Path file, String... properties) throws Exception {
        return msiexec("/i", file, properties);
    }

    Installed uninstall(Path file, String... properties) throws Exception {
        return msiexec("/x", file, properties);
    }

    private Installed msiexec(String what, Path file, String... properties) throws Exception {
        Path log = Files.createTempFile(folder, "msi", ".log");
        List<String> arguments = new ArrayList<>(List.of(what, WineMachine.windowsPath(file)));
        arguments.addAll(List.of(properties));
        return new Installed(windows.msiexec(log, arguments), WineMachine.text(log));
    }

    /** Its command {@code connect}, as an administrator calls it. */
    Ended connect(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("cmd", "/c", programPath() + "connect.cmd"));
        command.addAll(List.of(arguments));
        return windows.program(command.toArray(String[]::new));
    }

    /** What Windows calls the program's folder, with a backslash at its end. */
    String programPath() {
        return "C:\\" + program.replace('/', '\\') + "\\";
    }

    void start() throws Exception {
        Ended start = connect("service", "start");
        assertEquals(0, start.code(), start.said());
    }

    void stop() throws Exception {
        Ended stop = connect("service", "stop");
        assertEquals(0, stop.code(), stop.said());
    }

    void restart() throws Exception {
        stop();
        start();
    }

    JsonNode status() throws Exception {
        Ended status = connect("service", "status", "--json");
        assertTrue(status.out().startsWith("{"), status.toString());
        return Json.read(status.out());
    }

    void awaitNoProcess() throws Exception {
        await("the end of the service's process", () -> windows.running(SERVICE_PROCESS) == 0);
    }

    Path configuration() {
        return windows.onDriveC(DATA + "/conf/connect.toml");
    }

    Path logs() {
        return windows.onDriveC(DATA + "/logs");
    }

    String log() throws IOException {
        return WineMachine.text(logs().resolve("connect.log"));
    }

    /** Whether the service said this where procrun keeps its standard error. */
    boolean saidByService(String text) throws IOException {
        try (var files = Files.list(logs())) {
            return files.filter(path -> path.toString().contains("-stderr"))
                    .anyMatch(path -> WineMachine.contains(path, text));
        }
    }

    /** As an administrator edits the file. */
    void useDatabase(String url) throws IOException {
        String text = Files.readString(configuration());
        for (String key : List.of("server", "name", "authentication", "port", "url", "user")) {
            text = without(text, "database", key);
        }
        String lines = "url = \"" + url + "\"\n" + "user = \"sa\"\n";
        Files.writeString(configuration(), text.replaceFirst("(?m)^\\[database\\]\\R", "[database]\n" + lines));
    }

    private static String without(String text, String section, String key) {
        int from = text.indexOf("[" + section + "]");
        int to = text.indexOf("\n[", from);
        return text.substring(0, from)
                + text.substring(from, to).replaceAll("(?m)^" + key + " = .*\\R?", "")
                + text.substring(to);
    }

    String loopback() {
        return "http://127.0.0.1:" + loopbackPort;
    }

    boolean live() {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create(loopback() + "/v1/health/live").toURL().openConnection();
            connection.setConnectTimeout(2000);
            connection.setReadTimeout(2000);
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    static void await(String what, Condition condition) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < deadline, "For a minute there was not " + what);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    static void finish(ProcessBuilder builder) throws Exception {
        builder.environment().putAll(Map.of("CONNECT_JAVA_HOME", System.getProperty("java.home")));
        Process process = builder.redirectErrorStream(true).start();
        String said = process.inputReader().lines().collect(Collectors.joining("\n"));
        assertEquals(0, process.waitFor(), said);
    }
}
