package com.clientpay.connect.cli;

import com.clientpay.connect.diagnostics.bundle.Bundle;
import com.clientpay.connect.diagnostics.bundle.SupportBundle;
import com.clientpay.connect.diagnostics.checks.ConfigSource;
import com.clientpay.connect.platform.Platform;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The support bundle that the console asks the running connector for: what {@code connect support-bundle} makes. */
final class RunningBundle {
    private RunningBundle() {}

    /** @param file of the configuration */
    static SupportBundle of(ConfigSource source, Path file, Platform platform) {
        return (out, problems) -> {
            BundleContents contents = BundleContents.of(source, file, platform, System.getenv(), Optional.of(problems));
            new Bundle(Bundle.PATIENCE, contents.known(), contents.secrets())
                    .write(out, contents.jobs(), Instant.now().truncatedTo(ChronoUnit.SECONDS));
        };
    }
}
