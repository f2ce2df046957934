package com.clientpay.connect.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A folder among the system's temporary files that goes away with this process, at the latest. A process that is killed
 * leaves its folder; but the lock on the file {@code in-use} in it went with the process, and by that the next one finds
 * and deletes it.
 */
final class TemporaryFolder implements AutoCloseable {
    private static final String PREFIX = "clientpay-connect-demo-";
    private static final String LOCK = "in-use";
    /** A younger folder may belong to a process that is just about to lock it. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    /** This process's own: to open and close their lock files once more would give up the locks (fcntl's rule). */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lock;
    private final Thread atExit;
    private volatile Runnable beforeDelete = () -> {};

    private TemporaryFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
        this.atExit = new Thread(this::deleteAtExit, "delete-demo-firm");
    }

    static TemporaryFolder create() {
        return createIn(Path.of(System.getProperty("java.io.tmpdir")));
    }

    static TemporaryFolder createIn(Path parent) {
        try {
            deleteLeftOvers(parent);
            Path path = Files.createTempDirectory(parent, PREFIX);
            FileChannel lock =
                    FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock.lock();
            OURS.add(path);
            TemporaryFolder folder = new TemporaryFolder(path, lock);
            Runtime.getRuntime().addShutdownHook(folder.atExit);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary folder for the demo firm can be made in " + parent, e);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The process is ending: the hook runs, or has run. Deleting twice does no harm.
        }
        delete();
    }

    /** What must be closed first when the process ends without a call of {@link #close}. */
    void beforeDelete(Runnable action) {
        beforeDelete = action;
    }

    private void deleteAtExit() {
        beforeDelete.run();
        delete();
    }

    private void delete() {
        try {
            lock.close();
        } catch (IOException e) {
            // The folder can be deleted all the same, or the next process does it.
        }
        deleteAll(path);
        OURS.remove(path);
    }

    private static void deleteLeftOvers(Path parent) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                if (!OURS.contains(folder) && isLeftOver(folder)) {
                    deleteAll(folder);
                }
            }
        }
    }

    private static boolean isLeftOver(Path folder) {
        try {
            if (Files.getLastModifiedTime(folder)
                    .toInstant()
                    .isAfter(Instant.now().minus(GRACE))) {
                return false;
            }
            Path file = folder.resolve(LOCK);
            if (!Files.exists(file)) {
                return true;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                    FileLock taken = channel.tryLock()) {
                return taken != null;
            }
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        }
    }

    /** As far as possible: what another user owns or a process still holds stays. */
    private static void deleteAll(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // The next demo with a large firm tries again.
        }
    }
}
