package com.clientpay.connect.cli;

import com.clientpay.connect.Connector;
import com.clientpay.connect.config.LoadedConfig;
import com.clientpay.connect.config.Version;
import com.clientpay.connect.logging.Logging;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
        LoadedConfig loaded = config.load();
        Logging.toFiles(loaded.config().logs(), console);
        Logger log = LoggerFactory.getLogger(RunCommand.class);
        loaded.warnings().forEach(log::warn);
        try (StopSignal stop = StopSignal.register()) {
            try (Connector connector = Connector.start(loaded.config(), config::read, Clock.systemUTC());
                    SharedArchive archive = new SharedArchive()) {
                log.info(
                        "ClientPay Connect {} listens on {}, and for commands on {}",
                        Version.current(),
                        connector.url(),
                        connector.loopbackUrl());
                archive.makeUnlessCurrent();
                stop.await();
                log.info("Stopping");
            }
            log.info("Stopped");
        }
    }
}
