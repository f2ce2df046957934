package com.clientpay.connect.diagnostics.checks;

import java.util.List;

/** One question about this installation. Changes nothing. */
public interface Check {

    /** Short, lower-case, with hyphens. */
    String name();

    /** Names of checks that come before: when one of them failed or was skipped, this one is skipped. */
    default List<String> needs() {
        return List.of();
    }

    /** Looks. What it throws is a failure too; but a check that knows what to do about it says so in its finding. */
    Finding look();
}
