package com.clientpay.connect.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code connect config}: a group of commands. */
@Command(
        name = "config",
        synopsisSubcommandLabel = "COMMAND",
        description = {"Look at the configuration."},
        subcommands = {ConfigShowCommand.class},
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  it is fine",
            "  1  it is not; standard error says why",
            "  2  the command was not understood",
            "",
            "connect config COMMAND --help explains one command, with examples."
        })
final class ConfigCommand implements Runnable {
    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: show.");
    }
}
