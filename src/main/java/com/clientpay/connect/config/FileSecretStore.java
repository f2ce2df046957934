package com.clientpay.connect.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Secrets in a text file of lines {@code NAME=VALUE}; lines that begin with # are comments. The value is everything
 * after the first =, as it is: there are no escapes. Where files have POSIX permissions, a file that others than its
 * owner may read is refused, because then its secrets are none.
 */
public final class FileSecretStore implements SecretStore {
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Path file;

    public FileSecretStore(Path file) {
        this.file = file;
    }

    /** The file {@code secrets} in the configuration file's folder. */
    public static FileSecretStore beside(Path configFile) {
        return new FileSecretStore(configFile.toAbsolutePath().resolveSibling("secrets"));
    }

    @Override
    public Optional<String> find(String name) throws SecretException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            refuseIfOthersMayRead();
            return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.stripLeading().startsWith("#"))
                    .filter(line -> line.contains("=")
                            && name.equals(line.substring(0, line.indexOf('=')).strip()))
                    .map(line -> line.substring(line.indexOf('=') + 1).strip())
                    .findFirst();
        } catch (IOException e) {
            throw new SecretException(description() + " cannot be read ("
                    + e.getClass().getSimpleName() + "). This user must be its owner, and its text UTF-8.");
        }
    }

    private void refuseIfOthersMayRead() throws IOException, SecretException {
        if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
            return;
        }
        Set<PosixFilePermission> permissions = EnumSet.copyOf(OTHERS);
        permissions.retainAll(Files.getPosixFilePermissions(file));
        if (!permissions.isEmpty()) {
            throw new SecretException(
                    description() + " is open to others than its owner. Close it: chmod 600 " + file + ".");
        }
    }

    @Override
    public String description() {
        return "the file " + file;
    }
}
