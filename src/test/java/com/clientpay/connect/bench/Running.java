package com.clientpay.connect.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A process that is measured, and what it has cost so far. */
final class Running implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Process process;
    private final Path output;
    private int answers;

    private Running(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts it, and returns when it has printed a line that begins so.
     *
     * @throws IllegalStateException when it ends before, or takes ten minutes
     */
    static Running start(Path output, String ready, Map<String, String> environment, List<String> command)
            throws IOException {
        Running running = start(output, environment, command);
        running.await(ready, 1);
        return running;
    }

    /** Starts it, and does not wait. */
    static Running start(Path output, Map<String, String> environment, List<String> command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("CONNECT_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        return new Running(builder.start(), output);
    }

    /** One of our programs with a main method; it prints READY. */
    static Running program(Path output, Class<?> program, String... arguments) throws IOException {
        return start(output, "READY", Map.of(), java(program, List.of("-Xmx512m"), arguments));
    }

    /** The command line of one of our programs, with the JVM that runs this. */
    static List<String> java(Class<?> program, List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** What follows this word at the beginning of a line. */
    String said(String word) throws IOException {
        return Files.readString(output)
                .lines()
                .filter(line -> line.startsWith(word))
                .findFirst()
                .map(line -> line.substring(word.length()).strip())
                .orElseThrow();
    }

    /** Sends it a line, and answers the line of JSON that it answers with. */
    String ask(String line) throws IOException {
        OutputStream in = process.getOutputStream();
        in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        in.flush();
        return await("{", ++answers);
    }

    /** The nth line that begins so. */
    private String await(String beginning, int count) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            List<String> lines = Files.readString(output)
                    .lines()
                    .filter(line -> line.startsWith(beginning))
                    .toList();
            if (lines.size() >= count) {
                return lines.get(count - 1);
            }
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IllegalStateException("It did not get so far. It said:\n" + Files.readString(output));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Processor time of all its threads. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Megabytes in memory now; 0 where the system does not tell. */
    static double residentMegabytes(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readString(status)
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
