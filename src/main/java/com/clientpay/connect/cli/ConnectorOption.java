package com.clientpay.connect.cli;

import com.clientpay.connect.config.ConfigException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which running connector a command calls, with which key, and how it shows the answer. */
final class ConnectorOption {
    /** The loopback port of a configuration that names none, or that cannot be read. */
    private static final int DEFAULT_LOOPBACK_PORT = 32322;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The connector to call; else CONNECT_URL, else the one on this machine.")
    private String url;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "A file with the key; else the environment variable CONNECT_KEY.")
    private Path keyFile;

    @Option(names = "--key", hidden = true, arity = "0..1", paramLabel = "KEY")
    private void refuseKey(String key) {
        throw new ParameterException(
                spec.commandLine(),
                "A key on the command line is visible to every user of this machine in the list of processes, and"
                        + " stays in the shell's history. Put it into the environment variable CONNECT_KEY, or into a"
                        + " file that only you can read, and name that with --key-file.");
    }

    @Mixin
    private ConfigOption config;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** @throws CommandFailed when there is no key, or it cannot be sent safely */
    Api api() {
        URI base = base();
        return new Api(base, key());
    }

    /** Where the connector is. */
    URI base() {
        return Optional.ofNullable(url)
                .or(() -> environment("CONNECT_URL"))
                .map(this::checked)
                .orElseGet(() -> URI.create("http://127.0.0.1:" + loopbackPort()));
    }

    private URI checked(String text) {
        URI base;
        try {
            base = URI.create(text.replaceFirst("/+$", ""));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), text + " is not a URL.");
        }
        boolean secure = "https".equalsIgnoreCase(base.getScheme());
        boolean loopback = "http".equalsIgnoreCase(base.getScheme())
                && base.getHost() != null
                && base.getHost().matches("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");
        if (base.getHost() == null || !(secure || loopback)) {
            throw new ParameterException(
                    spec.commandLine(),
                    text + " cannot be called: a key is sent over https:, or over http: to this machine only,"
                            + " such as http://127.0.0.1:" + DEFAULT_LOOPBACK_PORT + ".");
        }
        return base;
    }

    ConfigOption config() {
        return config;
    }

    /** A configuration with mistakes still lets the demo, which has none, be called. */
    private int loopbackPort() {
        try {
            int port = config.read().config().server().loopbackPort();
            return port == 0 ? DEFAULT_LOOPBACK_PORT : port;
        } catch (ConfigException e) {
            return DEFAULT_LOOPBACK_PORT;
        }
    }

    /** The key that was given; empty when none was. */
    Optional<String> key() {
        if (keyFile == null) {
            return environment("CONNECT_KEY").map(String::strip);
        }
        try {
            return Optional.of(Files.readString(keyFile).strip());
        } catch (IOException e) {
            throw new CommandFailed(
                    "The key file " + keyFile + " cannot be read: it must exist and be readable by you.");
        }
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
