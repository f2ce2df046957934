package com.clientpay.connect.diagnostics.checks;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out about folders that may not be there yet. */
final class Folders {
    private Folders() {}

    /** The folder, or the nearest one above it that exists. */
    static Path existing(Path folder) {
        Path path = folder.toAbsolutePath();
        while (!Files.isDirectory(path) && path.getParent() != null) {
            path = path.getParent();
        }
        return path;
    }
}
