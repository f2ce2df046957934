package com.clientpay.connect.diagnostics.bundle;

import com.clientpay.connect.diagnostics.checks.CheckReport;
import com.clientpay.connect.diagnostics.checks.CheckResult;

/** A report of checks as it may leave the firm. */
public final class SafeReport {
    private SafeReport() {}

    public static CheckReport of(CheckReport report, KnownText known) {
        return new CheckReport(
                report.summary(),
                report.checks().stream()
                        .map(check -> new CheckResult(
                                check.name(),
                                check.status(),
                                known.lines(check.seen()),
                                check.action().map(known::lines)))
                        .toList());
    }
}
