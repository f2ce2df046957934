package com.clientpay.connect.diagnostics.checks;

import java.util.function.Supplier;

/** What checks of Windows have in common. */
final class MachineFacts {
    static final Finding ONLY_WINDOWS = Finding.skip("only on Windows");

    private MachineFacts() {}

    /** What Windows does not tell is not a failure of the connector. */
    static Finding told(Supplier<Finding> look) {
        try {
            return look.get();
        } catch (IllegalStateException e) {
            return Finding.skip(e.getMessage());
        }
    }
}
