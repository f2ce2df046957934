package com.clientpay.connect.cli;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The archive of loaded classes (class-data sharing) that makes every later start about twice as quick. It fits one Java
 * runtime and the exact jars, so it is made here, where it is used: in the background, by a second JVM that runs
 * {@link WarmUpCommand} and writes at its end what it has loaded. The launcher says where by {@code connect.archive}, and
 * uses what is there.
 *
 * <p>Beside it lies a note that says how large it is and what it was made for. Without the right note it is made anew, and
 * the launcher does not use it: the JVM ignores an archive that does not fit, but dies of one that was cut off. Both appear complete or
 * not at all. Whatever goes wrong, only the next start is slower: nothing here fails or logs above DEBUG.
 */
final class SharedArchive implements AutoCloseable {
    private static final System.Logger log = System.getLogger(SharedArchive.class.getName());
    private static final int PATIENCE_SECONDS = 120;
    private static final String UNFINISHED = "connect-unfinished-";

    private final Thread thread;
    private volatile Optional<Process> process = Optional.empty();
    private volatile boolean closed;

    SharedArchive() {
        this.thread = new Thread(() -> wanted().ifPresent(this::make), "shared-archive");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
    }

    /** Begins to make the archive in the background, if the launcher wants one and there is none that fits. */
    void makeUnlessCurrent() {
        thread.start();
    }

    /**
     * Makes the archive now, if there is none that fits, which takes some seconds.
     *
     * @return where it is; empty when none is wanted or it could not be made
     */
    Optional<Path> make() {
        wanted().ifPresent(this::make);
        return wanted().filter(archive -> Files.exists(noteOf(archive)));
    }

    private static Path noteOf(Path archive) {
        return archive.resolveSibling(archive.getFileName() + ".for");
    }

    private static Optional<Path> wanted() {
        return Optional.ofNullable(System.getProperty("connect.archive"))
                .filter(path -> !path.isBlank())
                .map(Path::of);
    }

    private void make(Path archive) {
        Path note = noteOf(archive);
        Path unfinished = null;
        try {
            String fitting = fitting();
            if (Files.exists(archive)
                    && Files.exists(note)
                    && Files.readString(note).equals(Files.size(archive) + "\n" + fitting)) {
                return;
            }
            Files.createDirectories(archive.getParent());
            deleteLeftovers(archive.getParent());
            unfinished = Files.createTempDirectory(archive.getParent(), UNFINISHED);
            Path made = unfinished.resolve("archive");
            if (train(made) && Files.size(made) > 0 && !closed) {
                Path says = Files.writeString(unfinished.resolve("note"), Files.size(made) + "\n" + fitting);
                Files.deleteIfExists(note);
                moveWritten(made, archive);
                moveWritten(says, note);
            }
        } catch (IOException e) {
            log.log(System.Logger.Level.DEBUG, "No archive of loaded classes was made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            // Only when the process has ended can it write no more.
            process.ifPresent(training -> training.destroyForcibly().onExit().join());
            delete(unfinished);
        }
    }

    /** A file has its name only when all of it is on the disk, also after a loss of power. */
    private static void moveWritten(Path temporary, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.READ)) {
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What killed connectors have begun and never finished: nobody takes longer than {@link #PATIENCE_SECONDS}. */
    private static void deleteLeftovers(Path folder) throws IOException {
        FileTime abandoned = FileTime.from(Instant.now().minusSeconds(2L * PATIENCE_SECONDS));
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
            for (Path leftover : leftovers) {
                if (Files.getLastModifiedTime(leftover).compareTo(abandoned) < 0) {
                    delete(leftover);
                }
            }
        }
    }

    /** Deletes a folder of an unfinished archive, as well as it can be. */
    static void delete(Path unfinished) {
        if (unfinished == null) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(unfinished)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            log.log(System.Logger.Level.DEBUG, "An unfinished archive stays until the next start", e);
        }
    }

    /** Runs the second JVM; it ends by itself when this process does, because its standard input ends then. */
    private boolean train(Path made) throws IOException, InterruptedException {
        Process started = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:ArchiveClassesAtExit=" + made,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-Xmx128m",
                        "-Xlog:disable",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "warm-up",
                        made.getParent().toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process = Optional.of(started);
        if (closed) {
            return false;
        }
        return started.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && started.exitValue() == 0;
    }

    /** The runtime, and each jar with its size and time: what the JVM compares before it uses an archive. */
    private static String fitting() throws IOException {
        StringBuilder text = new StringBuilder()
                .append(System.getProperty("java.home"))
                .append(' ')
                .append(System.getProperty("java.vm.version"))
                .append('\n');
        for (String jar : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(jar);
            text.append(jar)
                    .append(' ')
                    .append(Files.size(path))
                    .append(' ')
                    .append(Files.getLastModifiedTime(path).toMillis())
                    .append('\n');
        }
        return text.toString();
    }

    /** Gives up what is not finished, and leaves nothing of it behind. */
    @Override
    public void close() {
        closed = true;
        process.ifPresent(Process::destroyForcibly);
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
