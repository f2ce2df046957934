package com.clientpay.connect.batches;

import com.clientpay.connect.batches.BatchSteps.Step;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of the firm's import, and how a file comes into it: at once, whole, and never over another one.
 *
 * <p>A file is written as {@code ~NAME.TOKEN.part}, which no import looks for, flushed to the disk and read back. Then it gets
 * its name. On NTFS that is one step, a move that fails when the name is taken. POSIX has no such move: rename(2) overwrites.
 * There it is a hard link, which fails when the name is taken; and since the temporary name is still there when the link is
 * made, it is changed to {@code ~NAME.TOKEN.link} before. So whatever a crash leaves behind tells how far it came: a {@code
 * .part} has never been seen by anybody, and of a {@code .link} alone nobody can say.
 *
 * <p>The token is another one each time, and the database knows it from before the file can be seen: a left-over of somebody
 * else is never taken for the file.
 */
class BatchFolder {
    private static final Logger log = LoggerFactory.getLogger(BatchFolder.class);
    private static final String PART = ".part";
    private static final String LINK = ".link";
    /** No file of ours is larger; a larger one is not read. */
    private static final long LARGEST = 2_000_000;

    /** What bears the name of a batch's file. */
    enum Found {
        NOTHING,
        /** Our bytes, all of them. */
        OURS,
        /** Something else: it is not touched. */
        FOREIGN
    }

    /** What a crash has left behind of a file that was about to get its name. */
    enum LeftOver {
        NOTHING,
        /** Complete, and seen by nobody. */
        COMPLETE,
        /** Seen by nobody, and not complete. */
        BROKEN,
        /** It had its name: the file has another one beside it still. */
        SEEN,
        /** It may have had its name, and been taken away by the import. */
        PERHAPS_SEEN
    }

    private final Path folder;
    private final boolean links;
    private final BatchSteps steps;

    BatchFolder(Path folder) {
        this(folder, File.separatorChar == '/', BatchSteps.NONE);
    }

    /** @param links whether a file gets its name by a hard link */
    BatchFolder(Path folder, boolean links, BatchSteps steps) {
        this.folder = folder;
        this.links = links;
        this.steps = steps;
    }

    /** @throws IOException it cannot be looked into: then nothing can be said about any file in it */
    void requireUsable() throws IOException {
        if (!Files.exists(folder)) {
            throw new NoSuchFileException(folder.toString(), null, "there is no such folder");
        }
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            files.iterator().hasNext();
        }
    }

    Found find(String fileName, String sha256) throws IOException {
        Path file = folder.resolve(fileName);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Found.NOTHING;
        }
        try {
            return Files.isRegularFile(file)
                            && Sha256.of(Files.readAllBytes(file)).equals(sha256)
                    ? Found.OURS
                    : Found.FOREIGN;
        } catch (NoSuchFileException e) {
            return Found.NOTHING; // the import has just taken it
        }
    }

    LeftOver leftOver(String fileName, String token, String sha256) throws IOException {
        Path part = temporary(fileName, token, PART);
        if (Files.exists(part)) {
            return Sha256.of(Files.readAllBytes(part)).equals(sha256) ? LeftOver.COMPLETE : LeftOver.BROKEN;
        }
        Path link = temporary(fileName, token, LINK);
        if (Files.exists(link)) {
            return names(link) > 1 ? LeftOver.SEEN : LeftOver.PERHAPS_SEEN;
        }
        return LeftOver.NOTHING;
    }

    /** Writes the temporary file, flushes it and reads it back; leaves nothing when that fails. */
    void prepare(String fileName, String token, byte[] bytes) throws IOException {
        Path part = temporary(fileName, token, PART);
        try {
            try (FileChannel channel =
                    FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            flushFolder();
            if (!Sha256.of(Files.readAllBytes(part)).equals(Sha256.of(bytes))) {
                throw new IOException(part + " does not hold what was written to it");
            }
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        steps.done(Step.TEMPORARY);
    }

    /**
     * Gives the temporary file its name.
     *
     * @throws FileAlreadyExistsException the name is taken; the temporary file is as it was
     */
    void publish(String fileName, String token) throws IOException {
        Path part = temporary(fileName, token, PART);
        Path file = folder.resolve(fileName);
        if (links) {
            link(part, temporary(fileName, token, LINK), file);
        } else {
            Files.move(part, file);
            steps.done(Step.NAMED);
        }
        flushFolder();
        steps.done(Step.PUBLISHED);
    }

    private void link(Path part, Path link, Path file) throws IOException {
        Files.move(part, link);
        steps.done(Step.MARKED);
        try {
            Files.createLink(file, link);
        } catch (FileAlreadyExistsException e) {
            Files.move(link, part);
            throw e;
        } catch (UnsupportedOperationException | IOException e) {
            // A file system without hard links. This move looks first whether the name is taken.
            Files.move(link, part);
            Files.move(part, file);
            steps.done(Step.NAMED);
            return;
        }
        steps.done(Step.NAMED);
        try {
            Files.delete(link);
        } catch (IOException e) {
            log.debug("The second name {} stays for now.", link, e);
        }
    }

    /** Deletes whatever temporary files of that name there are. Never fails: what stays is seen by nobody. */
    void cleanUp(String fileName) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, path -> isTemporary(path, fileName))) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            log.debug("Temporary files of {} stay for now.", fileName, e);
        }
    }

    private static boolean isTemporary(Path path, String fileName) {
        String name = path.getFileName().toString();
        return name.startsWith("~" + fileName + ".") && (name.endsWith(PART) || name.endsWith(LINK));
    }

    Path path(String fileName) {
        return folder.resolve(fileName);
    }

    private Path temporary(String fileName, String token, String ending) {
        return folder.resolve("~" + fileName + "." + token + ending);
    }

    private static int names(Path file) throws IOException {
        try {
            return (Integer) Files.getAttribute(file, "unix:nlink");
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return 1;
        }
    }

    /** So that a name outlives a power cut, where folders can be flushed. NTFS keeps its journal by itself. */
    private void flushFolder() {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            log.trace("{} cannot be flushed.", folder, e);
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
