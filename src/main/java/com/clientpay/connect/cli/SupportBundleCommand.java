package com.clientpay.connect.cli;

import com.clientpay.connect.diagnostics.bundle.Bundle;
import com.clientpay.connect.diagnostics.bundle.Bundle.Outcome;
import com.clientpay.connect.diagnostics.bundle.BundleJob;
import com.clientpay.connect.http.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code connect support-bundle} */
@Command(
        name = "support-bundle",
        description = {
            "Put what ClientPay's support needs into one zip: checks, configuration, versions, logs, events, figures.",
            "Lists what it will hold and asks before it writes. Only what is known to be harmless goes in: no secret, no"
                    + " payer, client or matter, no name or path of the firm; the rest stands as [withheld]. Works while the"
                    + " connector is stopped or the database away: what cannot be had is listed with the reason."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect support-bundle",
            "  connect support-bundle --yes --output C:\\Temp\\connect.zip",
            "",
            "With a key of scope admin in CONNECT_KEY the last refused requests are in it too.",
            "",
            "Exit codes:",
            "  0  the zip was written; it may lack what could not be had",
            "  1  it was not: the answer was not yes, or the file cannot be written",
            "  2  the command was not understood"
        })
final class SupportBundleCommand implements Runnable {
    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "The zip to write. Default: clientpay-connect-support-<time>.zip in the current folder.")
    private Path output;

    @Option(names = "--yes", description = "Do not ask; needed where nobody sits at the input.")
    private boolean yes;

    @Mixin
    private JsonOption json;

    @Mixin
    private ConfigOption config;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        var out = json.isWanted()
                ? spec.commandLine().getErr()
                : spec.commandLine().getOut();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Path file = (output == null ? Path.of(Bundle.fileName(now)) : output)
                .toAbsolutePath()
                .normalize();
        BundleContents contents =
                BundleContents.of(config::read, config.file(), Platforms.current(), System.getenv(), Optional.empty());
        List<BundleJob> jobs = contents.jobs();
        out.println("The support bundle will hold");
        out.println();
        Table table = new Table("FILE", "WHAT");
        jobs.forEach(job -> table.row(job.file(), job.holds()));
        table.row("report.txt, report.json", "which of these could be made, and why not");
        table.print(out, "");
        out.println();
        if (!yes && !Confirmation.ask(out, System.in, "Write " + file + "?")) {
            throw new CommandFailed("Nothing was written. Say yes, or --yes where nobody sits at the input.");
        }
        List<Outcome> outcomes = new ArrayList<>();
        OwnerOnlyFile.replace(
                file,
                zip -> outcomes.addAll(
                        new Bundle(Bundle.PATIENCE, contents.known(), contents.secrets()).write(zip, jobs, now)));
        report(file, outcomes);
    }

    private void report(Path file, List<Outcome> outcomes) {
        var out = spec.commandLine().getOut();
        if (json.isWanted()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("file", file.toString());
            answer.put("files", outcomes);
            out.println(Json.pretty(answer));
            return;
        }
        for (Outcome outcome : outcomes) {
            if (!outcome.made()) {
                out.println("Missing " + outcome.file() + ": "
                        + Terminal.cleanLine(
                                outcome.reason().lines().findFirst().orElse("")));
            }
        }
        out.println("Written " + file + ". Look into it before you send it; only you can read it.");
    }
}
