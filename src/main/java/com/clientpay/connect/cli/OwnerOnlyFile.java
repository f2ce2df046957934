package com.clientpay.connect.cli;

import com.clientpay.connect.config.PrivateFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** For commands: files that hold secrets or payers' data, written as {@link PrivateFile} does it. */
final class OwnerOnlyFile {
    private OwnerOnlyFile() {}

    /** @throws CommandFailed when it can't be written; the file is then as it was before */
    static void replace(Path file, PrivateFile.Content content) {
        try {
            PrivateFile.replace(file, content);
        } catch (IOException e) {
            throw new CommandFailed("The file " + file.toAbsolutePath() + " cannot be written: " + reason(e), e);
        }
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

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "you have no right to write there.";
        }
        return e instanceof NoSuchFileException ? "its folder does not exist." : e.getMessage() + ".";
    }
}
