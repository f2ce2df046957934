package com.clientpay.connect.cli;

import com.clientpay.connect.config.ConfigEdit;
import com.clientpay.connect.config.ConfigException;
import com.clientpay.connect.config.ConfigFile;
import com.clientpay.connect.config.ConfigMistake;
import com.clientpay.connect.config.LoadedConfig;
import com.clientpay.connect.config.PrivateFile;
import com.clientpay.connect.config.SecretException;
import com.clientpay.connect.config.SecretStore;
import com.clientpay.connect.config.SecretVault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The configuration as the set-up would leave it. Nothing of it is written before {@link #write}: until then a wrong answer,
 * or none, leaves everything as it was.
 */
final class SetupDraft {
    private final Path file;
    private final SecretVault vault;
    private final Map<String, String> environment;
    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final Map<Path, byte[]> files = new LinkedHashMap<>();
    private final ConfigEdit edit;

    /** @param template what a configuration begins as where there is none yet */
    SetupDraft(Path file, Path template, SecretVault vault, Map<String, String> environment) {
        this.file = file.toAbsolutePath().normalize();
        this.vault = vault;
        this.environment = environment;
        this.edit = new ConfigEdit(read(Files.exists(file) ? file : template));
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new CommandFailed(
                    "The configuration " + file + " cannot be read: it must be UTF-8 and readable by you.");
        }
    }

    Path file() {
        return file;
    }

    /** The folder that relative paths count from. */
    Path home() {
        return Optional.ofNullable(file.getParent().getParent()).orElse(file.getParent());
    }

    Optional<String> present(String setting) {
        return Optional.ofNullable(edit.values().get(setting)).filter(value -> !value.isBlank());
    }

    void set(String setting, Object value) {
        edit.set(setting, Optional.of(value));
    }

    void clear(String setting) {
        edit.set(setting, Optional.empty());
    }

    void keepSecret(String name, String value) {
        secrets.put(name, value);
    }

    boolean hasSecret(String name) {
        try {
            return secrets.containsKey(name) || vault.find(name).isPresent();
        } catch (SecretException e) {
            return false; // it is to be given again
        }
    }

    /** A file that is to be written beside the configuration. */
    void keepFile(Path target, byte[] content) {
        files.put(target, content);
    }

    /** What is wrong with that setting alone. */
    Optional<String> complaint(String setting) {
        return mistakes().stream()
                .map(ConfigMistake::message)
                .filter(message -> message.startsWith(setting + " "))
                .findFirst();
    }

    List<ConfigMistake> mistakes() {
        try {
            load();
            return List.of();
        } catch (ConfigException e) {
            return e.mistakes();
        }
    }

    /** As it would be read after {@link #write}. */
    LoadedConfig load() throws ConfigException {
        Path temporary = null;
        try {
            Files.createDirectories(file.getParent());
            temporary = PrivateFile.temporary(file);
            Files.writeString(temporary, edit.text());
            return ConfigFile.load(temporary, environment, overlaid());
        } catch (IOException e) {
            throw new CommandFailed("The folder " + file.getParent() + " cannot be written: " + e.getMessage()
                    + ". On Windows open the terminal with \"Run as administrator\".");
        } finally {
            OwnerOnlyFile.delete(temporary);
        }
    }

    private SecretStore overlaid() {
        return new SecretStore() {
            @Override
            public Optional<String> find(String name) throws SecretException {
                return secrets.containsKey(name) ? Optional.of(secrets.get(name)) : vault.find(name);
            }

            @Override
            public String description() {
                return vault.description();
            }
        };
    }

    /** Secrets first, then files, then what refers to them. */
    void write() {
        try {
            if (!secrets.isEmpty()) {
                vault.put(secrets);
            }
        } catch (SecretException e) {
            throw new CommandFailed(Sentence.of(e.getMessage()));
        }
        files.forEach((target, content) -> OwnerOnlyFile.replace(target, out -> out.write(content)));
        byte[] text = edit.text().getBytes(StandardCharsets.UTF_8);
        Optional<Set<PosixFilePermission>> permissions = permissions();
        OwnerOnlyFile.replace(file, out -> out.write(text));
        permissions.ifPresent(this::permit);
    }

    /** Those of the configuration, which holds no secret: as they are, else readable by everybody. */
    private Optional<Set<PosixFilePermission>> permissions() {
        try {
            if (!Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
                return Optional.empty();
            }
            return Optional.of(
                    Files.exists(file)
                            ? Files.getPosixFilePermissions(file)
                            : PosixFilePermissions.fromString("rw-r--r--"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void permit(Set<PosixFilePermission> permissions) {
        try {
            Files.setPosixFilePermissions(file, permissions);
        } catch (IOException e) {
            throw new CommandFailed(
                    "The configuration " + file + " is written, but only you can read it: " + e.getMessage());
        }
    }
}
