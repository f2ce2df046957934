package com.clientpay.connect.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code connect secret}: a group of commands. */
@Command(
        name = "secret",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Keep the passwords that connect.toml refers to by secret:NAME.",
            "On Windows they are protected for this machine, in secrets.dat beside connect.toml; elsewhere they stand in the"
                    + " file secrets beside it, readable by its owner only. A running connector reads them at its next start."
        },
        subcommands = {
            SecretSetCommand.class,
            SecretListCommand.class,
            SecretRemoveCommand.class,
            SecretImportCommand.class
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  it is fine",
            "  1  it is not; standard error says why",
            "  2  the command was not understood",
            "",
            "connect secret COMMAND --help explains one command, with examples."
        })
final class SecretCommand implements Callable<Integer> {
    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return Misuse.explain(spec);
    }
}
