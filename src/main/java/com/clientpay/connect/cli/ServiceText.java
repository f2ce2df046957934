package com.clientpay.connect.cli;

import com.clientpay.connect.windows.RecoveryStep;
import com.clientpay.connect.windows.ServiceReport;
import com.clientpay.connect.windows.ServiceState;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What Windows has about the service, for people and for programs. */
final class ServiceText {
    private static final String UNTOLD = "this Windows does not tell";

    private ServiceText() {}

    static String state(ServiceState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static Table table(ServiceReport report) {
        Table table = new Table("WHAT", "IS");
        table.row("state", state(report.state()));
        table.row("process id", report.processId() == 0 ? "none" : Integer.toString(report.processId()));
        table.row("exit code", report.exitCode() + meaning(report.exitCode()));
        table.row("its own exit code", Integer.toString(report.specificExitCode()));
        table.row("account", report.account());
        table.row("start", report.startType());
        table.row("recovery", report.recovery().map(ServiceText::recovery).orElse(UNTOLD));
        table.row(
                "failures forgotten",
                report.failuresForgottenAfter()
                        .map(after -> "after " + duration(after))
                        .orElse(UNTOLD));
        table.row(
                "recovers from errors",
                report.recoversFromErrors().map(flag -> flag ? "yes" : "no").orElse(UNTOLD));
        table.row("program", report.imagePath());
        return table;
    }

    /** What is not told is null. */
    static Map<String, Object> json(ServiceReport report) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("installed", true);
        answer.put("state", report.state().name());
        answer.put("processId", report.processId());
        answer.put("exitCode", report.exitCode());
        answer.put("specificExitCode", report.specificExitCode());
        answer.put("account", report.account());
        answer.put("startType", report.startType());
        answer.put("displayName", report.displayName());
        answer.put("program", report.imagePath());
        answer.put("recovery", report.recovery().map(ServiceText::steps).orElse(null));
        answer.put(
                "failuresForgottenAfterSeconds",
                report.failuresForgottenAfter().map(Duration::toSeconds).orElse(null));
        answer.put("recoversFromErrors", report.recoversFromErrors().orElse(null));
        return answer;
    }

    private static List<Map<String, Object>> steps(List<RecoveryStep> recovery) {
        return recovery.stream()
                .map(step -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("action", step.action());
                    one.put("afterSeconds", step.after().toSeconds());
                    return one;
                })
                .toList();
    }

    private static String recovery(List<RecoveryStep> recovery) {
        return recovery.isEmpty()
                ? "none"
                : String.join(
                        ", then ",
                        recovery.stream()
                                .map(step -> step.action() + " after " + duration(step.after()))
                                .toList());
    }

    private static String duration(Duration duration) {
        return duration.toSeconds() % 86400 == 0 && !duration.isZero()
                ? duration.toDays() + (duration.toDays() == 1 ? " day" : " days")
                : duration.toSeconds() + " s";
    }

    private static String meaning(int code) {
        return switch (code) {
            case 0 -> "";
            case 1066 -> ": its own exit code says more";
            case 1067 -> ": its process ended unexpectedly";
            case 1069 -> ": its account could not log on";
            case 1077 -> ": not started since Windows was";
            default -> "";
        };
    }
}
