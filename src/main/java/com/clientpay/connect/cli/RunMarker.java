package com.clientpay.connect.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file {@code connect.running} in the log folder: there while the connector runs, taken away by a stop in good order. A
 * process that was killed or ran out of memory cannot say so; the next one sees its file. Where it cannot be written nothing
 * is noticed, and nothing else is wrong.
 */
final class RunMarker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RunMarker.class);
    private static final String NAME = "connect.running";

    private final Path file;
    private final Optional<String> unexpectedEnd;

    private RunMarker(Path file, Optional<String> unexpectedEnd) {
        this.file = file;
        this.unexpectedEnd = unexpectedEnd;
    }

    /** Marks this process as running. */
    static RunMarker begin(Path logFolder) {
        Path file = logFolder.resolve(NAME);
        Optional<String> before = before(file);
        try {
            Files.writeString(
                    file, ProcessHandle.current().pid() + " " + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\n");
        } catch (IOException e) {
            log.debug("There is no mark of this run", e);
        }
        return new RunMarker(file, before);
    }

    /** What the run before left, as a sentence; empty when it was stopped in good order or is still running. */
    Optional<String> unexpectedEnd() {
        return unexpectedEnd;
    }

    private static Optional<String> before(Path file) {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String[] said =
                    Files.readString(file, StandardCharsets.UTF_8).strip().split(" ");
            Instant since = Instant.parse(said[1]);
            return isRunning(Long.parseLong(said[0]), since)
                    ? Optional.empty()
                    : Optional.of("It had been running since " + since + " as process " + said[0] + ".");
        } catch (IOException | RuntimeException e) {
            return Optional.of("When it had started is not known.");
        }
    }

    /** Another process may have got the number since; it began later than the mark was written. */
    private static boolean isRunning(long pid, Instant since) {
        return pid != ProcessHandle.current().pid()
                && ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .flatMap(process -> process.info().startInstant())
                        .filter(started -> started.isBefore(since.plusSeconds(1)))
                        .isPresent();
    }

    /** The end is one in good order. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.debug("The mark of this run stays", e);
        }
    }
}
