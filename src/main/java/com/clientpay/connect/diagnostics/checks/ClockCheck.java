package com.clientpay.connect.diagnostics.checks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Whether this machine's clock and the database's agree to two minutes. */
record ClockCheck(Supplier<Installation> installation, Clock clock) implements Check {
    static final String NAME = "clock";
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> needs() {
        return List.of(ContractVersionCheck.NAME);
    }

    @Override
    public Finding look() {
        Instant before = clock.instant();
        Instant theirs = installation.get().calledAt();
        Instant after = clock.instant();
        Instant ours = before.plus(Duration.between(before, after).dividedBy(2));
        Duration difference = Duration.between(ours, theirs).abs();
        String seen = difference.toSeconds() + " s between this machine and the database";
        return difference.compareTo(LIMIT) > 0
                ? Finding.warn(
                        seen,
                        "Synchronise both clocks (Windows: w32tm /resync). With \"use posted date\" on, book dates follow"
                                + " this machine's.")
                : Finding.pass(seen);
    }
}
