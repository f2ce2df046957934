package com.clientpay.connect.cli;

import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --wait}: for how long a command waits for what it began. */
final class WaitOption {
    private static final int MOST = 600;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "For how long to wait, 1 to " + MOST + ". Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    Duration patience() {
        if (seconds < 1 || seconds > MOST) {
            throw new ParameterException(spec.commandLine(), "--wait is 1 to " + MOST + ", not " + seconds + ".");
        }
        return Duration.ofSeconds(seconds);
    }
}
