package com.clientpay.connect.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * H2's TCP server as a process of its own, so that killing a connector takes no database with it. Its class path is the
 * distribution's, for the procedures run in the server.
 */
final class DatabaseProcess implements AutoCloseable {
    private final Process process;
    private final int port;

    private DatabaseProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param port 0 lets the system choose */
    static DatabaseProcess start(Distribution distribution, int port) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        distribution.java(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        distribution.libraries(),
                        "org.h2.tools.Server",
                        "-tcp",
                        "-tcpPort",
                        Integer.toString(port)))
                .redirectErrorStream(true)
                .start();
        BufferedReader said = process.inputReader();
        String line = said.readLine();
        if (line == null || !line.contains("tcp://")) {
            process.destroyForcibly();
            throw new IOException("The database server did not start: " + line);
        }
        String rest = line.substring(line.lastIndexOf(':') + 1);
        return new DatabaseProcess(process, Integer.parseInt(rest.replaceAll("[^0-9].*", "")));
    }

    /** The JDBC URL of a database file behind this server. */
    String url(Path file, String options) {
        return url(port, file, options);
    }

    static String url(int port, Path file, String options) {
        return "jdbc:h2:tcp://127.0.0.1:" + port + "/" + file.toAbsolutePath() + options;
    }

    int port() {
        return port;
    }

    /** {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** It does nothing until {@link #resume}; its connections stay. */
    void pause() throws IOException, InterruptedException {
        Signal.STOP.send(process);
    }

    void resume() throws IOException, InterruptedException {
        Signal.CONT.send(process);
    }

    @Override
    public void close() {
        kill();
    }
}
