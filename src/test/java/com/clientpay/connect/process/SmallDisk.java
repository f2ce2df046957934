package com.clientpay.connect.process;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of a few megabytes (tmpfs), which a test can fill and make read-only. Only root may mount one. */
final class SmallDisk implements AutoCloseable {
    private final Path folder;
    private final Path filler;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.filler = folder.resolve("filler");
    }

    /** Mounts it on a new folder; where that is not permitted the test is skipped and says so. */
    static SmallDisk mount(Path folder, String size) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        String failure = mount("-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString());
        assumeTrue(failure.isEmpty(), () -> "No file system can be mounted here: " + failure);
        return new SmallDisk(folder);
    }

    Path folder() {
        return folder;
    }

    /** Nothing more can be written; a byte or two perhaps. */
    void fill() throws IOException {
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            if (Files.size(filler) == 0) {
                throw full;
            }
        }
    }

    void makeRoom() throws IOException {
        Files.delete(filler);
    }

    /** No file of it may be open for writing. */
    void allowWriting(boolean allowed) throws IOException, InterruptedException {
        String failure = mount("-o", "remount," + (allowed ? "rw" : "ro"), folder.toString());
        if (!failure.isEmpty()) {
            throw new IOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            run("umount", "-l", folder.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String mount(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "mount";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return run(command);
    }

    /** What it said when it failed; else nothing. */
    private static String run(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            return e.getMessage();
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.waitFor() == 0 ? "" : command[0] + ": " + said;
    }
}
