package com.clientpay.connect.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The distribution folder as the build left it: what a firm installs, and what these tests start. */
record Distribution(Path home) {

    static Distribution built() {
        String folder = System.getProperty("connect.distribution", "target/clientpay-connect");
        Path home = Path.of(folder).toAbsolutePath();
        if (!Files.isExecutable(home.resolve("connect"))) {
            throw new IllegalStateException("There is no distribution at " + home + ": run mvn package first.");
        }
        return new Distribution(home);
    }

    String launcher() {
        return home.resolve("connect").toString();
    }

    /** What a command said, and its exit code. */
    record Ran(int exitCode, String output) {}

    /** Runs a command to its end. */
    Ran run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(launcher()));
        line.addAll(List.of(arguments));
        ProcessBuilder command = new ProcessBuilder(line).redirectErrorStream(true);
        command.environment().put("CONNECT_JAVA_HOME", System.getProperty("java.home"));
        command.environment().putAll(environment);
        Process process = command.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), output);
    }

    Path libraryFolder() {
        return home.resolve("lib");
    }

    /** The Java that runs the tests. */
    String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Every jar, as a class path. */
    String libraries() throws IOException {
        try (var jars = Files.list(libraryFolder())) {
            return jars.filter(jar -> jar.toString().endsWith(".jar"))
                    .map(Path::toString)
                    .sorted()
                    .collect(Collectors.joining(java.io.File.pathSeparator));
        }
    }
}
