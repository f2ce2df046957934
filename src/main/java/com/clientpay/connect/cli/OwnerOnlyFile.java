package com.clientpay.connect.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Writes files that hold secrets or payers' data. They come into being readable by their owner only (on Windows with the
 * folder's rights), and appear under their name complete or not at all.
 */
final class OwnerOnlyFile {
    /** Writes the file's content. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    private OwnerOnlyFile() {}

    /** @throws CommandFailed when it can't be written; the file is then as it was before */
    static void replace(Path file, Content content) {
        Path target = file.toAbsolutePath();
        Path temporary = null;
        try {
            temporary = temporary(target);
            try (OutputStream out = Files.newOutputStream(temporary)) {
                content.write(out);
            }
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CommandFailed("The file " + target + " cannot be written: " + reason(e), e);
        } finally {
            delete(temporary);
        }
    }

    /** A new, empty, owner-only file in the same folder. */
    static Path temporary(Path target) throws IOException {
        return Files.createTempFile(target.getParent(), "." + target.getFileName() + ".", ".tmp", ownerOnly());
    }

    static void delete(Path temporary) {
        try {
            if (temporary != null) {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            temporary.toFile().deleteOnExit();
        }
    }

    /** A new, empty, owner-only folder beside the file. */
    static Path temporaryFolder(Path target) throws IOException {
        return Files.createTempDirectory(target.toAbsolutePath().getParent(), ".connect");
    }

    /** Takes a file's rights away from all but its owner, where files have POSIX permissions. */
    static void close(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "you have no right to write there.";
        }
        return e instanceof NoSuchFileException ? "its folder does not exist." : e.getMessage() + ".";
    }
}
