package com.clientpay.connect.diagnostics.checks;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether this is the database that postings are meant for, and not a copy of it. */
record DatabaseIdCheck(Optional<String> configured, Supplier<Installation> installation) implements Check {
    static final String NAME = "database-id";

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
        String found = installation.get().databaseId();
        if (configured.isEmpty()) {
            return Finding.pass(found + "; database.id is not set, so any database is posted to");
        }
        return configured.get().equals(found)
                ? Finding.pass(found)
                : Finding.fail(
                        "the database is " + found + ", but database.id is " + configured.get(),
                        "Nothing is posted to this database. If it is a copy, correct database.url; if it is the right"
                                + " one, set database.id = \"" + found + "\".");
    }
}
