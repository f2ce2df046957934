package com.clientpay.connect.diagnostics.bundle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The end of a log file, of at most two megabytes, also while it is being written. */
public final class LogFile {
    private static final int MOST_BYTES = 2 << 20;

    private LogFile() {}

    /**
     * The last lines of that file.
     *
     * @throws IllegalStateException when there is none, or it cannot be read
     */
    public static List<String> last(Path folder, String name, int most) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException("there is no such file in the log folder");
        }
        return tail(file, most);
    }

    /**
     * The last lines of the newest file whose name matches.
     *
     * @throws IllegalStateException when there is none, or it cannot be read
     */
    public static List<String> newest(Path folder, String pattern, int most) {
        Optional<Path> newest = Optional.empty();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                newest = files.filter(file -> file.getFileName().toString().matches(pattern))
                        .max(Comparator.comparing(file -> file.toFile().lastModified()));
            } catch (IOException e) {
                throw new IllegalStateException("the log folder cannot be read", e);
            }
        }
        return tail(
                newest.orElseThrow(() -> new IllegalStateException("there is no such file in the log folder")), most);
    }

    private static List<String> tail(Path file, int most) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            int length = (int) Math.min(size, MOST_BYTES);
            ByteBuffer bytes = ByteBuffer.allocate(length);
            channel.position(size - length);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                continue;
            }
            List<String> lines = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            int from = Math.max(length < size ? 1 : 0, lines.size() - most);
            return lines.subList(Math.min(from, lines.size()), lines.size());
        } catch (IOException e) {
            throw new IllegalStateException("the file cannot be read", e);
        }
    }
}
