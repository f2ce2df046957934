package com.clientpay.connect.cli;

import com.clientpay.connect.database.scripts.Installed;
import com.clientpay.connect.database.scripts.ScriptDatabase;
import com.clientpay.connect.database.scripts.ScriptFailedException;
import com.clientpay.connect.database.scripts.ScriptPlan;
import com.clientpay.connect.database.scripts.ScriptSet;
import com.clientpay.connect.database.scripts.ScriptTarget;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code connect scripts apply} */
@Command(
        name = "apply",
        description = {
            "Run the scripts that are new or changed, after showing the plan and asking.",
            "Before anything is created, every table and column that the system's scripts use is compared with the database;"
                    + " where one is missing or different, they are listed and nothing is done.",
            "Each script is a transaction with its row in clientpay_internal.ScriptHistory: when one fails, the database is"
                    + " as it was before that script, those before it stay, and the same command goes on from there. Data"
                    + " is kept. A run keeps other runs on the same database away."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect scripts apply --system reference",
            "  connect scripts apply --user sa --password-file ~/sa-password --yes",
            "",
            "Exit codes:",
            "  0  all of the plan was done, or there was nothing to do",
            "  1  it was not, or you said no; standard error names the script, its line and why",
            "  2  the command was not understood"
        })
final class ScriptsApplyCommand implements Callable<Integer> {
    @Mixin
    private ScriptSetOption scripts;

    @Option(names = "--all", description = "Run what is unchanged too: puts back what was changed by hand.")
    private boolean all;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show what the scripts print.")
    private boolean verbose;

    @Mixin
    private DbaOption dba;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (ScriptDatabase database = dba.open(ScriptDatabase::open)) {
            Installed installed = database.installed();
            ScriptSet set = scripts.read(installed);
            database.requireFit(set);
            ScriptPlan plan = ScriptPlan.of(set, installed, all);
            ScriptTarget target = database.target();
            ScriptPlanText.print(out, plan, target, false);
            if (plan.toRun().isEmpty()) {
                return 0;
            }
            out.println();
            if (!yes && !Confirmation.ask(out, System.in, "Run them in database " + target.database() + "?")) {
                spec.commandLine().getErr().println("Nothing was done.");
                return 1;
            }
            apply(database, set, plan);
            out.println(plan.toRun().size()
                    + " scripts were run. connect scripts verify and connect scripts check look at" + " the result.");
            return 0;
        }
    }

    private void apply(ScriptDatabase database, ScriptSet set, ScriptPlan plan) {
        ScriptProgress progress = new ScriptProgress(spec.commandLine().getErr(), ProgressLine.isTerminal(), verbose);
        try {
            database.apply(set, plan, all, progress);
        } catch (ScriptFailedException e) {
            progress.end();
            throw new CommandFailed(e.getMessage() + "\n\n" + standing(e, progress.doneBefore(), plan));
        }
        progress.end();
    }

    private static String standing(ScriptFailedException failed, int done, ScriptPlan plan) {
        String before = done == 0
                ? "No script was run before it."
                : done + " of " + plan.toRun().size() + " scripts were run before it, and stay.";
        return failed.isOutcomeUnknown()
                ? before
                : before + " The database is as it was before " + failed.script()
                        + ". When it is put right, repeat the command: it goes on there.";
    }
}
