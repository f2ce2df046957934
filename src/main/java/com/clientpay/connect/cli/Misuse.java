package com.clientpay.connect.cli;

import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** What a group of commands does when none of them is named: it explains itself, and that was not fine. */
final class Misuse {
    private Misuse() {}

    static int explain(CommandSpec spec) {
        spec.commandLine().usage(spec.commandLine().getErr(), Ansi.OFF);
        return ExitCode.USAGE;
    }
}
