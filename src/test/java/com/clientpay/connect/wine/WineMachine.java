package com.clientpay.connect.wine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A Windows that nothing was ever installed on: a fresh prefix of Wine that says it is Windows 10, and a Java for Windows from
 * elsewhere. Its services run as long as one program does, and it shares the loopback network with this machine.
 */
public final class WineMachine implements AutoCloseable {
    /** The system property with the folder of a Java for Windows, with bin\java.exe in it. */
    private static final String RUNTIME = "windows.runtime";

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Pattern KEY = Pattern.compile("\\[(.*)\\] [0-9]+");

    private static WineMachine shared;

    private final Path folder;
    private final Path prefix;
    private final List<Process> started = new ArrayList<>();

    private WineMachine(Path folder) {
        this.folder = folder;
        this.prefix = folder.resolve("windows");
    }

    /**
     * One of the test's own. Without Wine or a Java for Windows the test is skipped, and says what is missing.
     *
     * @param folder empty; what it needs is kept there until {@link #close}
     */
    public static WineMachine fresh(Path folder) throws IOException, InterruptedException {
        assumeThereIsWine();
        WineMachine machine = new WineMachine(folder);
        machine.need(machine.run("xvfb-run", "-a", "wineboot", "-i"));
        // A new prefix calls itself Windows 7.
        machine.need(machine.run("xvfb-run", "-a", "wine", "winecfg", "-v", "win10"));
        machine.need(machine.run("wineserver", "-w"));
        return machine;
    }

    /** One for all tests that leave it as they found it; it lives as long as the JVM. Skipped as {@link #fresh} is. */
    public static synchronized WineMachine shared() throws IOException, InterruptedException {
        if (shared == null) {
            assumeThereIsWine();
            WineMachine made = fresh(Files.createTempDirectory("connect-wine"));
            Runtime.getRuntime().addShutdownHook(new Thread(made::remove, "wine"));
            shared = made;
        }
        return shared;
    }

    private static void assumeThereIsWine() {
        for (String tool : List.of("wine", "wineserver", "xvfb-run")) {
            Assumptions.assumeTrue(
                    Stream.of(System.getenv("PATH").split(":"))
                            .anyMatch(path -> Files.isExecutable(Path.of(path, tool))),
                    "Not run: there is no " + tool + " (on Debian: apt install wine wine64 xvfb)");
        }
        String named = System.getProperty(RUNTIME, "");
        Assumptions.assumeTrue(
                !named.isBlank(), "Not run: no Java for Windows is named by mvn -Pwindows -D" + RUNTIME + "=DIR");
        Path java = Path.of(named, "bin", "java.exe");
        Assumptions.assumeTrue(Files.exists(java), "Not run: " + RUNTIME + ": there is no " + java);
    }

    /** The folder of the Java for Windows. */
    public static Path runtime() {
        return Path.of(System.getProperty(RUNTIME)).toAbsolutePath();
    }

    /** Lets services run until {@link #close}; they go when no program runs. */
    public void keepRunning() throws IOException {
        Path nowhere = Files.createTempFile(folder, "idle", ".txt");
        started.add(process(List.of("wine", "cmd", "/c", "ping -n 3000 127.0.0.1"))
                .redirectErrorStream(true)
                .redirectOutput(nowhere.toFile())
                .start());
    }

    /** A path of this machine as Windows sees it. */
    public static String windowsPath(Path path) {
        return "Z:" + path.toAbsolutePath().toString().replace('/', '\\');
    }

    /** A path such as {@code Program Files/x} on drive C. */
    public Path onDriveC(String path) {
        return prefix.resolve("drive_c").resolve(path);
    }

