package com.clientpay.connect.process;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The clock that a process sees, by libfaketime (Debian: apt install faketime). It can be set while the process runs, as a
 * person or a time service sets a machine's; what measures times that pass (the monotonic clock) is left alone, as it is then.
 */
final class FakeClock {
    private final Path library;
    private final Path file;

    private FakeClock(Path library, Path file) {
        this.library = library;
        this.file = file;
    }

    /** Where the library is missing the test is skipped and says so. */
    static FakeClock in(Path folder) throws IOException {
        Optional<Path> library;
        try (Stream<Path> folders = Files.list(Path.of("/usr/lib"))) {
            library = folders.map(at -> at.resolve("faketime/libfaketimeMT.so.1"))
                    .filter(Files::exists)
                    .findFirst();
        }
        assumeTrue(library.isPresent(), "libfaketime is not installed: apt install faketime");
        FakeClock clock = new FakeClock(library.get(), folder.resolve("clock"));
        clock.shift(Duration.ZERO);
        return clock;
    }

    Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD", library.toString(),
                "FAKETIME_TIMESTAMP_FILE", file.toString(),
                "FAKETIME_CACHE_DURATION", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                "DONT_FAKE_MONOTONIC", "1");
    }

    /** From now on, within a second, it is that much ahead of the true time, or behind. */
    void shift(Duration ahead) throws IOException {
        Path next = Files.writeString(file.resolveSibling("clock.next"), "%+d\n".formatted(ahead.toSeconds()));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void set(Instant time) throws IOException {
        shift(Duration.between(Instant.now(), time));
    }
}
