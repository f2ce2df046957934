package com.clientpay.connect.cli;

import com.clientpay.connect.database.scripts.Installed;
import com.clientpay.connect.database.scripts.Misfit;
import com.clientpay.connect.database.scripts.PreflightException;
import com.clientpay.connect.database.scripts.ScriptDatabase;
import com.clientpay.connect.database.scripts.ScriptPlan;
import com.clientpay.connect.database.scripts.ScriptSet;
import com.clientpay.connect.database.scripts.ScriptTarget;
import com.clientpay.connect.http.Json;
import java.util.List;
import java.util.concurrent.Callable;
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
            "First it compares every table and column that the system's scripts use with the database; where one is missing or"
                    + " different, it lists them, and none of the scripts would run. Changes nothing. Works before the first"
                    + " installation too."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect scripts plan --system reference",
            "  connect scripts plan --user sa --password-file ~/sa-password --json",
            "",
            "Exit codes:",
            "  0  the plan was printed",
            "  1  the database is not one that the scripts are for, or the plan could not be made; standard error says why",
            "  2  the command was not understood"
        })
final class ScriptsPlanCommand implements Callable<Integer> {
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
    public Integer call() {
        try (ScriptDatabase database = dba.open(ScriptDatabase::open)) {
            Installed installed = database.installed();
            ScriptSet set = scripts.read(installed);
            List<Misfit> misfits = database.preflight(set);
            ScriptPlan plan = ScriptPlan.of(set, installed, all);
            ScriptTarget target = database.target();
            var out = spec.commandLine().getOut();
            if (json.isWanted()) {
                out.println(Json.pretty(ScriptPlanText.json(plan, target, misfits)));
                return misfits.isEmpty() ? 0 : 1;
            }
            if (!misfits.isEmpty()) {
                throw new PreflightException(set.system(), misfits);
            }
            ScriptPlanText.print(out, plan, target, true);
            return 0;
        }
    }
}