    /** Windows Installer, without a question and with a log of everything. */
    public Ended msiexec(Path log, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("wine", "msiexec"));
        command.addAll(arguments);
        command.addAll(List.of("/qn", "/l*v", windowsPath(log)));
        return run("", command);
    }

    /** A program of Windows, such as {@code reg}, or a batch file. */
    public Ended program(String... command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("wine"));
        all.addAll(List.of(command));
        return run("", all);
    }

    /** Runs {@code connect} of the distribution as its launcher does, with that Java. */
    public Ended connect(String input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xlog:disable",
                "-Dfile.encoding=UTF-8",
                "-Djna.boot.library.path=" + windowsPath(distribution().resolve("lib")),
                "-Djna.nounpack=true",
                "-Dconnect.home=" + windowsPath(distribution()),
                "-cp",
                libraries(),
                "com.clientpay.connect.cli.Main"));
        command.addAll(List.of(arguments));
        return java(input, command);
    }

    /** Runs a class of the tests, with that Java. */
    public Ended testClass(Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("-cp", windowsPath(Path.of("target/test-classes")) + ";" + libraries(), main.getName()));
        command.addAll(List.of(arguments));
        return java("", command);
    }

    private static Path distribution() {
        return Path.of(System.getProperty("connect.distribution", "target/clientpay-connect"));
    }

    private static String libraries() {
        return windowsPath(distribution().resolve("lib")) + "\\*";
    }

    private Ended java(String input, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("wine", runtime().resolve("bin/java.exe").toString()));
        command.addAll(arguments);
        return run(input, command);
    }

    private Ended run(String... command) throws IOException, InterruptedException {
        return run("", List.of(command));
    }

    /** Runs a program of this machine for that Windows. */
    private Ended run(String input, List<String> command) throws IOException, InterruptedException {
        // Files: a service that the command makes Wine start keeps a pipe open for ever.
        Path out = Files.createTempFile(folder, "run", ".out");
        Path err = Files.createTempFile(folder, "run", ".err");
        Path in = Files.writeString(Files.createTempFile(folder, "run", ".in"), input);
        Process process = process(command)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(
                    String.join(" ", command) + " did not end. It said:\n" + text(out) + text(err));
        }
        return new Ended(process.exitValue(), text(out), text(err));
    }

    /** UTF-8, or UTF-16 as Windows writes some logs; line ends as here. */
    public static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .replace("\0", "")
                .replace("\r\n", "\n");
    }

    /** Whether one of its files holds this. */
    public static boolean contains(Path file, String text) {
        try {
            return text(file).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many of its programs were started with this among their arguments. */
    public long running(String argument) {
        String ours = "WINEPREFIX=" + prefix;
        return ProcessHandle.allProcesses()
                .map(process -> Path.of("/proc", Long.toString(process.pid())))
                .filter(process -> proc(process.resolve("environ")).contains(ours))
                .filter(process -> proc(process.resolve("cmdline")).contains(argument))
                .count();
    }

    private static List<String> proc(Path file) {
        try {
            return List.of(Files.readString(file, StandardCharsets.ISO_8859_1).split("\0"));
        } catch (IOException e) {
            return List.of(); // it ended meanwhile, or is none of ours
        }
    }

    /** Every file and folder of drive C. */
    public Set<String> files() throws IOException {
        Path drive = prefix.resolve("drive_c");
        try (Stream<Path> paths = Files.walk(drive)) {
            return paths.map(path -> drive.relativize(path).toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Every key of the registry. Ends all programs: Wine writes it when the last is gone. */
    public Set<String> registryKeys() throws IOException, InterruptedException {
        Set<String> keys = new TreeSet<>();
        for (String line : registry()) {
            Matcher match = KEY.matcher(line.substring(line.indexOf(' ') + 1));
            if (match.matches()) {
                keys.add(line.substring(0, line.indexOf(' ') + 1) + match.group(1));
            }
        }
        return keys;
    }

    /** Every line of the registry's files, after the file's name. Ends all programs. */
    public List<String> registry() throws IOException, InterruptedException {
        run("wineserver", "-k");
        run("wineserver", "-w");
        List<String> lines = new ArrayList<>();
        for (String hive : List.of("system.reg", "user.reg")) {
            for (String line : Files.readAllLines(prefix.resolve(hive), StandardCharsets.ISO_8859_1)) {
                lines.add(hive + " " + line);
            }
        }
        return lines;
    }

    private ProcessBuilder process(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(Map.of("WINEARCH", "win64", "WINEPREFIX", prefix.toString(), "WINEDEBUG", "-all"));
        // Windows has its own.
        builder.environment().keySet().removeAll(List.of("JAVA_HOME", "CONNECT_JAVA_HOME", "CONNECT_OPTS", "DISPLAY"));
        return builder;
    }

    private void need(Ended ended) {
        if (ended.code() != 0) {
            throw new IllegalStateException("Wine does not start: " + ended);
        }
    }

    /** Ends what runs on it. */
    @Override
    public void close() throws IOException {
        try {
            run("wineserver", "-k");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        started.forEach(Process::destroyForcibly);
    }

    private void remove() {
        try {
            close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            System.err.println("The Wine prefix " + folder + " is left: " + e.getMessage());
        }
    }
}
