package com.clientpay.connect.windows;

import java.time.Duration;
import java.util.List;

/**
 * How the service is set up, beyond what procrun itself registers.
 *
 * @param recovery one step for each failure, the last for all that follow
 * @param failuresForgottenAfter without a failure in between
 */
public record ServiceSettings(
        String displayName,
        String description,
        ServiceAccount account,
        List<RecoveryStep> recovery,
        Duration failuresForgottenAfter) {

    /** The connector's own. */
    public static ServiceSettings of(ServiceAccount account) {
        return new ServiceSettings(
                "ClientPay Connect",
                "Posts ClientPay payments into the firm's books, each exactly once. Its logs: %ProgramData%\\ClientPay"
                        + " Connect\\logs",
                account,
                List.of(restartAfter(5), restartAfter(20), restartAfter(60)),
                Duration.ofDays(1));
    }

    private static RecoveryStep restartAfter(int seconds) {
        return new RecoveryStep("restart", Duration.ofSeconds(seconds));
    }
}
