package com.clientpay.connect.cli;

import com.clientpay.connect.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The demo's key, which may do everything. A kept firm keeps it, in the file {@code demo.key} of its folder. */
final class DemoKey {
    private DemoKey() {}

    /** @param folder where the firm is kept; empty: nowhere */
    static String of(Database database, Optional<Path> folder) {
        return KeptKey.of(database, "demo", List.of(), folder.map(path -> path.resolve("demo.key")));
    }

    /**
     * Where {@code connect console} finds the key of the demo that listens there, as long as it runs.
     *
     * @param loopbackPort the demo's port for commands
     */
    static Path fileForConsole(int loopbackPort) {
        return Path.of(System.getProperty("java.io.tmpdir"), "clientpay-connect-demo-" + loopbackPort + ".key");
    }

    /** Lays the key out for {@code connect console}; closing it takes it away. */
    static final class ForConsole implements AutoCloseable {
        private final Path file;

        ForConsole(int loopbackPort) {
            file = fileForConsole(loopbackPort);
        }

        void lay(String key) {
            try {
                KeptKey.write(file, key);
            } catch (CommandFailed e) {
                // Then connect console asks for the key, which the demo prints.
            }
        }

        @Override
        public void close() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // The key is worth nothing without the demo.
            }
        }
    }
}
