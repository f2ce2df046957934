package com.clientpay.connect.cli;

import com.clientpay.connect.demo.Progress;
import java.io.PrintWriter;

/** How far the making of a firm is: a bar that is drawn over itself on a terminal, else a line for each tenth. */
final class ProgressLine implements Progress {
    private static final int WIDTH = 40;

    private final PrintWriter out;
    private final boolean terminal;
    private long shown = -1;

    ProgressLine(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Whether standard error is a terminal: the launcher knows; a started java only guesses. */
    static boolean isTerminal() {
        String told = System.getProperty("connect.terminal");
        return told == null ? System.console() != null : told.equals("yes");
    }

    @Override
    public void at(long done, long total) {
        long percent = total == 0 ? 100 : done * 100 / total;
        if (terminal) {
            if (percent != shown) {
                shown = percent;
                int filled = (int) (percent * WIDTH / 100);
                out.printf("\rMaking the firm [%s%s] %3d %%", "#".repeat(filled), ".".repeat(WIDTH - filled), percent);
                out.flush();
            }
            if (done == total) {
                out.println();
            }
        } else if (percent / 10 != shown) {
            shown = percent / 10;
            out.println("Making the firm: " + percent + " %");
        }
    }
}
