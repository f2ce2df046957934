package com.clientpay.connect.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Secrets in a text file of lines {@code NAME=VALUE}; lines that begin with # are comments. The value is everything
 * after the first =, as it is: there are no escapes. Where files have POSIX permissions, a file that others than its
 * owner may read is refused, because then its secrets are none.
 */
public final class FileSecretStore implements SecretVault {
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
        return lines().stream()
                .flatMap(line -> SecretLines.parse(line).stream())
                .filter(entry -> entry.name().equals(name))
                .map(SecretLines.Entry::value)
                .findFirst();
    }

    @Override
    public List<String> names() throws SecretException {
        return lines().stream()
                .flatMap(line -> SecretLines.parse(line).stream())
                .map(SecretLines.Entry::name)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public void put(Map<String, String> secrets) throws SecretException {
        SecretRules.check(secrets);
        Map<String, String> left = new LinkedHashMap<>(secrets);
        List<String> changed = new ArrayList<>();
        for (String line : lines()) {
            Optional<String> name = SecretLines.parse(line).map(SecretLines.Entry::name);
            if (name.filter(secrets::containsKey).isEmpty()) {
                changed.add(line);
            } else if (left.containsKey(name.get())) {
                changed.add(name.get() + "=" + left.remove(name.get()));
            }
        }
        left.forEach((name, value) -> changed.add(name + "=" + value));
        write(changed);
    }

    @Override
    public boolean remove(String name) throws SecretException {
        List<String> lines = lines();
        List<String> others = lines.stream()
                .filter(line -> SecretLines.parse(line)
                        .filter(entry -> entry.name().equals(name))
                        .isEmpty())
                .toList();
        if (others.size() == lines.size()) {
            return false;
        }
        write(others);
        return true;
    }

    /** All lines, comments too; none when there is no file. */
    private List<String> lines() throws SecretException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            refuseIfOthersMayRead();
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SecretException(description() + " cannot be read ("
                    + e.getClass().getSimpleName() + "). This user must be its owner, and its text UTF-8.");
        }
    }

    private void write(List<String> lines) throws SecretException {
        String text = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
        try {
            PrivateFile.replace(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new SecretException(description() + " cannot be written ("
                    + e.getClass().getSimpleName() + "). Its folder must exist, and this user must have the right to"
                    + " write there.");
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
