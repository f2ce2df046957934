package com.clientpay.connect.cli;

import com.clientpay.connect.config.ConnectConfig;
import com.clientpay.connect.windows.ConnectService;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code connect service start} */
@Command(
        name = "start",
        description = {
            "Start the service and wait until the connector answers.",
            "Windows shows it as Running some seconds before that. Whether the database answers is another question:"
                    + " connect check."
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  it runs, and answers",
            "  1  it does not, or this is not Windows; standard error says why",
            "  2  the command was not understood"
        })
final class ServiceStartCommand implements Runnable {
    @Mixin
    private WaitOption wait;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        var patience = wait.patience();
        ConnectService.ofThisMachine().report(); // says so where there are no services
        ConnectConfig config = new ConfigOption().load().config();
        int port = config.server().loopbackPort();
        Optional<URI> loopback = port == 0 ? Optional.empty() : Optional.of(URI.create("http://127.0.0.1:" + port));
        spec.commandLine()
                .getOut()
                .println(ServiceOperations.ofThisMachine()
                        .start(loopback, Home.data().resolve("logs"), patience));
    }
}
