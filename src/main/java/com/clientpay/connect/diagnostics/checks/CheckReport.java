package com.clientpay.connect.diagnostics.checks;

import com.clientpay.connect.diagnostics.checks.CheckResult.Status;
import java.util.ArrayList;
import java.util.List;

/** What all checks found, in their order. As JSON it is what GET /v1/admin/checks answers. */
public record CheckReport(String summary, List<CheckResult> checks) {

    static CheckReport of(List<CheckResult> checks) {
        return new CheckReport(summary(checks), List.copyOf(checks));
    }

    /** Whether nothing has failed; warnings are fine. */
    public boolean isFine() {
        return count(checks, Status.FAIL) == 0;
    }

    /** A table CHECK, STATUS, SEEN; then what to do for each that failed or warns; then one summary line. */
    public String table() {
        int name = checks.stream().mapToInt(c -> c.name().length()).reduce("CHECK".length(), Math::max);
        StringBuilder text = new StringBuilder();
        text.append(row(name, "CHECK", "STATUS", "SEEN"));
        checks.forEach(check -> text.append(row(
                name,
                check.name(),
                check.status().name(),
                check.seen().lines().findFirst().orElse(""))));
        List<CheckResult> toDo =
                checks.stream().filter(check -> check.action().isPresent()).toList();
        if (!toDo.isEmpty()) {
            text.append("\nWhat to do\n");
        }
        for (CheckResult check : toDo) {
            text.append("  ")
                    .append(check.name())
                    .append(": ")
                    .append(check.action().orElseThrow())
                    .append('\n');
            check.seen()
                    .lines()
                    .skip(1)
                    .forEach(line -> text.append("    ").append(line).append('\n'));
        }
        return text.append("\nSUMMARY  ").append(summary).append('\n').toString();
    }

    private static String row(int width, String name, String status, String seen) {
        return String.format("%-" + width + "s  %-6s  %s\n", name, status, seen);
    }

    private static String summary(List<CheckResult> checks) {
        long failed = count(checks, Status.FAIL);
        long warned = count(checks, Status.WARN);
        List<String> parts = new ArrayList<>();
        for (Status status : Status.values()) {
            long count = count(checks, status);
            if (count > 0) {
                parts.add(count + " " + status);
            }
        }
        String verdict = failed > 0
                ? "Not ready: put right what failed."
                : warned > 0 ? "Works; look at the warnings." : "Everything is as it should be.";
        return verdict + " " + String.join(", ", parts) + ".";
    }

    private static long count(List<CheckResult> checks, Status status) {
        return checks.stream().filter(check -> check.status() == status).count();
    }
}
