package com.clientpay.connect.windows;

import com.clientpay.connect.config.PrivateFile;
import com.clientpay.connect.config.SecretException;
import com.clientpay.connect.config.SecretRules;
import com.clientpay.connect.config.SecretVault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Secrets that only this machine can open: the file {@code secrets.dat} of lines {@code NAME=}blob in base64, and beside it
 * {@code entropy}, 32 random bytes made at the first secret, without which no blob opens. Each blob holds its secret's name,
 * so that a blob put under another name is noticed. Both files have the rights of their folder.
 */
final class ProtectedSecretStore implements SecretVault {
    private static final String FIRST_LINE =
            "# Secrets of ClientPay Connect, each protected by Windows for this machine. Change them with: connect secret";

    private static final int ENTROPY_BYTES = 32;

    private final Path file;
    private final Path entropyFile;
    private final SecretProtector protector;

    ProtectedSecretStore(Path file, Path entropyFile, SecretProtector protector) {
        this.file = file;
        this.entropyFile = entropyFile;
        this.protector = protector;
    }

    /** The files {@code secrets.dat} and {@code entropy} in the configuration file's folder. */
    static ProtectedSecretStore beside(Path configFile, SecretProtector protector) {
        Path config = configFile.toAbsolutePath();
        return new ProtectedSecretStore(
                config.resolveSibling("secrets.dat"), config.resolveSibling("entropy"), protector);
    }

    @Override
    public Optional<String> find(String name) throws SecretException {
        Optional<String> blob = Optional.ofNullable(blobs().get(name));
        return blob.isEmpty() ? Optional.empty() : Optional.of(open(name, blob.get()));
    }

    @Override
    public List<String> names() throws SecretException {
        return List.copyOf(blobs().keySet());
    }

    @Override
    public void put(Map<String, String> secrets) throws SecretException {
        SecretRules.check(secrets);
        TreeMap<String, String> blobs = blobs();
        byte[] entropy = entropyToProtect();
        for (Map.Entry<String, String> secret : secrets.entrySet()) {
            byte[] plain = (secret.getKey() + "\0" + secret.getValue()).getBytes(StandardCharsets.UTF_8);
            try {
                blobs.put(secret.getKey(), Base64.getEncoder().encodeToString(protector.protect(plain, entropy)));
            } catch (IllegalStateException e) {
                throw new SecretException("The secret " + secret.getKey() + " cannot be kept: " + e.getMessage() + ".");
            }
        }
        write(blobs);
    }

    @Override
    public boolean remove(String name) throws SecretException {
        TreeMap<String, String> blobs = blobs();
        if (blobs.remove(name) == null) {
            return false;
        }
        write(blobs);
        return true;
    }

    @Override
    public String description() {
        return "the Windows-protected file " + file;
    }

    private String open(String name, String blob) throws SecretException {
        Optional<byte[]> entropy = entropy();
        if (entropy.isEmpty()) {
            throw new SecretException("the secret " + name + " cannot be opened: " + entropyFile
                    + ", which belongs to it, is missing or was changed. " + setAgain(name));
        }
        String prefix = name + "\0";
        return protector
                .open(decoded(name, blob), entropy.get())
                .map(plain -> new String(plain, StandardCharsets.UTF_8))
                .filter(text -> text.startsWith(prefix))
                .map(text -> text.substring(prefix.length()))
                .orElseThrow(() -> new SecretException("the secret " + name + " in " + description()
                        + " cannot be opened on this machine: it was set on another one, or the file or " + entropyFile
                        + " was changed since. " + setAgain(name)));
    }

    private byte[] decoded(String name, String blob) throws SecretException {
        try {
            return Base64.getDecoder().decode(blob);
        } catch (IllegalArgumentException e) {
            throw new SecretException("the secret " + name + " in " + description() + " is damaged. " + setAgain(name));
        }
    }

    private static String setAgain(String name) {
        return "Set it again: connect secret set " + name;
    }

    /** By name, as base64; none when there is no file. */
    private TreeMap<String, String> blobs() throws SecretException {
        TreeMap<String, String> blobs = new TreeMap<>();
        if (!Files.exists(file)) {
            return blobs;
        }
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                int equals = line.indexOf('=');
                if (!line.startsWith("#") && equals > 0) {
                    blobs.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
            return blobs;
        } catch (IOException e) {
            throw cannot("read", file, e);
        }
    }

    private void write(TreeMap<String, String> blobs) throws SecretException {
        String text = FIRST_LINE + "\r\n"
                + blobs.entrySet().stream()
                        .map(blob -> blob.getKey() + "=" + blob.getValue() + "\r\n")
                        .collect(Collectors.joining());
        try {
            PrivateFile.replace(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw cannot("written", file, e);
        }
    }

    /** Empty when there is none, or what is there cannot be one. */
    private Optional<byte[]> entropy() throws SecretException {
        if (!Files.exists(entropyFile)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(entropyFile)).filter(bytes -> bytes.length == ENTROPY_BYTES);
        } catch (IOException e) {
            throw cannot("read", entropyFile, e);
        }
    }

    /** That of this install; made when there is none: secrets of a lost one do not open any more, whatever is done. */
    private byte[] entropyToProtect() throws SecretException {
        Optional<byte[]> present = entropy();
        if (present.isPresent()) {
            return present.get();
        }
        byte[] made = new byte[ENTROPY_BYTES];
        new SecureRandom().nextBytes(made);
        try {
            PrivateFile.replace(entropyFile, out -> out.write(made));
            return made;
        } catch (IOException e) {
            throw cannot("written", entropyFile, e);
        }
    }

    private static SecretException cannot(String what, Path which, IOException e) {
        return new SecretException(
                "the file " + which + " cannot be " + what + " (" + e.getClass().getSimpleName()
                        + "). Its folder must exist, and this user needs the right to it: on an installed connector,"
                        + " administrators and the service's account have it.");
    }
}
