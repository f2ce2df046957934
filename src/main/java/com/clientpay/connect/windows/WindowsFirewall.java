package com.clientpay.connect.windows;

import com.clientpay.connect.platform.Firewall;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The Windows firewall with advanced security, by netsh. */
final class WindowsFirewall implements Firewall {
    private static final String RULE = "ClientPay Connect";
    private static final int PATIENCE_SECONDS = 30;

    /** Runs a program and answers its exit code and what it said. */
    @FunctionalInterface
    interface Runner {
        Ended run(List<String> command) throws IOException, InterruptedException;
    }

    record Ended(int code, String said) {}

    private final Runner runner;

    WindowsFirewall(Runner runner) {
        this.runner = runner;
    }

    static WindowsFirewall ofThisMachine() {
        return new WindowsFirewall(WindowsFirewall::run);
    }

    /** The words of netsh are those of the system's language; the port is the same in each. */
    @Override
    public Rule rule(int port) {
        List<String> command = netsh();
        command.addAll(List.of("show", "rule", "name=" + RULE));
        Ended shown = ended(command);
        if (shown.code() != 0) {
            return Rule.NONE;
        }
        if (shown.said().isBlank()) {
            throw new IllegalStateException("netsh does not tell about rules here");
        }
        boolean isNamed = shown.said()
                .lines()
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .anyMatch(value -> value.equals(Integer.toString(port)));
        return isNamed ? Rule.FOR_PORT : Rule.FOR_OTHER_PORT;
    }

    @Override
    public void allow(int port, List<String> addresses) {
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("a rule for everybody is none");
        }
        ended(delete()); // there may be none
        Ended added = ended(add(port, addresses));
        if (added.code() != 0) {
            throw new IllegalStateException(
                    "netsh refused the rule: " + added.said().strip());
        }
    }

    private Ended ended(List<String> command) {
        try {
            return runner.run(command);
        } catch (IOException e) {
            throw new IllegalStateException("netsh cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public String command(int port, List<String> addresses) {
        return add(port, addresses).stream()
                .map(part -> part.contains(" ") ? part.replaceFirst("=(.*)", "=\"$1\"") : part)
                .collect(Collectors.joining(" "))
                .replaceFirst("^\\S*netsh\\.exe", "netsh");
    }

    private static List<String> delete() {
        List<String> command = netsh();
        command.addAll(List.of("delete", "rule", "name=" + RULE));
        return command;
    }

    private static List<String> add(int port, List<String> addresses) {
        List<String> command = netsh();
        command.addAll(List.of(
                "add",
                "rule",
                "name=" + RULE,
                "dir=in",
                "action=allow",
                "protocol=TCP",
                "localport=" + port,
                "remoteip=" + String.join(",", addresses),
                "profile=any"));
        return command;
    }

    private static List<String> netsh() {
        String root = System.getenv().getOrDefault("SystemRoot", "C:\\Windows");
        return new ArrayList<>(List.of(Path.of(root, "System32", "netsh.exe").toString(), "advfirewall", "firewall"));
    }

    private static Ended run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("it did not end within " + PATIENCE_SECONDS + " s");
        }
        return new Ended(process.exitValue(), said);
    }
}
