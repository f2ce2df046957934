package com.clientpay.connect.cli;

import com.clientpay.connect.database.scripts.RunListener;
import com.clientpay.connect.database.scripts.Script;
import java.io.PrintWriter;

/** How far a run of scripts is: one line that is drawn over itself on a terminal, else a line for each script. */
final class ScriptProgress implements RunListener {
    private final PrintWriter out;
    private final boolean terminal;
    private final boolean verbose;
    private int begun;
    private int width;

    /** @param verbose whether to show what the scripts print, each on lines of their own */
    ScriptProgress(PrintWriter out, boolean terminal, boolean verbose) {
        this.out = out;
        this.terminal = terminal && !verbose;
        this.verbose = verbose;
    }

    @Override
    public void begins(Script script, int number, int total) {
        begun = number;
        String text = "[" + number + "/" + total + "] " + script.name();
        if (terminal) {
            out.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
            out.flush();
            width = text.length();
        } else {
            out.println(text);
        }
    }

    @Override
    public void says(Script script, String message) {
        if (verbose) {
            message.lines().forEach(line -> out.println("    " + Terminal.cleanLine(line)));
        }
    }

    /** Ends the line that is drawn over itself. */
    void end() {
        if (terminal && begun > 0) {
            out.println();
        }
    }

    /** How many scripts were done before the one that has begun last. */
    int doneBefore() {
        return Math.max(0, begun - 1);
    }
}
