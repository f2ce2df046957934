package com.clientpay.connect.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code connect run}, or {@code connect demo}, as a process of its own, started by the launcher that a firm uses. */
final class ConnectorProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Process process;
    private final Path output;
    private final String url;
    private final String loopbackUrl;

    private ConnectorProcess(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.url = "http://127.0.0.1:" + port;
        this.loopbackUrl = "http://127.0.0.1:" + (port + 1);
    }

    /** Starts it and waits until it is ready. */
    static ConnectorProcess start(Distribution distribution, Path folder, String name, SharedFirm firm, int port)
            throws IOException, InterruptedException {
        return start(distribution, folder, name, firm, port, "");
    }

    /** @param further sections of its configuration */
    static ConnectorProcess start(
            Distribution distribution, Path folder, String name, SharedFirm firm, int port, String further)
            throws IOException, InterruptedException {
        return start(distribution, folder, name, firm, port, further, Map.of());
    }

    /** @param environment variables of the process, beside those that the firm needs */
    static ConnectorProcess start(
            Distribution distribution,
            Path folder,
            String name,
            SharedFirm firm,
            int port,
            String further,
            Map<String, String> environment)
            throws IOException, InterruptedException {
        Path configuration = configure(folder, name, firm, port, further);
        Map<String, String> all = new HashMap<>(firm.environment());
        all.putAll(environment);
        return start(
                folder.resolve(name + ".out"), port, all, distribution.launcher(), "run", "--config", configuration);
    }

    private static Path configure(Path folder, String name, SharedFirm firm, int port, String further)
            throws IOException {
        Path configuration = Files.createDirectories(folder.resolve(name)).resolve("connect.toml");
        return Files.writeString(configuration, """
                mode = "test"
                [server]
                port = %d
                loopback_port = %d
                %s
                [postings]
                finish_interval_seconds = 1
                [logs]
                folder = "%s"
                %s
                """.formatted(
                        port, port + 1, firm.databaseSection(), folder.resolve(name + "-logs"), further));
    }

    /** Starts {@code connect demo} on a kept firm and waits until it is ready. */
    static ConnectorProcess startDemo(Distribution distribution, Path folder, Path data, int port)
            throws IOException, InterruptedException {
        return start(
                folder.resolve("demo.out"),
                port,
                Map.of(),
                distribution.launcher(),
                "demo",
                "--data",
                data,
                "--port",
                port,
                "--loopback-port",
                port + 1);
    }

    private static ConnectorProcess start(Path output, int port, Map<String, String> environment, Object... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.of(command).map(Object::toString).toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(environment);
        builder.environment().putAll(Map.of("CONNECT_JAVA_HOME", System.getProperty("java.home")));
        ConnectorProcess connector = new ConnectorProcess(builder.start(), output, port);
        connector.awaitReady();
        return connector;
    }

    String url() {
        return url;
    }

    long pid() {
        return process.pid();
    }

    /** With a certificate the listener for callers speaks HTTPS only. */
    String secureUrl() {
        return url.replace("http:", "https:");
    }

    /** Of the listener for this machine's commands. */
    String loopbackUrl() {
        return loopbackUrl;
    }

    /** What it has written to its standard output and error, those before it on the same file included. */
    String said() throws IOException {
        return Files.readString(output);
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits for its end by itself; answers its exit code. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("The connector did not end by itself.");
        }
        return process.exitValue();
    }

    /** Asks it to end, as a service manager does; answers its exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("The connector did not stop within 30 seconds.");
        }
        return process.exitValue();
    }

    private void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answersReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IllegalStateException("The connector is not ready. It said:\n" + Files.readString(output));
            }
            process.waitFor(5, TimeUnit.MILLISECONDS);
        }
    }

    private boolean answersReady() throws InterruptedException {
        try {
            HttpRequest ready = HttpRequest.newBuilder(URI.create(loopbackUrl + "/v1/health/ready"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return HTTP.send(ready, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
