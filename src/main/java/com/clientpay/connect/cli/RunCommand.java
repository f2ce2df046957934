package com.clientpay.connect.cli;

import com.clientpay.connect.Connector;
import com.clientpay.connect.config.LoadedConfig;
import com.clientpay.connect.config.Version;
import com.clientpay.connect.logging.Logging;
import com.clientpay.connect.platform.EventLog;
import com.clientpay.connect.platform.ServiceEvent;
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

    private boolean started;

    @Override
    public void run() {
        EventLog events = Platforms.current().events();
        try {
            run(events);
        } catch (RuntimeException | Error e) {
            RunFailure.report(events, e, started);
            throw e;
        }
    }

    private void run(EventLog events) {
        LoadedConfig loaded = config.load();
        Logging.toFiles(loaded.config().logs(), console);
        Logger log = LoggerFactory.getLogger(RunCommand.class);
        loaded.warnings().forEach(log::warn);
        try (StopSignal stop = StopSignal.register()) {
            try (Connector connector = Connector.start(loaded.config(), config::read, Clock.systemUTC(), events);
                    RunMarker marker = RunMarker.begin(loaded.config().logs().folder());
                    SharedArchive archive = new SharedArchive()) {
                started = true;
                marker.unexpectedEnd().ifPresent(before -> {
                    log.warn("The connector had ended without being stopped. {}", before);
                    events.report(ServiceEvent.ENDED_UNEXPECTEDLY, before);
                });
                String where = "ClientPay Connect " + Version.current() + " listens on " + connector.url()
                        + ", and for commands on " + connector.loopbackUrl();
                log.info(where);
                events.report(ServiceEvent.STARTED, where + ".");
                archive.makeUnlessCurrent();
                stop.await();
                log.info("Stopping");
            }
            log.info("Stopped");
            events.report(ServiceEvent.STOPPED, "ClientPay Connect " + Version.current() + ".");
        }
    }
}
