package com.clientpay.connect.batches;

import com.clientpay.connect.config.BatchLayout;
import com.clientpay.connect.config.BatchLayoutFile;
import com.clientpay.connect.config.ConfigException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Layouts of tests. */
final class Layouts {
    private Layouts() {}

    static BatchLayout of(String toml) {
        try {
            Path file = Files.createTempFile("layout", ".toml");
            try {
                Files.writeString(file, toml);
                return BatchLayoutFile.load(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ConfigException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
