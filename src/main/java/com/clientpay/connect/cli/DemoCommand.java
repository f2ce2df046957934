package com.clientpay.connect.cli;

import com.clientpay.connect.Connector;
import com.clientpay.connect.background.InBackground;
import com.clientpay.connect.config.ConnectConfig;
import com.clientpay.connect.config.Version;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.DatabasePool;
import com.clientpay.connect.demo.DemoDelivery;
import com.clientpay.connect.demo.DemoFirm;
import com.clientpay.connect.demo.DemoImport;
import com.clientpay.connect.demo.DemoOptions;
import com.clientpay.connect.demo.DemoSize;
import com.clientpay.connect.demo.Progress;
import com.clientpay.connect.logging.Logging;
import com.clientpay.connect.platform.PortablePlatform;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code connect demo} */
@Command(
        name = "demo",
        description = {
            "Start the connector in front of a made-up law firm, and print four curl lines to try it with.",
            "Needs no configuration and no database server. The firm has 200 clients, 1,000 matters and 3,000 open"
                    + " invoices. Without --data it is gone when the demo stops."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect demo",
            "  connect demo --data ~/demo-firm          (the same firm, postings and key every time)",
            "  connect demo --matters 100000            (a large firm, five open invoices a matter)",
            "  connect demo --delivery batch            (a firm that takes receipts by its own import)",
            "",
            "Exit codes:",
            "  0  it was stopped by Ctrl-C or SIGTERM",
            "  1  it could not start; standard error says why",
            "  2  the command was not understood"
        })
final class DemoCommand implements Runnable {
    private static final int PORT = 32321;
    private static final int LOOPBACK_PORT = 32322;
    /** So that somebody can see a posting QUEUED, and its file. */
    private static final long IMPORT_AGE_SECONDS = 8;

    @Option(names = "--matters", paramLabel = "N", description = "Make a firm of so many matters, 1 to 1000000.")
    private Integer matters;

    @Option(names = "--data", paramLabel = "DIR", description = "Keep the firm in this folder between runs.")
    private Path folder;

    @Option(
            names = "--delivery",
            paramLabel = "HOW",
            defaultValue = "PROCEDURE",
            description =
                    "procedure: payments are booked at once (the default); batch: they are QUEUED, written into files in"
                            + " a folder, and booked by the firm's own import some seconds later.")
    private DemoDelivery delivery;

    @Option(
            names = "--port",
            paramLabel = "P",
            description = "The port to listen on. Default: " + PORT + ", or a free one if that is taken.")
    private Integer port;

    @Option(
            names = "--loopback-port",
            paramLabel = "P",
            description = "The port for commands and metrics. Default: " + LOOPBACK_PORT
                    + ", or a free one if that is taken.")
    private Integer loopbackPort;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show the log: a line for each request.")
    private boolean verbose;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        if (verbose) {
            Logging.toConsole(ConnectConfig.Level.INFO);
        }
        PrintWriter out = spec.commandLine().getOut();
        try (StopSignal stop = StopSignal.register()) {
            try (DemoFirm firm = DemoFirm.begin(options())) {
                ConnectConfig config = DemoConfig.of(
                        firm.url(),
                        firm.importFolder(),
                        folder != null,
                        DemoConfig.freePort(Optional.ofNullable(port), PORT),
                        DemoConfig.freePort(Optional.ofNullable(loopbackPort), LOOPBACK_PORT));
                // The firm is made while the connector starts: both take some tenths of a second.
                InBackground<String> made = InBackground.begin("demo-firm", () -> {
                    firm.make(progress());
                    return key(config);
                });
                try (Connector connector = Connector.listen(
                                config,
                                DemoConfig.source(config),
                                Clock.systemUTC(),
                                new PortablePlatform(),
                                DemoConfig.bundle(config));
                        DemoKey.ForConsole forConsole = new DemoKey.ForConsole(loopbackPort(connector));
                        SharedArchive archive = new SharedArchive();
                        DemoImport firmsImport = firmsImport(firm)) {
                    String key = made.result();
                    connector.work();
                    firm.importFolder().ifPresent(there -> firmsImport.start());
                    forConsole.lay(key);
                    introduce(out, connector, key, firm.importFolder());
                    archive.makeUnlessCurrent();
                    stop.await();
                    out.println("Stopping.");
                }
            }
            out.println(
                    folder == null
                            ? "Stopped; nothing is left behind."
                            : "Stopped; the firm is kept in " + folder + ".");
        }
    }

    private String key(ConnectConfig config) {
        try (Database database =
                new Database(DatabasePool.open(config.database().withPoolSize(1)))) {
            return DemoKey.of(database, Optional.ofNullable(folder));
        }
    }

    private DemoOptions options() {
        try {
            DemoSize size = matters == null ? DemoSize.STANDARD : DemoSize.ofMatters(matters);
            return new DemoOptions(size, Optional.ofNullable(folder), delivery);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    /** Idle for a firm that books at once. */
    private static DemoImport firmsImport(DemoFirm firm) {
        return new DemoImport(
                firm.url(), firm.importFolder().orElse(Path.of("")), Duration.ofSeconds(IMPORT_AGE_SECONDS));
    }

    private Progress progress() {
        return matters == null
                ? Progress.NONE
                : new ProgressLine(spec.commandLine().getErr(), ProgressLine.isTerminal());
    }

    private void introduce(PrintWriter out, Connector connector, String key, Optional<Path> importFolder) {
        out.println("ClientPay Connect " + Version.current() + ", in front of a made-up law firm");
        out.println();
        sayIfOther(out, connector.url(), port, PORT);
        sayIfOther(out, connector.loopbackUrl(), loopbackPort, LOOPBACK_PORT);
        Api api = new Api(URI.create(connector.loopbackUrl()), Optional.of(key));
        new DemoIntroduction(api, connector.url(), key, DemoIntroduction.Quoting.ofThisSystem())
                .print(out, importFolder, console(connector));
        out.flush();
    }

    /** How the console of this demo is opened. */
    private static String console(Connector connector) {
        return loopbackPort(connector) == LOOPBACK_PORT
                ? "connect console"
                : "connect console --url " + connector.loopbackUrl();
    }

    private static int loopbackPort(Connector connector) {
        return URI.create(connector.loopbackUrl()).getPort();
    }

    private static void sayIfOther(PrintWriter out, String url, Integer wanted, int usual) {
        if (wanted == null && URI.create(url).getPort() != usual) {
            out.println(
                    "Port " + usual + " is taken; this is " + URI.create(url).getPort() + " instead.");
        }
    }
}
