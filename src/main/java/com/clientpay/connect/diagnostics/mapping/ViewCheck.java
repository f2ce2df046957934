package com.clientpay.connect.diagnostics.mapping;

import com.clientpay.connect.database.mapping.FoundColumn;
import com.clientpay.connect.database.mapping.MappedColumn;
import com.clientpay.connect.database.mapping.MappedView;
import com.clientpay.connect.database.mapping.MappingDatabase;
import com.clientpay.connect.diagnostics.checks.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Whether a view is there, has its columns with the right types, has values where they are due, and has rows. */
final class ViewCheck extends MappingCheck {
    private final MappedView view;
    private final MappingDatabase database;
    private final BooleanSupplier rowsDue;

    /** @param rowsDue whether a view without rows is suspicious */
    ViewCheck(MappedView view, MappingDatabase database, BooleanSupplier rowsDue) {
        super(view.viewName(), PackCheck.NAME);
        this.view = view;
        this.database = database;
        this.rowsDue = rowsDue;
    }

    @Override
    Finding examine() {
        if (!database.has(view)) {
            return Finding.fail(
                    "it is not there", "Create it in the system's pack, with the columns that systems/template shows.");
        }
        List<FoundColumn> found = database.columns(view);
        List<String> problems = new ArrayList<>();
        for (MappedColumn due : view.columns()) {
            Optional<FoundColumn> column = found.stream()
                    .filter(one -> one.name().equalsIgnoreCase(due.name()))
                    .findFirst();
            if (column.isEmpty()) {
                problems.add("There is no column " + due.name() + ".");
            } else if (!due.kind().accepts(column.get())) {
                problems.add(due.name() + " is " + column.get().typeText() + "; it must be "
                        + due.kind().due() + ".");
            }
        }
        if (!problems.isEmpty()) {
            return Finding.fail(
                    listed(
                            counted(problems.size(), "of its columns is", "of its columns are")
                                    + " not as they should be",
                            problems),
                    "Correct the view in the system's pack and apply it.");
        }
        return values(found.size());
    }

    private Finding values(int columns) {
        List<MappedColumn> required =
                view.columns().stream().filter(MappedColumn::required).toList();
        Map<String, Long> missing = database.missingValues(view, required);
        long rows = missing.get("");
        List<String> empty = required.stream()
                .filter(column -> missing.get(column.name()) > 0)
                .map(column ->
                        column.name() + " has no value in " + missing.get(column.name()) + " of " + rows + " rows.")
                .toList();
        if (!empty.isEmpty()) {
            return Finding.fail(
                    listed("values are missing where each row must have one", empty),
                    "Have the view give a value for them (COALESCE), or leave these rows out.");
        }
        if (rows == 0 && rowsDue.getAsBoolean()) {
            List<String> open = view == MappedView.FIELD ? List.of() : database.titlesWithoutAnswer();
            if (!open.isEmpty()) {
                return Finding.warn(
                        "it has no rows; nothing is classified yet of: " + String.join(", ", open),
                        "What nobody has classified is not shown: connect scripts answers asks for it.");
            }
            return Finding.warn("it has no rows", "Is it the right database, and does the view's WHERE leave any?");
        }
        return Finding.pass(columns + " columns, " + rows + (rows == 1 ? " row" : " rows"));
    }
}
