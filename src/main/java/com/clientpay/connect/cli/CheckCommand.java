package com.clientpay.connect.cli;

import com.clientpay.connect.diagnostics.checks.CheckReport;
import com.clientpay.connect.diagnostics.checks.Checks;
import com.clientpay.connect.http.Json;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code connect check} */
@Command(
        name = "check",
        description = {
            "Check everything the connector needs, and say what to do about what is not right.",
            "Configuration, secrets, Java, Windows, log folder, disk space, archive of classes, ports, certificate, database, the login's"
                    + " rights, procedures, lists, durability, clock, waiting postings, batch files. Takes ten seconds at"
                    + " most and changes nothing. Run it after set-up, after every"
                    + " change, and before you call support."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect check",
            "  connect check --json | jq -r '.checks[] | select(.status == \"FAIL\") | .name'",
            "",
            "Exit codes:",
            "  0  nothing fails; there may be warnings",
            "  1  something fails",
            "  2  the command was not understood"
        })
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private JsonOption json;

    @Mixin
    private ConfigOption config;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        CheckReport report = Checks.ofConfiguration(config::read, Clock.systemUTC(), Platforms.current())
                .run();
        var out = spec.commandLine().getOut();
        if (json.isWanted()) {
            out.println(Json.pretty(report));
        } else {
            out.print(Terminal.clean(report.table()));
        }
        return report.isFine() ? 0 : 1;
    }
}
