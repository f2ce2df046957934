package com.clientpay.connect.database.mapping;

import com.clientpay.connect.database.mapping.ViewDefinition.Branch;
import com.clientpay.connect.database.mapping.ViewDefinition.TableColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a search by a column of a mapping view has an index to go by.
 *
 * @param outcome what was found
 * @param table the table's column that has none, or that it is an expression; or what is in the way of telling; empty for
 *     USABLE
 */
public record IndexUse(Outcome outcome, String table) {

    /** What was found. */
    public enum Outcome {
        /**
         * An index begins with the column, or with columns that the view holds constant and then the column; or nothing is
         * read.
         */
        USABLE,
        /** There is none: each search reads the whole table. */
        NONE,
        /** It can't be told. */
        UNKNOWN
    }

    private static final IndexUse USABLE = new IndexUse(Outcome.USABLE, "");

    static IndexUse of(MappingDatabase database, MappedView view, String column) {
        return of(database, view, column, branch -> true);
    }

    /** For the values of one field in MapMatterField. */
    static IndexUse ofField(MappingDatabase database, String field) {
        return of(
                database,
                MappedView.MATTER_FIELD,
                "Value",
                branch -> field.equalsIgnoreCase(branch.constants().get("field")));
    }

    private interface Choice {
        boolean concerns(Branch branch);
    }

    private static IndexUse of(MappingDatabase database, MappedView view, String column, Choice choice) {
        Optional<ViewDefinition> definition = database.definition(view).flatMap(ViewDefinition::of);
        if (definition.isEmpty()) {
            return unknown("the view's text is not shown to this login, or is no plain SELECT");
        }
        List<Branch> branches =
                definition.get().branches().stream().filter(choice::concerns).toList();
        if (branches.isEmpty()) {
            return unknown("the view does not say plainly where its values come from");
        }
        for (Branch branch : branches) {
            if (branch.readsNothing()) {
                continue;
            }
            TableColumn source = branch.columns().get(column.toLowerCase(Locale.ROOT));
            if (source == null && branch.expressions().contains(column.toLowerCase(Locale.ROOT))) {
                return new IndexUse(Outcome.NONE, "an expression");
            }
            if (source == null) {
                return unknown("it does not come straight from a table of this database's own");
            }
            if (!database.isTable(source.table())) {
                return unknown(source.table() + " is not a table");
            }
            if (database.indexes(source.table()).stream().noneMatch(index -> serves(index, source, branch))) {
                return new IndexUse(Outcome.NONE, source.table() + "." + source.column());
            }
        }
        return USABLE;
    }

    private static boolean serves(List<String> index, TableColumn source, Branch branch) {
        List<String> before = new ArrayList<>();
        for (String column : index) {
            if (column.equals(source.column())) {
                return before.stream()
                        .allMatch(earlier -> branch.fixed().contains(new TableColumn(source.table(), earlier)));
            }
            before.add(column);
        }
        return false;
    }

    private static IndexUse unknown(String why) {
        return new IndexUse(Outcome.UNKNOWN, why);
    }
}
