package com.clientpay.connect.windows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Procrun of Apache Commons Daemon, under the service's name: the process that Windows starts. It loads the JVM into itself
 * and calls two static methods, one that returns when the connector has stopped, and one that makes it stop. What it does is
 * registered by its own command line; it keeps that in the registry.
 *
 * @param home the folder of the program
 * @param data the folder of configuration and logs
 * @param java the folder of the Java runtime
 * @param classPath as the archive of loaded classes was made with
 * @param entry the class with {@code start} and {@code stop}
 */
public record Procrun(Path home, Path data, Path java, String classPath, String entry) {
    /**
     * The last net for a stop that hangs, in seconds: more than the longest {@code server.stop_timeout_seconds}. The
     * connector itself gives up much earlier.
     */
    static final int STOP_TIMEOUT_SECONDS = 330;

    private static final int PATIENCE_SECONDS = 60;

    /** The program that Windows starts. */
    public Path program() {
        return home.resolve("service").resolve(ConnectService.NAME + ".exe");
    }

    /**
     * The JVM's options: those of the launcher for {@code run}, chosen for a small server, and what only a service needs.
     */
    List<String> jvmOptions() {
        return List.of(
                // A small heap that grows when it must and shrinks again; one collector thread. Four times of what a
                // firm's busiest hour needs.
                "-Xms16m",
                "-Xmx256m",
                "-XX:MinHeapFreeRatio=15",
                "-XX:MaxHeapFreeRatio=35",
                "-XX:+UseSerialGC",
                // Ends with exit code 3 and without a word to Windows, so that recovery starts it anew.
                "-XX:+ExitOnOutOfMemoryError",
                // A crash of the JVM itself is found among the logs, not in system32.
                "-XX:ErrorFile=" + data.resolve("logs").resolve("jvm-crash-%p.log"),
                // Nobody's logging off is a reason to end.
                "-Xrs",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                // Made by "connect windows prepare"; appears complete or not at all. Without it only the start is
                // slower.
                "-XX:SharedArchiveFile=" + home.resolve("lib").resolve("connect.jsa"),
                "-Dfile.encoding=UTF-8",
                // DLLs come from the program's folder, which only administrators write, never from a temporary one.
                "-Djava.library.path=" + home.resolve("lib"),
                "-Djna.boot.library.path=" + home.resolve("lib"),
                "-Djna.nounpack=true",
                "-Dconnect.home=" + home,
                "-Dconnect.data=" + data,
                "-Dconnect.archive=" + home.resolve("lib").resolve("connect.jsa"));
    }

    /** @param registered whether it is there already, and is changed */
    List<String> arguments(boolean registered) {
        List<String> arguments = new ArrayList<>(List.of(
                (registered ? "//US//" : "//IS//") + ConnectService.NAME,
                "--DisplayName=ClientPay Connect",
                "--Startup=auto",
                "--Install=" + program(),
                "--Jvm=" + java.resolve("bin").resolve("server").resolve("jvm.dll"),
                "--JavaHome=" + java,
                "--Classpath=" + classPath,
                "--StartMode=jvm",
                "--StartClass=" + entry,
                "--StartMethod=start",
                "--StopMode=jvm",
                "--StopClass=" + entry,
                "--StopMethod=stop",
                "--StopTimeout=" + STOP_TIMEOUT_SECONDS,
                "--StartPath=" + data,
                "--LogPath=" + data.resolve("logs"),
                "--LogPrefix=service",
                "--LogLevel=Info",
                "--StdOutput=auto",
                "--StdError=auto"));
        String name = "--JvmOptions=";
        for (String option : jvmOptions()) {
            arguments.add(name + quoted(option));
            name = "++JvmOptions=";
        }
        return arguments;
    }

    /** Semicolon and hash separate options, except between single quotes. */
    private static String quoted(String option) {
        return option.matches(".*[;#].*") ? "'" + option + "'" : option;
    }

    /**
     * Registers the service, or changes its registration.
     *
     * @throws WindowsException when the program is missing or says no
     */
    public void register(boolean registered) {
        run(arguments(registered), "register the service");
    }

    /** Forgets what it keeps in the registry. */
    public void unregister() {
        run(List.of("//DS//" + ConnectService.NAME), "forget the service");
    }

    private void run(List<String> arguments, String what) {
        if (!Files.exists(program())) {
            throw new WindowsException("There is no " + program() + ". Repair the installation: msiexec /i FILE.msi"
                    + " REINSTALL=ALL REINSTALLMODE=amus");
        }
        List<String> command = new ArrayList<>(List.of(program().toString()));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.PIPE)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset())
                    .replace("\r", "")
                    .strip();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new WindowsException(program() + " did not end within " + PATIENCE_SECONDS + " seconds.");
            }
            if (process.exitValue() != 0) {
                throw new WindowsException(program() + " does not " + what + " (exit code " + process.exitValue() + ")."
                        + (said.isEmpty() ? "" : " It says: " + said) + " " + ServiceErrors.advice(5));
            }
        } catch (IOException e) {
            throw new WindowsException(program() + " cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WindowsException("Interrupted", e);
        }
    }
}
