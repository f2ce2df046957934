package com.clientpay.connect.windows;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A service as the service control manager has it. What it does not tell is empty.
 *
 * @param processId 0 when it does not run
 * @param exitCode of its last end, a number of Windows; 0 is fine, 1066 means that {@code specificExitCode} says more,
 *     1067 that its process ended unexpectedly, 1077 that it was never started
 * @param specificExitCode the service's own
 * @param account that it runs as
 * @param startType "automatic (delayed)", "automatic", "manual" or "disabled"
 * @param imagePath the command line of its process
 * @param recovery one step for each failure, the last for all that follow
 * @param failuresForgottenAfter without a failure in between
 * @param recoversFromErrors whether a stop that reports an error counts as a failure, as a vanished process does
 */
public record ServiceReport(
        ServiceState state,
        int processId,
        int exitCode,
        int specificExitCode,
        String account,
        String startType,
        String displayName,
        String imagePath,
        Optional<List<RecoveryStep>> recovery,
        Optional<Duration> failuresForgottenAfter,
        Optional<Boolean> recoversFromErrors) {}
