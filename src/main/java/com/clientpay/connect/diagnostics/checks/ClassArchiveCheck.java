package com.clientpay.connect.diagnostics.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Whether starts use the archive of loaded classes, which halves their time. The JVM says nothing when it does not: the
 * archive is bound to one Java and to the size and time of each jar, so that a copy or an update leaves it unused. So this
 * asks another JVM to start with it or not at all.
 *
 * @param archive where the launcher has it; empty when no launcher started this
 * @param java the folder of the Java that runs this
 * @param classPath as this was started with
 */
record ClassArchiveCheck(Optional<Path> archive, Path java, String classPath) implements Check {
    static final String NAME = "class-archive";
    private static final int PATIENCE_SECONDS = 5;

    /** Of this process. */
    static ClassArchiveCheck ofThisProcess() {
        return new ClassArchiveCheck(
                Optional.ofNullable(System.getProperty("connect.archive"))
                        .filter(path -> !path.isBlank())
                        .map(Path::of),
                Path.of(System.getProperty("java.home")),
                System.getProperty("java.class.path"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Finding look() {
        if (archive.isEmpty()) {
            return Finding.skip("this was not started by the launcher connect");
        }
        Path file = archive.get();
        try {
            if (!Files.exists(file)) {
                return missing(file);
            }
            return isWhole(file) && starts(file)
                    ? Finding.pass("starts use " + file)
                    : Finding.warn(
                            file + " is not used: it is of another Java or of other jars, or not whole",
                            "The next start of the connector makes it anew in the background. If it stays so: stop the"
                                    + " connector, delete the file and start it again.");
        } catch (IOException e) {
            return Finding.warn(
                    file + " cannot be looked at (" + e.getClass().getSimpleName() + ")",
                    "Let the connector's account read it; until then starts take twice as long.");
        }
    }

    private static Finding missing(Path file) {
        Path folder = Folders.existing(file.toAbsolutePath().getParent());
        return Files.isWritable(folder)
                ? Finding.skip("there is none yet: the first start of the connector makes one in the background")
                : Finding.warn(
                        "there is none, and " + folder + " cannot be written",
                        "Let the connector's account write there once; until then starts take twice as long.");
    }

    /** The launcher uses it only if it is as long as the note beside it says: a JVM dies of one that was cut off. */
    private static boolean isWhole(Path file) throws IOException {
        Path note = file.resolveSibling(file.getFileName() + ".for");
        return Files.exists(note)
                && Files.readString(note).lines().findFirst().equals(Optional.of(String.valueOf(Files.size(file))));
    }

    private boolean starts(Path file) throws IOException {
        Process trial = new ProcessBuilder(List.of(
                        java.resolve("bin").resolve("java").toString(),
                        "-Xshare:on",
                        "-XX:SharedArchiveFile=" + file,
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-Xmx16m",
                        "-cp",
                        classPath,
                        "-version"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return trial.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && trial.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            trial.destroyForcibly();
        }
    }
}
