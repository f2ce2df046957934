package com.clientpay.connect.diagnostics.checks;

import com.clientpay.connect.database.DatabaseProbe;
import com.clientpay.connect.database.DatabaseUnreachableException;

/** Whether the database can be reached and logged in to. */
record DatabaseCheck(DatabaseConnection connection) implements Check {
    static final String NAME = "database";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Finding look() {
        try (DatabaseProbe probe = connection.open()) {
            return Finding.pass(probe.product());
        } catch (DatabaseUnreachableException e) {
            return Finding.fail(e.getMessage(), e.action());
        }
    }
}
