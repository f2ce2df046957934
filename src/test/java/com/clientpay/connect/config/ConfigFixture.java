package com.clientpay.connect.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A configuration file in a folder of the test's own, its environment and its secrets. */
final class ConfigFixture {
    static final String URL = "jdbc:sqlserver://sql.example.test;databaseName=firm;encrypt=true";

    final Path file;
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> secrets = new HashMap<>();

    ConfigFixture(Path home) {
        this.file = home.resolve("conf").resolve("connect.toml");
    }

    ConfigFixture file(String... lines) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, String.join("\n", lines) + "\n");
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ConfigFixture variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    ConfigFixture secret(String name, String value) {
        secrets.put(name, value);
        return this;
    }

    LoadedConfig load() throws ConfigException {
        return ConfigFile.load(file, environment, new SecretStore() {
            @Override
            public Optional<String> find(String name) {
                return Optional.ofNullable(secrets.get(name));
            }

            @Override
            public String description() {
                return "the test's secrets";
            }
        });
    }

    /** The mistakes as {@code 12: message}, with the line alone, or the variable alone. */
    List<String> mistakes() {
        try {
            load();
            return List.of();
        } catch (ConfigException e) {
            return e.mistakes().stream()
                    .map(ConfigMistake::toString)
                    .map(text -> text.replace(file.toAbsolutePath().normalize() + ":", "")
                            .replaceFirst("^environment variable ", ""))
                    .toList();
        }
    }
}
