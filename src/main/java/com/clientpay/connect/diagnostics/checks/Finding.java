package com.clientpay.connect.diagnostics.checks;

import com.clientpay.connect.diagnostics.checks.CheckResult.Status;
import java.util.Optional;

/**
 * What a check found.
 *
 * @param seen in a few words; no secret, no SQL
 * @param action what to do about it; given for WARN and FAIL
 */
public record Finding(Status status, String seen, Optional<String> action) {

    public static Finding pass(String seen) {
        return new Finding(Status.PASS, seen, Optional.empty());
    }

    public static Finding warn(String seen, String action) {
        return new Finding(Status.WARN, seen, Optional.of(action));
    }

    public static Finding fail(String seen, String action) {
        return new Finding(Status.FAIL, seen, Optional.of(action));
    }

    public static Finding skip(String reason) {
        return new Finding(Status.SKIP, reason, Optional.empty());
    }
}
