package com.clientpay.connect.diagnostics.mapping;

import com.clientpay.connect.database.mapping.Examples;
import com.clientpay.connect.database.mapping.MappedView;
import com.clientpay.connect.database.mapping.MappingDatabase;
import com.clientpay.connect.diagnostics.checks.Finding;

/** Whether what the rows of a view refer to is there. */
final class ReferenceCheck extends MappingCheck {
    private final MappedView view;
    private final String column;
    private final MappedView other;
    private final MappingDatabase database;

    ReferenceCheck(String name, MappedView view, String column, MappedView other, MappingDatabase database) {
        super(name, view.viewName(), other.viewName());
        this.view = view;
        this.column = column;
        this.other = other;
        this.database = database;
    }

    @Override
    Finding examine() {
        Examples lost = database.orphans(view, column, other);
        return lost.isEmpty()
                ? Finding.pass("every " + column + " of " + view.viewName() + " is in " + other.viewName())
                : Finding.fail(
                        "their " + column + " is not in " + other.viewName() + ": "
                                + view.key().orElseThrow() + " " + lost,
                        "Have " + other.viewName() + " show closed and inactive ones too, or leave these rows out of "
                                + view.viewName() + ".");
    }
}
