package com.clientpay.connect.diagnostics.bundle;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The connector's figures in Prometheus's text format: our own metrics only, with labels of our own values. */
public final class MetricLines {
    private static final String NAME = "(?:clientpay|jvm|process)_[a-z_]{1,80}";
    private static final Pattern SAMPLE = Pattern.compile(NAME
            + "(?:\\{(?:(?:method|route|status|outcome|state|area|collector|version|le)=\"[A-Za-z0-9 ./{}+_-]{0,80}\",?)*})?"
            + " [0-9.eE+-]{1,40}");
    private static final Pattern TYPE = Pattern.compile("# TYPE " + NAME + " [a-z]{1,20}");

    private MetricLines() {}

    public static String safe(String text) {
        return text.lines()
                .filter(line ->
                        SAMPLE.matcher(line).matches() || TYPE.matcher(line).matches())
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
