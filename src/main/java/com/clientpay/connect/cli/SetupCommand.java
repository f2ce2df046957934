package com.clientpay.connect.cli;

import com.clientpay.connect.config.LoadedConfig;
import com.clientpay.connect.diagnostics.checks.CheckReport;
import com.clientpay.connect.diagnostics.checks.Checks;
import com.clientpay.connect.platform.Platform;
import com.clientpay.connect.platform.ThisSystem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code connect setup} */
@Command(
        name = "setup",
        description = {
            "Set the connector up, step by step: database, certificate, network, scripts, key, service, check.",
            "Each answer is tried at once. The configuration is written when the first three steps are right, and not before:"
                    + " a wrong answer, or none, leaves everything as it was. It can be run again at any time: what holds"
                    + " stands in brackets, and an empty answer keeps it. What it does not ask about stays."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect setup",
            "  connect setup --answers C:\\Temp\\answers.txt",
            "",
            "A file of answers has lines name = value; what is not in it stays or has its default. Names:",
            "  database.server, database.port (or an instance), database.name, database.authentication (sql, windows),",
            "  database.user, database.password_file, database.trusted_certificates, or database.url;",
            "  tls (pfx, self-signed, none, keep), tls.pfx, tls.pfx_password_file, tls.host;",
            "  server.host, server.port, server.allowed_addresses, firewall (yes, no);",
            "  scripts (apply, print, leave), scripts.system, scripts.user, scripts.password_file, scripts.file;",
            "  key (a name, none), key.file; service (yes, no).",
            "",
            "Exit codes:",
            "  0  it is set up, and nothing fails in the check at the end",
            "  1  it is not, or something fails; what was done was reported as done",
            "  2  the command was not understood"
        })
final class SetupCommand implements Callable<Integer> {
    private static final int STEPS = 7;

    @Option(
            names = "--answers",
            paramLabel = "FILE",
            description = "Take the answers from this file instead of asking; passwords from files that it names.")
    private Path answers;

    @Mixin
    private ConfigOption config;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Platform platform = Platforms.current();
        SetupQuestions questions =
                answers == null ? SetupQuestions.ofTerminal(out, System.in) : SetupQuestions.ofFile(out, answers);
        SetupDraft draft = new SetupDraft(
                config.file(),
                Home.folder().resolve("conf").resolve("connect.toml"),
                platform.secrets(config.file()),
                System.getenv());
        out.println("Setting up " + draft.file() + ". An empty answer takes what stands in brackets.");

        step(out, 1, "The firm's database");
        SetupDatabase database = new SetupDatabase(out, questions, draft);
        boolean connected = database.ask();
        step(out, 2, "The certificate");
        boolean certificate = new SetupCertificate(out, questions, draft).ask();
        step(out, 3, "The network");
        SetupNetwork network = new SetupNetwork(out, questions, draft);
        LoadedConfig wanted = network.ask(certificate);
        if (!connected) {
            database.failure(wanted.config().database()).ifPresent(failure -> {
                throw new CommandFailed(failure + "\nNothing was changed.");
            });
        }
        draft.write();
        questions.written();
        out.println("Written: " + draft.file() + ".");
        LoadedConfig loaded = config.load();
        network.openFirewall(loaded, platform.firewall());

        step(out, 4, "The scripts");
        boolean ready = new SetupScripts(out, questions, loaded.config().database(), draft.home()).run();
        step(out, 5, "A key");
        if (ready) {
            new SetupKey(out, questions).make(loaded);
        } else {
            out.println(
                    "Skipped: keys are kept in the database, which is not ready. connect key create makes one later.");
        }
        step(out, 6, "The service");
        service(out, questions);
        step(out, 7, "The check");
        CheckReport report = Checks.ofConfiguration(config::read, Clock.systemUTC(), platform)
                .run();
        out.print(Terminal.clean(report.table()));
        return report.isFine() ? 0 : 1;
    }

    private static void step(PrintWriter out, int number, String what) {
        out.println();
        out.println("[" + number + "/" + STEPS + "] " + what);
    }

    /** Through the commands that a person would use, so that there is one way to do it. */
    private void service(PrintWriter out, SetupQuestions questions) {
        if (!ThisSystem.isWindows()) {
            out.println("Skipped: services are set up here on Windows only; start it with connect run.");
            return;
        }
        if (!questions.confirm("service", "Install and start the Windows service")) {
            out.println("The service stays as it is.");
            return;
        }
        // Stopped first: one that runs goes on with the configuration that it was started with.
        for (List<String> arguments :
                List.of(List.of("service", "install"), List.of("service", "stop"), List.of("service", "start"))) {
            int code = Commands.line(arguments.toArray(String[]::new))
                    .setOut(out)
                    .setErr(spec.commandLine().getErr())
                    .execute(arguments.toArray(String[]::new));
            if (code != 0) {
                out.println("Not done: connect " + String.join(" ", arguments) + " says above why.");
                return;
            }
        }
    }
}
