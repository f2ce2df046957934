package com.clientpay.connect.cli;

import com.clientpay.connect.database.scripts.AppliedScript;
import com.clientpay.connect.database.scripts.Misfit;
import com.clientpay.connect.database.scripts.ScriptPlan;
import com.clientpay.connect.database.scripts.ScriptPlan.Reason;
import com.clientpay.connect.database.scripts.ScriptPlan.Step;
import com.clientpay.connect.database.scripts.ScriptTarget;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plan as a table, one line a script, and as JSON. */
final class ScriptPlanText {
    private ScriptPlanText() {}

    /** @param unchanged whether to list what does not run too */
    static void print(PrintWriter out, ScriptPlan plan, ScriptTarget target, boolean unchanged) {
        out.println(Terminal.cleanLine("System " + plan.system() + " in " + target));
        out.println();
        Table table = new Table("SCRIPT", "RUNS", "WHY");
        for (Step step : plan.steps()) {
            if (step.runs() || unchanged) {
                table.row(step.script().name(), step.runs() ? "yes" : "no", why(step));
            }
        }
        table.print(out, "Nothing is to run: every script is as it was when it last ran.");
        out.println();
        out.println(summary(plan));
    }

    private static String summary(ScriptPlan plan) {
        int run = plan.toRun().size();
        List<String> parts = new ArrayList<>();
        for (Reason reason : Reason.values()) {
            long count = plan.steps().stream()
                    .filter(step -> step.reason() == reason)
                    .count();
            if (count > 0) {
                parts.add(count + " " + word(reason));
            }
        }
        return (run == 1 ? "1 script runs" : run + " scripts run") + ": " + String.join(", ", parts) + ".";
    }

    private static String word(Reason reason) {
        return switch (reason) {
            case NEW -> "new";
            case CHANGED -> "changed";
            case FOLLOWS -> "because of those";
            case ASKED -> "again by --all";
            case UNCHANGED -> "unchanged";
        };
    }

    private static String why(Step step) {
        return switch (step.reason()) {
            case NEW -> "new";
            case CHANGED -> "changed since " + last(step);
            case FOLLOWS ->
                step.script().name().startsWith("core/4-finish")
                        ? "states that all before it is there"
                        : "is made over what changes";
            case ASKED -> "--all; unchanged since " + last(step);
            case UNCHANGED -> "unchanged since " + last(step);
        };
    }

    private static String last(Step step) {
        AppliedScript last = step.last().orElseThrow();
        return last.at().truncatedTo(ChronoUnit.SECONDS) + " by " + last.by() + " (version " + last.version() + ")";
    }

    static Map<String, Object> json(ScriptPlan plan, ScriptTarget target, List<Misfit> misfits) {
        List<Map<String, Object>> steps = new ArrayList<>();
        for (Step step : plan.steps()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("script", step.script().name());
            one.put("runs", step.runs());
            one.put("reason", step.reason());
            one.put("sha256", step.script().sha256());
            one.put("last", step.last());
            steps.add(one);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("system", plan.system());
        answer.put("database", target.database());
        answer.put("server", target.server());
        answer.put("login", target.login());
        answer.put("misfits", misfits);
        answer.put("scripts", steps);
        return answer;
    }
}
