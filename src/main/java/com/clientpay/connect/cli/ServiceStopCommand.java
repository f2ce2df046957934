package com.clientpay.connect.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code connect service stop} */
@Command(
        name = "stop",
        description = {
            "Stop the service and wait until it has stopped.",
            "Requests under way are answered first, for server.stop_timeout_seconds at most."
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  it is stopped",
            "  1  it is not, or this is not Windows; standard error says why",
            "  2  the command was not understood"
        })
final class ServiceStopCommand implements Runnable {
    @Mixin
    private WaitOption wait;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().getOut().println(ServiceOperations.ofThisMachine().stop(wait.patience()));
    }
}
