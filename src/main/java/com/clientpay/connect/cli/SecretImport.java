package com.clientpay.connect.cli;

import com.clientpay.connect.config.SecretException;
import com.clientpay.connect.config.SecretLines;
import com.clientpay.connect.config.SecretVault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** Takes over the secrets of a file that somebody wrote, and deletes it. */
final class SecretImport {
    private SecretImport() {}

    /**
     * Keeps all of them, or none.
     *
     * @return their names
     * @throws CommandFailed when the file cannot be read, or cannot be deleted afterwards
     * @throws SecretException when a line is no secret, or the vault cannot be written; the file is still there
     */
    static Set<String> take(Path file, SecretVault vault) throws SecretException {
        Map<String, String> secrets = SecretLines.parseAll(text(file));
        if (secrets.isEmpty()) {
            throw new CommandFailed(
                    "The file " + file + " has no secret in it: write lines NAME=VALUE. It is still there.");
        }
        vault.put(secrets);
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new CommandFailed("The secrets are kept, but " + file
                    + ", where they can be read by whoever may read it, cannot be deleted: delete it by hand.");
        }
        return secrets.keySet();
    }

    private static String text(Path file) {
        try {
            return SecretText.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new CommandFailed("The file " + file + " cannot be read: it must exist and be readable by you.");
        }
    }
}
