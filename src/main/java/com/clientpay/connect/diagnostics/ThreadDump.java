package com.clientpay.connect.diagnostics;

import java.util.Comparator;
import java.util.Map;

/** What every thread is doing: its name, its state, its stack. Names of classes and methods only, no data. */
final class ThreadDump {
    private ThreadDump() {}

    static String text() {
        StringBuilder text = new StringBuilder();
        Thread.getAllStackTraces().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Thread::getName)))
                .forEach(entry -> append(text, entry.getKey(), entry.getValue()));
        return text.toString();
    }

    private static void append(StringBuilder text, Thread thread, StackTraceElement[] stack) {
        text.append(thread.getName())
                .append(", ")
                .append(thread.getState())
                .append(thread.isDaemon() ? ", daemon" : "")
                .append('\n');
        for (StackTraceElement frame : stack) {
            text.append("\t\tat ").append(frame).append('\n');
        }
    }
}
