package com.clientpay.connect.diagnostics.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * Whether the disk of the log folder has room.
 *
 * @param free the bytes that this user may still write there
 */
record DiskSpaceCheck(Path folder, ToLongFunction<Path> free) implements Check {
    static final String NAME = "disk-space";
    private static final long MEGABYTE = 1024L * 1024;
    private static final long TOO_LITTLE = 100 * MEGABYTE;
    private static final long LITTLE = 1024 * MEGABYTE;
    private static final String ACTION = "Make room on that disk, or set logs.folder to another one.";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Finding look() {
        long bytes = free.applyAsLong(folder);
        String seen = String.format(Locale.ROOT, "%.1f GB free for %s", bytes / (double) LITTLE, folder);
        if (bytes < TOO_LITTLE) {
            return Finding.fail(seen, ACTION);
        }
        return bytes < LITTLE ? Finding.warn(seen, ACTION) : Finding.pass(seen);
    }

    static long usable(Path folder) {
        try {
            return Files.getFileStore(Folders.existing(folder)).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
