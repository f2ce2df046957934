package com.clientpay.connect.batches;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What a file system says, in words for the person who looks after it. */
final class FolderTrouble {
    private FolderTrouble() {}

    static String words(IOException e) {
        if (e instanceof NoSuchFileException missing) {
            return missing.getReason() == null ? missing.getFile() + " is not there" : missing.getReason();
        }
        if (e instanceof AccessDeniedException denied) {
            return "this user may not read and write " + denied.getFile();
        }
        if (e instanceof NotDirectoryException) {
            return "it is no folder";
        }
        if (e instanceof FileSystemException failed && failed.getReason() != null) {
            return failed.getReason();
        }
        return String.valueOf(e.getMessage());
    }
}
