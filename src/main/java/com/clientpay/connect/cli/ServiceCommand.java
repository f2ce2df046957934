package com.clientpay.connect.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code connect service}: a group of commands. */
@Command(
        name = "service",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "On Windows: install, start, stop, look at and remove the service ClientPayConnect.",
            "All but status need a window opened with \"Run as administrator\"."
        },
        subcommands = {
            ServiceInstallCommand.class,
            ServiceStartCommand.class,
            ServiceStopCommand.class,
            ServiceStatusCommand.class,
            ServiceUninstallCommand.class
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  it is fine",
            "  1  it is not, or this is not Windows; standard error says why",
            "  2  the command was not understood",
            "",
            "connect service COMMAND --help explains one command, with examples."
        })
final class ServiceCommand implements Callable<Integer> {
    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return Misuse.explain(spec);
    }
}
