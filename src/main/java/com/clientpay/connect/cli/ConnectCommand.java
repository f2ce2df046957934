package com.clientpay.connect.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
final class ConnectCommand implements Callable<Integer> {
    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return Misuse.explain(spec);
    }
}
