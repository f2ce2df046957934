package com.clientpay.connect.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code connect windows}: a group of commands. */
@Command(
        name = "windows",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "On Windows: what the installer does beside copying files.",
            "Needs a window opened with \"Run as administrator\"."
        },
        subcommands = WindowsPrepareCommand.class,
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  it is fine",
            "  1  it is not, or this is not Windows; standard error says why",
            "  2  the command was not understood",
            "",
            "connect windows COMMAND --help explains one command, with examples."
        })
final class WindowsCommand implements Callable<Integer> {
    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return Misuse.explain(spec);
    }
}
