package com.clientpay.connect.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code connect key}: a group of commands. */
@Command(
        name = "key",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Make, list and revoke the keys that callers of the API show.",
            "These commands work on the database that the configuration names, so they need no key themselves."
        },
        subcommands = {KeyCreateCommand.class, KeyListCommand.class, KeyRevokeCommand.class},
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  it is fine",
            "  1  it is not; standard error says why",
            "  2  the command was not understood",
            "",
            "connect key COMMAND --help explains one command, with examples."
        })
final class KeyCommand implements Callable<Integer> {
    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return Misuse.explain(spec);
    }
}
