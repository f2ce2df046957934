package com.clientpay.connect.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.config.SecretException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store's own rules, with a stand-in for Windows' protection; {@link SecretsWindowsIT} has the real one. */
class ProtectedSecretStoreTest {

    /** Opens only what it protected under its own number with the same entropy. */
    private record Machine(int number) implements SecretProtector {
        @Override
        public byte[] protect(byte[] secret, byte[] entropy) {
            byte[] made = new byte[secret.length + 2];
            made[0] = (byte) number;
            made[1] = (byte) Arrays.hashCode(entropy);
            for (int i = 0; i < secret.length; i++) {
                made[i + 2] = (byte) (secret[i] ^ 0x5A);
            }
            return made;
        }

        @Override
        public Optional<byte[]> open(byte[] blob, byte[] entropy) {
            if (blob.length < 2 || blob[0] != number || blob[1] != (byte) Arrays.hashCode(entropy)) {
                return Optional.empty();
            }
            byte[] plain = Arrays.copyOfRange(blob, 2, blob.length);
            for (int i = 0; i < plain.length; i++) {
                plain[i] ^= 0x5A;
            }
            return Optional.of(plain);
        }
    }

    @TempDir
    Path conf;

    @Test
    void secrets_are_kept_changed_listed_and_forgotten() throws SecretException {
        ProtectedSecretStore store = store(1);
        assertEquals(Optional.empty(), store.find("database"));
        store.put(Map.of("database", "hunter2=#ä", "keystore", "k"));
        store.put(Map.of("database", "changed"));

        assertEquals(Optional.of("changed"), store(1).find("database"));
        assertEquals(List.of("database", "keystore"), store.names());
        assertTrue(store.remove("keystore"));
        assertFalse(store.remove("keystore"));
        assertEquals(Optional.empty(), store.find("keystore"));
    }

    @Test
    void the_files_hold_no_secret_and_the_entropy_is_the_installs_own() throws Exception {
        store(1).put(Map.of("database", "hunter2-planted"));

        assertFalse(Files.readString(file()).contains("hunter2"), Files.readString(file()));
        byte[] entropy = Files.readAllBytes(entropy());
        assertEquals(32, entropy.length);
        store(1).put(Map.of("other", "x"));
        assertTrue(Arrays.equals(entropy, Files.readAllBytes(entropy())), "the entropy was changed");
        Files.delete(entropy());
        Files.delete(file());
        store(1).put(Map.of("database", "x"));
        assertFalse(Arrays.equals(entropy, Files.readAllBytes(entropy())), "the entropy is not random");
    }

    @Test
    void what_another_machine_kept_is_to_be_set_again_and_can_be() throws SecretException {
        store(1).put(Map.of("database", "x", "keystore", "y"));
        ProtectedSecretStore moved = store(2);

        SecretException refused = assertThrows(SecretException.class, () -> moved.find("database"));
        assertEquals(
                "the secret database in the Windows-protected file " + file()
                        + " cannot be opened on this machine: it was"
                        + " set on another one, or the file or " + entropy()
                        + " was changed since. Set it again: connect"
                        + " secret set database",
                refused.getMessage());
        assertEquals(List.of("database", "keystore"), moved.names());
        moved.put(Map.of("database", "again"));
        assertEquals(Optional.of("again"), moved.find("database"));
    }

    @Test
    void without_its_entropy_a_secret_is_to_be_set_again_and_can_be() throws Exception {
        store(1).put(Map.of("database", "x"));
        for (byte[] damaged : List.of(new byte[0], new byte[31])) {
            Files.write(entropy(), damaged);
            SecretException refused = assertThrows(SecretException.class, () -> store(1).find("database"));
            assertTrue(
                    refused.getMessage().endsWith("Set it again: connect secret set database"), refused.getMessage());
        }
        Files.delete(entropy());
        assertThrows(SecretException.class, () -> store(1).find("database"));
        store(1).put(Map.of("database", "again"));
        assertEquals(Optional.of("again"), store(1).find("database"));
    }

    @Test
    void a_blob_under_another_name_and_a_damaged_one_are_refused() throws Exception {
        store(1).put(Map.of("a", "of a", "b", "of b"));
        List<String> lines = Files.readAllLines(file());
        Files.write(
                file(),
                lines.stream().map(line -> line.replaceFirst("^a=", "c=")).toList());
        assertThrows(SecretException.class, () -> store(1).find("c"));
        Files.writeString(file(), "b=***\n", StandardCharsets.UTF_8);
        SecretException refused = assertThrows(SecretException.class, () -> store(1).find("b"));
        assertTrue(refused.getMessage().contains("is damaged"), refused.getMessage());
    }

    @Test
    void a_wrong_value_changes_nothing() throws Exception {
        store(1).put(Map.of("a", "of a"));
        String before = Files.readString(file());
        assertThrows(SecretException.class, () -> store(1).put(Map.of("b", "fine", "a", "")));
        assertEquals(before, Files.readString(file()));
        assertNotEquals("", before);
        try (var files = Files.list(conf)) {
            assertEquals(2, files.count(), "a temporary file was left");
        }
    }

    private ProtectedSecretStore store(int machine) {
        return ProtectedSecretStore.beside(conf.resolve("connect.toml"), new Machine(machine));
    }

    private Path file() {
        return conf.resolve("secrets.dat");
    }

    private Path entropy() {
        return conf.resolve("entropy");
    }
}
