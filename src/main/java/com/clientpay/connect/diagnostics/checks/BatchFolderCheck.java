package com.clientpay.connect.diagnostics.checks;

import com.clientpay.connect.config.ConnectConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Whether batch files can be written, where the system takes receipts by its own import.
 *
 * @param takesBatches whether it does
 * @param layoutMistakes what is wrong with the layout
 * @param free the bytes that this user may still write there
 */
record BatchFolderCheck(
        ConnectConfig.Batches config,
        BooleanSupplier takesBatches,
        Supplier<Optional<String>> layoutMistakes,
        ToLongFunction<Path> free)
        implements Check {
    static final String NAME = "batch-folder";
    private static final long MEGABYTE = 1024L * 1024;
    private static final long TOO_LITTLE = 100 * MEGABYTE;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> needs() {
        return List.of(ContractVersionCheck.NAME);
    }

    @Override
    public Finding look() {
        boolean needed = takesBatches.getAsBoolean();
        if (config.folder().isEmpty()) {
            return needed
                    ? Finding.fail(
                            "the system takes receipts by its import, but batches.folder is not set",
                            "Set batches.folder to the folder that the import reads, and restart the connector. Until then"
                                    + " postings stay QUEUED; none is lost.")
                    : Finding.pass("not needed: the system books at once");
        }
        if (!needed) {
            return Finding.warn(
                    "batches.folder is set, but the system books at once",
                    "Take batches.folder away, unless another script pack is about to be installed.");
        }
        Optional<String> mistakes = layoutMistakes.get();
        if (mistakes.isPresent()) {
            return Finding.fail(
                    "the layout of batch files has mistakes\n" + mistakes.get(),
                    "Correct them; the connector reads the layout again by itself. Until then postings stay QUEUED.");
        }
        return folder(config.folder().get());
    }

    private Finding folder(Path folder) {
        String action =
                "Make it, or correct batches.folder; and give the user that the connector runs as the right to write"
                        + " and delete there.";
        if (!Files.isDirectory(folder)) {
            return Finding.fail(folder + (Files.exists(folder) ? " is no folder" : " is not there"), action);
        }
        if (!Files.isWritable(folder) || !Files.isReadable(folder)) {
            return Finding.fail(folder + " cannot be read and written by this user", action);
        }
        long bytes = free.applyAsLong(folder);
        String seen =
                String.format(Locale.ROOT, "%s can be written, %.1f GB free", folder, bytes / (1024.0 * MEGABYTE));
        return bytes < TOO_LITTLE ? Finding.fail(seen, "Make room on that disk.") : Finding.pass(seen);
    }
}
