package com.clientpay.connect.diagnostics.mapping;

import com.clientpay.connect.database.mapping.MappedView;
import com.clientpay.connect.database.mapping.MappingDatabase;
import com.clientpay.connect.diagnostics.checks.Finding;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether there is a pack to look at, and whether its last script has run. */
final class PackCheck extends MappingCheck {
    static final String NAME = "pack";

    private final MappingDatabase database;

    PackCheck(MappingDatabase database) {
        super(NAME);
        this.database = database;
    }

    @Override
    Finding examine() {
        Optional<String> system = database.installedSystem();
        boolean anyView = Stream.of(MappedView.values()).anyMatch(database::has);
        if (system.isPresent()) {
            return Finding.pass(system.get());
        }
        return anyView
                ? Finding.warn(
                        "there are views of a pack, but its last script has not run",
                        "Run the pack's whole folder, to the script that writes its name into table Installation.")
                : Finding.fail(
                        "no system's pack is in this database",
                        "Is it the right one? connect scripts apply --system NAME installs a pack.");
    }
}
