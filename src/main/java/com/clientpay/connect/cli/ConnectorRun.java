package com.clientpay.connect.cli;

import com.clientpay.connect.Connector;
import com.clientpay.connect.config.ConnectConfig;
import com.clientpay.connect.config.LoadedConfig;
import com.clientpay.connect.config.Version;
import com.clientpay.connect.logging.Logging;
import com.clientpay.connect.platform.EventLog;
import com.clientpay.connect.platform.ServiceEvent;
import java.time.Clock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connector from its start to its end, the same in the foreground and as a service. */
final class ConnectorRun {
    private static final Logger log = LoggerFactory.getLogger(ConnectorRun.class);

    private final ConfigOption config;
    private final boolean console;
    private final Consumer<ConnectConfig> stop;
    private final EventLog events = Platforms.current().events();
    private boolean started;

    private ConnectorRun(ConfigOption config, boolean console, Consumer<ConnectConfig> stop) {
        this.config = config;
        this.console = console;
        this.stop = stop;
    }

    /**
     * Returns when the connector was told to stop and has. How it started and ended is reported to the event log and the
     * log, and a failure thrown besides.
     *
     * @param console whether the log is shown on standard error too
     * @param stop called when the connector runs; returns when it shall stop
     */
    static void untilToldToStop(ConfigOption config, boolean console, Consumer<ConnectConfig> stop) {
        new ConnectorRun(config, console, stop).run();
    }

    private void run() {
        try {
            LoadedConfig loaded = config.load();
            Logging.toFiles(loaded.config().logs(), console);
            loaded.warnings().forEach(log::warn);
            run(loaded.config());
        } catch (RuntimeException | Error e) {
            RunFailure.report(events, e, started);
            throw e;
        }
    }

    private void run(ConnectConfig loaded) {
        try (Connector connector = Connector.start(
                        loaded,
                        config::read,
                        Clock.systemUTC(),
                        Platforms.current(),
                        RunningBundle.of(config::read, config.file(), Platforms.current()));
                RunMarker marker = RunMarker.begin(loaded.logs().folder());
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
            stop.accept(loaded);
            log.info("Stopping");
        }
        log.info("Stopped");
        events.report(ServiceEvent.STOPPED, "ClientPay Connect " + Version.current() + ".");
    }
}
