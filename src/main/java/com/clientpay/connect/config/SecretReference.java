package com.clientpay.connect.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** Turns {@code secret:NAME}, {@code env:NAME} and {@code file:PATH} into the secret they stand for. */
final class SecretReference {
    private static final Pattern SYNTAX = Pattern.compile("secret:[A-Za-z0-9._-]{1,64}|env:[A-Za-z0-9_]+|file:.+");

    private final Map<String, String> environment;
    private final Path home;
    private final SecretStore store;

    /** @param home where a relative path counts from */
    SecretReference(Map<String, String> environment, Path home, SecretStore store) {
        this.environment = environment;
        this.home = home;
        this.store = store;
    }

    static boolean isReference(String text) {
        return SYNTAX.matcher(text).matches();
    }

    /** @throws SecretException when there is no such secret, or it is empty */
    Secret resolve(String reference) throws SecretException {
        String name = reference.substring(reference.indexOf(':') + 1);
        String value = switch (reference.substring(0, reference.indexOf(':'))) {
            case "env" -> environment(name);
            case "file" -> file(name);
            default ->
                store.find(name)
                        .orElseThrow(() -> new SecretException("there is no secret " + name + " in "
                                + store.description() + ". Set it: connect secret set " + name));
        };
        if (value.isEmpty()) {
            throw new SecretException("the secret behind it is empty.");
        }
        return new Secret(reference, value);
    }

    private String environment(String name) throws SecretException {
        String value = environment.get(name);
        if (value == null) {
            throw new SecretException("there is no environment variable " + name + " for this process.");
        }
        return value;
    }

    /** The file's text without its last line's end, which most editors add. */
    private String file(String name) throws SecretException {
        try {
            return Files.readString(home.resolve(name), StandardCharsets.UTF_8).replaceFirst("\\r?\\n\\z", "");
        } catch (InvalidPathException e) {
            throw new SecretException("its path is none: " + e.getReason() + ".");
        } catch (IOException e) {
            throw new SecretException("the file " + home.resolve(name) + " cannot be read ("
                    + e.getClass().getSimpleName() + "). It must exist and be readable by this user.");
        }
    }
}
