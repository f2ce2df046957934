package com.clientpay.connect.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What the service writes to its standard error, which procrun keeps in a file a day among the logs: why a start failed is
 * the last thing there.
 */
final class ServiceErrorOutput {
    private static final int MOST = 4000;

    private final Path folder;
    private final Map<Path, Long> sizes = new HashMap<>();

    private ServiceErrorOutput(Path folder) {
        this.folder = folder;
    }

    /** What is there now does not count. */
    static ServiceErrorOutput from(Path folder) {
        ServiceErrorOutput output = new ServiceErrorOutput(folder);
        output.each((file, text) -> output.sizes.put(file, (long) text.length));
        return output;
    }

    /** What came since, the end of it when it is long; blank when nothing did or nothing can be read. */
    String since() {
        StringBuilder since = new StringBuilder();
        each((file, text) -> {
            int known = (int) Math.min(text.length, sizes.getOrDefault(file, 0L));
            byte[] added = Arrays.copyOfRange(text, Math.max(known, text.length - MOST), text.length);
            since.append(new String(added, StandardCharsets.UTF_8));
        });
        return since.toString().strip();
    }

    private interface Use {
        void of(Path file, byte[] text);
    }

    private void each(Use use) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*-stderr*.log")) {
            for (Path file : files) {
                use.of(file, Files.readAllBytes(file));
            }
        } catch (IOException e) {
            // not there yet, or not for this user: nothing to show
        }
    }
}
