package com.clientpay.connect.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code connect database}: a group of commands. */
@Command(
        name = "database",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Look at the firm's database, and give a restored copy of it an id of its own.",
            "These commands work on the database that the configuration names, and need no key."
        },
        subcommands = {DatabaseShowCommand.class, DatabaseAdoptCommand.class},
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  it is fine",
            "  1  it is not; standard error says why",
            "  2  the command was not understood",
            "",
            "connect database COMMAND --help explains one command, with examples."
        })
final class DatabaseCommand implements Callable<Integer> {
    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return Misuse.explain(spec);
    }
}
