package com.clientpay.connect.windows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A Windows of the tests' own: a fresh Wine prefix that says it is Windows 10, with a Java for Windows from elsewhere. One
 * is made when it is first asked for and lives as long as the JVM.
 */
final class WinePrefix {
    /** The system property with the folder of a Java for Windows, with bin\java.exe in it. */
    private static final String JAVA = "windows.runtime";

    private static final List<String> WINES =
            List.of("/usr/lib/wine/wine64", "/usr/bin/wine64", "/opt/wine/bin/wine64");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static WinePrefix shared;

    private final Path wine;
    private final Path java;
    private final Path folder;

    private WinePrefix(Path wine, Path java, Path folder) {
        this.wine = wine;
        this.java = java;
        this.folder = folder;
    }

    /** A program that has ended. */
    record Ended(int code, String out, String err) {
        @Override
        public String toString() {
            return "code " + code + "\n" + out + "\n" + err;
        }
    }

    /** The prefix; without Wine or a Java for Windows the test is skipped, and says what is missing. */
    static synchronized WinePrefix shared() throws IOException, InterruptedException {
        Optional<Path> wine =
                WINES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
        Assumptions.assumeTrue(wine.isPresent(), "there is no wine64 (Debian: apt-get install wine64 xvfb)");
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/xvfb-run")),
                "there is no xvfb-run (Debian: apt-get install xvfb)");
        String named = System.getProperty(JAVA, "");
        Assumptions.assumeTrue(!named.isEmpty(), JAVA + " names no folder of a Java for Windows");
        Path java = Path.of(named).resolve("bin").resolve("java.exe");
        Assumptions.assumeTrue(Files.exists(java), JAVA + ": there is no " + java);
        if (shared == null) {
            WinePrefix made = new WinePrefix(wine.get(), java, Files.createTempDirectory("connect-wine"));
            Runtime.getRuntime().addShutdownHook(new Thread(made::remove, "wine"));
            made.create();
            shared = made;
        }
        return shared;
    }

    /** A Linux path as Windows programs of the prefix see it. */
    static String windows(Path path) {
        return "Z:" + path.toAbsolutePath().toString().replace('/', '\\');
    }

    /** The prefix's drive C. */
    Path driveC() {
        return folder.resolve("drive_c");
    }

    /** Runs {@code connect} of the distribution as its launcher does. */
    Ended connect(Map<String, String> environment, String input, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("connect.distribution", "target/clientpay-connect"))
                .toAbsolutePath();
        List<String> command = new ArrayList<>(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xlog:disable"));
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Dconnect.home=" + windows(home));
        command.addAll(options);
        command.addAll(List.of("-cp", windows(home.resolve("lib")) + "\\*", "com.clientpay.connect.cli.Main"));
        command.addAll(List.of(arguments));
        return java(environment, input, command);
    }

    /** Runs a class of the tests. */
    Ended testClass(Class<?> main, String... arguments) throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("connect.distribution", "target/clientpay-connect"))
                .toAbsolutePath();
        List<String> command = new ArrayList<>(List.of(
                "-cp",
                windows(Path.of("target/test-classes")) + ";" + windows(home.resolve("lib")) + "\\*",
                main.getName()));
        command.addAll(List.of(arguments));
        return java(Map.of(), "", command);
    }

    private Ended java(Map<String, String> environment, String input, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(wine.toString(), java.toString()));
        command.addAll(arguments);
        return run(environment, input, command);
    }

    /** Runs a program of Windows, such as {@code reg}. */
    Ended program(String... command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(wine.toString()));
        all.addAll(List.of(command));
        return run(Map.of(), "", all);
    }

    private void create() throws IOException, InterruptedException {
        expectFine(run(Map.of(), "", List.of("/usr/bin/xvfb-run", "-a", wine.toString(), "wineboot", "-i")));
        expectFine(run(Map.of(), "", List.of(wine.toString(), "winecfg", "-v", "win10")));
    }

    private static void expectFine(Ended ended) {
        if (ended.code() != 0) {
            throw new IllegalStateException("Wine: " + ended);
        }
    }

    private Ended run(Map<String, String> environment, String input, List<String> command)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("wine", ".out");
        Path err = Files.createTempFile("wine", ".err");
        Path in = Files.writeString(Files.createTempFile("wine", ".in"), input);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(Map.of("WINEARCH", "win64", "WINEPREFIX", folder.toString(), "WINEDEBUG", "-all"));
        builder.environment().remove("DISPLAY");
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " did not end in " + PATIENCE.toSeconds() + " s");
            }
            return new Ended(process.exitValue(), text(out), text(err));
        } finally {
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
            Files.deleteIfExists(in);
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    /** Ends what runs in the prefix, and deletes it. */
    private void remove() {
        try {
            Path server = wine.resolveSibling("wineserver");
            ProcessBuilder builder = new ProcessBuilder(
                    Files.isExecutable(server) ? server.toString() : "/usr/lib/wine/wineserver64", "-k");
            builder.environment().put("WINEPREFIX", folder.toString());
            builder.start().waitFor(20, TimeUnit.SECONDS);
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            System.err.println("The Wine prefix " + folder + " is left: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
