package com.clientpay.connect.cli;

import com.clientpay.connect.database.scripts.ScriptDatabase;
import com.clientpay.connect.database.scripts.ScriptSet;
import com.clientpay.connect.diagnostics.checks.CheckReport;
import com.clientpay.connect.diagnostics.scripts.ScriptChecks;
import com.clientpay.connect.http.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code connect scripts verify} */
@Command(
        name = "verify",
        description = {
            "Compare what is installed with the files: the firm's tables as far as the scripts use them, checksums, texts of"
                    + " procedures, SET options, owners, and the contract with this connector.",
            "Changes nothing. A server that cannot describe what a procedure answers has it executed in a transaction that"
                    + " is rolled back; the result says so."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect scripts verify",
            "  connect scripts verify --user sa --password-file ~/sa-password --json",
            "",
            "Exit codes:",
            "  0  nothing fails; there may be warnings",
            "  1  something fails, or it could not be looked at",
            "  2  the command was not understood"
        })
final class ScriptsVerifyCommand implements Callable<Integer> {
    @Mixin
    private ScriptSetOption scripts;

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
        try (ScriptDatabase database = dba.open(ScriptDatabase::open)) {
            ScriptSet set = scripts.read(database.installed());
            CheckReport report = ScriptChecks.run(set, database);
            var out = spec.commandLine().getOut();
            if (json.isWanted()) {
                out.println(Json.pretty(report));
            } else {
                out.print(Terminal.clean(report.table()));
            }
            return report.isFine() ? 0 : 1;
        }
    }
}
