package com.clientpay.connect.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The JDK's own archive of its classes, on which ours stands. A runtime that was linked for the installer comes without one,
 * and can only make it where it runs.
 */
final class BaseArchive {
    private static final int PATIENCE_SECONDS = 120;

    private BaseArchive() {}

    /** Makes it for the runtime that runs this, if that lies in the program's folder and has none. */
    static void makeIfBundled(Path home) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home")).toAbsolutePath().normalize();
        if (!java.startsWith(home)
                || Files.exists(java.resolve("bin").resolve("server").resolve("classes.jsa"))) {
            return;
        }
        Process dump = new ProcessBuilder(List.of(
                        java.resolve("bin").resolve("java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-Xshare:dump"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!dump.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            dump.destroyForcibly();
        }
    }
}
