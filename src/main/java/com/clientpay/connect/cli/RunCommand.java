package com.clientpay.connect.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code connect run} */
@Command(
        name = "run",
        description = {
            "Run the connector until it is told to stop: what a service starts.",
            "A database that is away does not keep it from starting: it says not ready, and is ready as soon as the"
                    + " database is back. SIGTERM and Ctrl-C stop it when the requests under way are answered, or after"
                    + " server.stop_timeout_seconds."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect run --console",
            "  connect run --config /etc/clientpay/connect.toml",
            "",
            "Exit codes:",
            "  0  it was told to stop, and did",
            "  1  it could not start: every mistake of the configuration is listed, or the port that is taken",
            "  2  the command was not understood"
        })
final class RunCommand implements Runnable {
    @Option(names = "--console", description = "In the foreground: show the log on standard error too.")
    private boolean console;

    @Mixin
    private ConfigOption config;

    @Mixin
    private HelpOption help;

    @Override
    public void run() {
        try (StopSignal stop = StopSignal.register()) {
            ConnectorRun.untilToldToStop(config, console, running -> stop.await());
        }
    }
}
