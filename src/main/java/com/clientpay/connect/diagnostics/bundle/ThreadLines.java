package com.clientpay.connect.diagnostics.bundle;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A thread dump as the connector answers it: names of threads, states, classes, methods and lines. */
public final class ThreadLines {
    private static final Pattern THREAD = Pattern.compile(
            "[A-Za-z0-9 _.:@()/\\[\\]{},-]{1,120}, (?:NEW|RUNNABLE|BLOCKED|WAITING|TIMED_WAITING|TERMINATED)(?:, daemon)?");

    private ThreadLines() {}

    public static String safe(String text, KnownText known) {
        return text.lines()
                .map(line -> THREAD.matcher(line).matches() || known.isFrame(line) ? line : KnownText.WITHHELD)
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
