package com.clientpay.connect.database.scripts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What of a script set is to run, and why. Every script may run at any time with the same effect, so only two rules are
 * needed beyond "what is new or changed": helpers over the mapping are made anew when the mapping is, because a view keeps
 * the columns it was made with; and the last scripts, which state that the installation is complete, follow every change.
 *
 * @param system whose scripts
 * @param steps one for each script of the set, in its order
 */
public record ScriptPlan(String system, List<Step> steps) {

    /** Why a script runs, or that it does not. */
    public enum Reason {
        /** It has never run here. */
        NEW,
        /** Its text is another one than when it last ran. */
        CHANGED,
        /** Something that it builds on runs. */
        FOLLOWS,
        /** Everything is to run. */
        ASKED,
        /** It is as it was when it last ran: it does not run. */
        UNCHANGED
    }

    /**
     * @param last its last run
     */
    public record Step(Script script, Reason reason, Optional<AppliedScript> last) {
        public boolean runs() {
            return reason != Reason.UNCHANGED;
        }
    }

    /** @param all whether to run what is unchanged too */
    public static ScriptPlan of(ScriptSet set, Installed installed, boolean all) {
        List<Step> steps = new ArrayList<>();
        boolean mappingRuns = false;
        boolean anyRuns = false;
        for (Script script : set.scripts()) {
            Optional<AppliedScript> last = installed.last(script.name());
            Reason reason = reason(script, last);
            boolean follows = switch (script.layer()) {
                case INTERNAL -> mappingRuns;
                case FINISH -> anyRuns;
                case TABLES, SYSTEM, PROCEDURES -> false;
            };
            if (reason == Reason.UNCHANGED) {
                reason = all ? Reason.ASKED : follows ? Reason.FOLLOWS : reason;
            }
            Step step = new Step(script, reason, last);
            steps.add(step);
            anyRuns |= step.runs();
            mappingRuns |= step.runs() && (script.layer() == Layer.SYSTEM || script.layer() == Layer.INTERNAL);
        }
        return new ScriptPlan(set.system(), List.copyOf(steps));
    }

    private static Reason reason(Script script, Optional<AppliedScript> last) {
        if (last.isEmpty()) {
            return Reason.NEW;
        }
        return last.get().sha256().equals(script.sha256()) ? Reason.UNCHANGED : Reason.CHANGED;
    }

    /** The scripts that run, in their order. */
    public List<Script> toRun() {
        return steps.stream().filter(Step::runs).map(Step::script).toList();
    }

    /** Whether both would run the same texts. */
    public boolean runsTheSameAs(ScriptPlan other) {
        return system.equals(other.system) && toRun().equals(other.toRun());
    }
}
