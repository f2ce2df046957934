package com.clientpay.connect.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code connect} without a command: says which there are. */
@Command(
        name = "connect",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Posts ClientPay payments into a law firm's books, each exactly once.",
            "",
            "To see it work, without any set-up: connect demo",
            ""
        },
        subcommands = HelpCommand.class,
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  it is fine",
            "  1  it is not; standard error says why",
            "  2  the command was not understood",
            "",
            "connect COMMAND --help explains one command, with examples."
        })
final class ConnectCommand implements Runnable {
    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say which command to run.");
    }
}
