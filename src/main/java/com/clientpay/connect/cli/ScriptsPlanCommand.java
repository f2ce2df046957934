package com.clientpay.connect.cli;

import com.clientpay.connect.database.scripts.Installed;
import com.clientpay.connect.database.scripts.ScriptDatabase;
import com.clientpay.connect.database.scripts.ScriptPlan;
import com.clientpay.connect.database.scripts.ScriptTarget;
import com.clientpay.connect.http.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code connect scripts plan} */
@Command(
        name = "plan",
        description = {
            "Show which scripts would run, and why: new, changed since they last ran, or built on what changes.",
            "Changes nothing. Works on an empty database too."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect scripts plan --system reference",
            "  connect scripts plan --user sa --password-file ~/sa-password --json",
            "",
            "Exit codes:",
            "  0  the plan was printed",
            "  1  it could not be made; standard error says why",
            "  2  the command was not understood"
        })
final class ScriptsPlanCommand implements Runnable {
    @Mixin
    private ScriptSetOption scripts;

    @Option(names = "--all", description = "Plan for apply --all: what is unchanged runs too.")
    private boolean all;

    @Mixin
    private DbaOption dba;

    @Mixin
    private JsonOption json;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        try (ScriptDatabase database = dba.open(ScriptDatabase::open)) {
            Installed installed = database.installed();
            ScriptPlan plan = ScriptPlan.of(scripts.read(installed), installed, all);
            ScriptTarget target = database.target();
            var out = spec.commandLine().getOut();
            if (json.isWanted()) {
                out.println(Json.pretty(ScriptPlanText.json(plan, target)));
            } else {
                ScriptPlanText.print(out, plan, target, true);
            }
        }
    }
}
