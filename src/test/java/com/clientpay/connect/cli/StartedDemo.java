package com.clientpay.connect.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A demo that the launcher of the distribution folder started, in a process of its own. */
final class StartedDemo implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);

    private final Process process;
    private final Path out;
    private final Path err;
    private List<ProcessHandle> children = List.of();

    private StartedDemo(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Returns when it has printed everything. */
    static StartedDemo start(Path folder, String... options) throws Exception {
        List<String> line = new ArrayList<>(List.of(launcher(), "demo"));
        line.addAll(List.of(options));
        Path out = Files.createTempFile(folder, "demo", ".out");
        Path err = Files.createTempFile(folder, "demo", ".err");
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment(folder));
        StartedDemo demo = new StartedDemo(builder.start(), out, err);
        demo.runUntil("it has started", () -> Files.readString(out).contains("Ctrl-C stops the demo."));
        return demo;
    }

    /** Lets it run until something has come true, two minutes at most. */
    void runUntil(String what, Callable<Boolean> isTrue) throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!isTrue.call()) {
            boolean ended = process.waitFor(50, TimeUnit.MILLISECONDS);
            if (ended || System.nanoTime() > end) {
                kill();
                throw new AssertionError("The demo does not get so far that " + what + ". " + out() + err());
            }
        }
    }

    static String launcher() {
        return System.getProperty("connect.distribution") + "/connect";
    }

    /** Java as this test's, and temporary files in the test's folder. */
    static Map<String, String> environment(Path folder) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("PATH", System.getenv("PATH"));
        environment.put("CONNECT_JAVA_HOME", System.getProperty("java.home"));
        environment.put("CONNECT_OPTS", "-Djava.io.tmpdir=" + folder);
        return environment;
    }

    /** Whether a test wrote the file, not the demo. */
    static boolean isOurs(Path file) {
        return file.getFileName().toString().matches("demo.*\\.(out|err)");
    }

    String out() throws IOException {
        return Files.readString(out);
    }

    String err() throws IOException {
        return Files.readString(err);
    }

    List<String> curlLines() throws IOException {
        return out().lines().filter(line -> line.startsWith("curl ")).toList();
    }

    String url() throws IOException {
        return printed("URL");
    }

    String key() throws IOException {
        return printed("Key");
    }

    private String printed(String name) throws IOException {
        try (Stream<String> lines = out().lines()) {
            return lines.filter(line -> line.startsWith(name + " "))
                    .map(line -> line.substring(name.length()).strip())
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** SIGTERM; answers the exit code. */
    int terminate() throws InterruptedException {
        children = process.descendants().toList();
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new AssertionError("The demo does not stop.");
        }
        return process.exitValue();
    }

    /** Processes of the demo's that outlived it. */
    List<ProcessHandle> childrenLeft() {
        return children.stream().filter(ProcessHandle::isAlive).toList();
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
