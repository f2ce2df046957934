package com.clientpay.connect.cli;

import com.clientpay.connect.database.mapping.MappingDatabase;
import com.clientpay.connect.database.scripts.ScriptException;
import com.clientpay.connect.database.signoff.MappingTotals;
import com.clientpay.connect.database.signoff.SignOffDatabase;
import com.clientpay.connect.diagnostics.checks.CheckReport;
import com.clientpay.connect.diagnostics.mapping.MappingChecks;
import com.clientpay.connect.http.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code connect scripts check} */
@Command(
        name = "check",
        description = {
            "Check the mapping of the firm's books, column by column, and say what to do about what is not right. Then show the"
                    + " totals that it gives, in the pack's two ways, for accounting to compare with its own reports.",
            "For whoever writes or installs a system's pack: missing views and columns, wrong types, missing values, ids that"
                    + " are not unique, rows that refer to nothing, searches without an index. Only reads, but reads whole"
                    + " tables: on a large database, run it when little is going on."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect scripts check",
            "  connect scripts check --user sa --password-file ~/sa-password --json",
            "",
            "Exit codes:",
            "  0  nothing fails; there may be warnings",
            "  1  something fails, or it could not be looked at",
            "  2  the command was not understood"
        })
final class ScriptsCheckCommand implements Callable<Integer> {
    @Mixin
    private DbaOption dba;

    @Mixin
    private JsonOption json;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        CheckReport report;
        try (MappingDatabase database = dba.open(MappingDatabase::open)) {
            report = MappingChecks.run(database);
        }
        Optional<MappingTotals> totals = Optional.empty();
        Optional<String> trouble = Optional.empty();
        try {
            totals = totals();
        } catch (ScriptException e) {
            trouble = Optional.of(e.getMessage());
        }
        var out = spec.commandLine().getOut();
        if (json.isWanted()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("summary", report.summary());
            answer.put("checks", report.checks());
            answer.put("totals", totals.map(MappingTotalsText::json));
            out.println(Json.pretty(answer));
        } else {
            out.print(Terminal.clean(report.table()));
            totals.ifPresent(shown -> {
                out.println();
                MappingTotalsText.print(out, shown);
            });
        }
        trouble.ifPresent(what -> spec.commandLine().getErr().println(Terminal.clean(what)));
        return report.isFine() && trouble.isEmpty() ? 0 : 1;
    }

    /** Empty where no pack has run, or older scripts. */
    private Optional<MappingTotals> totals() {
        try (SignOffDatabase database = dba.open(SignOffDatabase::open)) {
            return database.isInstalled() ? Optional.of(database.totals()) : Optional.empty();
        }
    }
}
