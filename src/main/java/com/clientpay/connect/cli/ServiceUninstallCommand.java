package com.clientpay.connect.cli;

import com.clientpay.connect.windows.EventSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code connect service uninstall} */
@Command(
        name = "uninstall",
        description = {
            "Stop the service and remove its registration.",
            "Configuration and logs stay. One that is gone already is fine."
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  it is removed, or was not there",
            "  1  it is not removed, or this is not Windows; standard error says why",
            "  2  the command was not understood"
        })
final class ServiceUninstallCommand implements Runnable {
    @Mixin
    private WaitOption wait;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().getOut().println(ServiceOperations.ofThisMachine().uninstall(wait.patience()));
        EventSource.unregister();
    }
}
