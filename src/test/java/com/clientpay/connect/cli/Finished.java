package com.clientpay.connect.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;

/** A command that has ended: with which code, having said what. */
public record Finished(int code, String out, String err) {

    /** Runs a command of ours in this process. */
    public static Finished command(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line =
                Commands.line(arguments).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return new Finished(line.execute(arguments), out.toString(), err.toString());
    }

    /** Runs a program with this environment only. */
    static Finished program(Path folder, Map<String, String> environment, List<String> arguments) {
        try {
            Path out = Files.createTempFile("finished", ".out");
            Path err = Files.createTempFile("finished", ".err");
            ProcessBuilder builder = new ProcessBuilder(arguments)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(arguments + " did not end within two minutes");
            }
            Finished finished = new Finished(process.exitValue(), read(out), read(err));
            Files.delete(out);
            Files.delete(err);
            return finished;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
