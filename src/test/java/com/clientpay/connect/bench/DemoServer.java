package com.clientpay.connect.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code connect demo}, started as a newcomer does, and clients for it. */
final class DemoServer implements AutoCloseable {
    private final Running process;
    private final String url;
    private final String key;

    private DemoServer(Running process) throws IOException {
        this.process = process;
        this.url = process.said("URL");
        this.key = process.said("Key");
    }

    /** @param matters empty: the standard firm */
    static DemoServer start(Path launcher, Path output, int port, Optional<Path> data, Optional<Integer> matters)
            throws IOException {
        return start(launcher, output, port, data, matters, "");
    }

    /** @param options further ones of its JVM */
    static DemoServer start(
            Path launcher, Path output, int port, Optional<Path> data, Optional<Integer> matters, String options)
            throws IOException {
        List<String> command = command(launcher, port, data);
        matters.ifPresent(number -> command.addAll(List.of("--matters", number.toString())));
        return new DemoServer(Running.start(output, "Ctrl-C", Map.of("CONNECT_OPTS", options), command));
    }

    /** What a newcomer types. */
    static List<String> command(Path launcher, int port, Optional<Path> data) {
        List<String> command = new ArrayList<>(
                List.of(launcher.toString(), "demo", "--port", "" + port, "--loopback-port", "" + (port + 1)));
        data.ifPresent(folder -> command.addAll(List.of("--data", folder.toString())));
        return command;
    }

    Running process() {
        return process;
    }

    String url() {
        return url;
    }

    String key() {
        return key;
    }

    Subject gets(String path, int clients) {
        return new Subject(process, seconds -> client(url, key, "get", path, clients, seconds));
    }

    Subject posts(int clients) {
        return new Subject(process, seconds -> client(url, key, "post", "3000", clients, seconds));
    }

    /** Runs a client in a process of its own. */
    static Throughput client(String url, String key, String kind, String what, int clients, int seconds)
            throws IOException, InterruptedException {
        Process client = new ProcessBuilder(
                        Running.java(HttpCalls.class, List.of(), url, key, kind, what, "" + clients, "" + seconds))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (client.waitFor() != 0) {
            throw new IllegalStateException("The client failed: " + said);
        }
        return Throughput.read(said.strip());
    }

    @Override
    public void close() {
        process.close();
    }
}
