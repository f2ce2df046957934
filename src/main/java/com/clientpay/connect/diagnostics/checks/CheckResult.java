package com.clientpay.connect.diagnostics.checks;

import java.util.Optional;

/**
 * The outcome of one check.
 *
 * @param seen what was seen; for SKIP, why it was not looked
 * @param action what to do; absent for PASS and SKIP
 */
public record CheckResult(String name, Status status, String seen, Optional<String> action) {

    /** How it stands. */
    public enum Status {
        /** As it should be. */
        PASS,
        /** Works, but somebody should look at it. */
        WARN,
        /** Must be put right. */
        FAIL,
        /** Not looked at, because something it needs has failed, or there is nothing to look at. */
        SKIP
    }
}
