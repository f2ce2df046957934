package com.clientpay.connect.batches;

import com.clientpay.connect.config.BatchLayout;
import com.clientpay.connect.config.BatchLayoutFile;
import com.clientpay.connect.config.ConfigException;
import com.clientpay.connect.posting.FirmDatabase;
import java.nio.file.Path;
import java.util.Optional;

/** Where the layout of batch files comes from. Read each time that it is needed: a corrected file counts at once. */
@FunctionalInterface
public interface LayoutSource {

    /** @throws ConfigException with every mistake in it */
    BatchLayout load() throws ConfigException;

    /** The firm's own file, if there is one; else the one of its system's script pack. */
    static LayoutSource of(Optional<Path> file, FirmDatabase firm) {
        return () -> file.isPresent() ? BatchLayoutFile.load(file.get()) : BatchLayoutFile.ofSystem(firm.systemName());
    }
}
