package com.clientpay.connect.diagnostics.mapping;

import com.clientpay.connect.database.mapping.Examples;
import com.clientpay.connect.database.mapping.MappedView;
import com.clientpay.connect.database.mapping.MappingDatabase;
import com.clientpay.connect.diagnostics.checks.Finding;

/** Whether no two rows of a view have the same key. */
final class UniqueCheck extends MappingCheck {
    private final MappedView view;
    private final String key;
    private final MappingDatabase database;

    UniqueCheck(MappedView view, MappingDatabase database) {
        super("unique-" + view.viewName().replaceFirst("^Map", ""), view.viewName());
        this.view = view;
        this.key = view.key().orElseThrow();
        this.database = database;
    }

    @Override
    Finding examine() {
        Examples twice = database.duplicates(view, key);
        return twice.isEmpty()
                ? Finding.pass("no two rows have the same " + key)
                : Finding.fail(
                        "several rows have the same " + key + ": " + twice,
                        "Have the view give one row for each: with two, nobody knows which one money is for.");
    }
}
