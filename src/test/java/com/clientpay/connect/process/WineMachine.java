package com.clientpay.connect.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Windows that nothing was ever installed on: a fresh prefix of Wine. Its services run as long as one program does, and it
 * shares the loopback network with this machine.
 */
final class WineMachine implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 240;
    private static final Pattern KEY = Pattern.compile("\\[(.*)\\] [0-9]+");

    private final Path folder;
    private final Path prefix;
    private final List<Process> started = new ArrayList<>();

    private WineMachine(Path folder) {
        this.folder = folder;
        this.prefix = folder.resolve("windows");
    }

    /** What a command printed, standard error too, and how it ended. */
    record Ended(int code, String said) {}

    /** Why there can be none here; blank when there can. */
    static String missing() {
        for (String tool : List.of("wine", "wineserver", "xvfb-run")) {
            if (Stream.of(System.getenv("PATH").split(":"))
                    .noneMatch(path -> Files.isExecutable(Path.of(path, tool)))) {
                return "there is no " + tool + " (on Debian: apt install wine wine64 xvfb)";
            }
        }
        return "";
    }

    static WineMachine create(Path folder) throws IOException, InterruptedException {
        WineMachine machine = new WineMachine(folder);
        machine.need(machine.run("xvfb-run", "-a", "wineboot", "-i"));
        // A new prefix calls itself Windows 7.
        machine.need(machine.run("xvfb-run", "-a", "wine", "winecfg", "-v", "win10"));
        machine.need(machine.run("wineserver", "-w"));
        return machine;
    }

    /** Lets services run until {@link #close}; they go when no program runs. */
    void keepRunning() throws IOException {
        started.add(process(folder.resolve("idle.txt"), "wine", "cmd", "/c", "ping -n 3000 127.0.0.1")
                .start());
    }

    /** A path of this machine as Windows sees it. */
    static String windowsPath(Path path) {
        return "Z:" + path.toAbsolutePath().toString().replace('/', '\\');
    }

    /** A path such as {@code Program Files/x} on drive C. */
    Path onDriveC(String path) {
        return prefix.resolve("drive_c").resolve(path);
    }

    Ended msiexec(Path log, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("wine", "msiexec"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("/qn", "/l*v", windowsPath(log)));
        return run(command.toArray(String[]::new));
    }

    Ended run(String... command) throws IOException, InterruptedException {
        // Into a file: a service that the command makes Wine start keeps a pipe open for ever.
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process = process(output, command).start();
        started.add(process);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(String.join(" ", command) + " did not end. It said:\n" + text(output));
        }
        return new Ended(process.exitValue(), text(output));
    }

    /** What msiexec logged: this Wine writes it as bytes, Windows in UTF-16. */
    static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).replace("\0", "");
    }

    /** How many of its programs were started with this among their arguments. */
    long running(String argument) {
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
    Set<String> files() throws IOException {
        Path drive = prefix.resolve("drive_c");
        try (Stream<Path> paths = Files.walk(drive)) {
            return paths.map(path -> drive.relativize(path).toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Every key of the registry. Ends all programs: Wine writes it when the last is gone. */
    Set<String> registryKeys() throws IOException, InterruptedException {
        run("wineserver", "-k");
        run("wineserver", "-w");
        Set<String> keys = new TreeSet<>();
        for (String hive : List.of("system.reg", "user.reg")) {
            try (Stream<String> lines = Files.lines(prefix.resolve(hive), StandardCharsets.ISO_8859_1)) {
                lines.map(KEY::matcher)
                        .filter(java.util.regex.Matcher::matches)
                        .forEach(match -> keys.add(hive + " " + match.group(1)));
            }
        }
        return keys;
    }

    private ProcessBuilder process(Path output, String... command) {
        ProcessBuilder builder = new ProcessBuilder(Arrays.asList(command))
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(output.toFile());
        builder.environment().putAll(Map.of("WINEARCH", "win64", "WINEPREFIX", prefix.toString(), "WINEDEBUG", "-all"));
        // Windows has its own.
        builder.environment().keySet().removeAll(List.of("JAVA_HOME", "CONNECT_JAVA_HOME", "CONNECT_OPTS"));
        return builder;
    }

    private void need(Ended ended) {
        if (ended.code() != 0) {
            throw new IllegalStateException("Wine does not start: " + ended.said());
        }
    }

    @Override
    public void close() throws IOException {
        try {
            run("wineserver", "-k");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        started.forEach(Process::destroyForcibly);
    }
}
