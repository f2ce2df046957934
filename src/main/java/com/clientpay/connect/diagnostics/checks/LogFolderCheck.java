package com.clientpay.connect.diagnostics.checks;

import com.clientpay.connect.logging.Logging;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether log files can be written. Does not make the folder: made by an administrator who runs the check, it would be
 * closed to the service.
 *
 * @param trouble what keeps the running connector from writing
 */
record LogFolderCheck(Path folder, Supplier<Optional<String>> trouble) implements Check {
    static final String NAME = "log-folder";
    private static final String ACTION =
            "Give the user that the connector runs as the right to write there, or set logs.folder to another folder.";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Finding look() {
        Optional<String> problem = trouble.get();
        if (problem.isPresent()) {
            return Finding.fail(problem.get(), ACTION);
        }
        if (Files.isDirectory(folder)) {
            return Logging.unwritable(folder)
                    .map(reason -> Finding.fail(reason, ACTION))
                    .orElseGet(() -> Finding.pass(folder + " can be written"));
        }
        return Files.isWritable(Folders.existing(folder)) && !Files.exists(folder)
                ? Finding.pass(folder + " will be made at the first start")
                : Finding.fail(folder + " is no folder and cannot be made one", ACTION);
    }
}
