package com.clientpay.connect.database.mapping;

import com.clientpay.connect.database.mapping.ViewDefinition.Branch;
import com.clientpay.connect.database.mapping.ViewDefinition.TableColumn;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a search by a column of a mapping view has an index to go by, through the views that the view itself reads.
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
        return of(database, view.qualifiedName(), column, Set.of(), branch -> true);
    }

    /** For the values of one field in MapMatterField. */
    static IndexUse ofField(MappingDatabase database, String field) {
        return of(
                database,
                MappedView.MATTER_FIELD.qualifiedName(),
                "Value",
                Set.of(),
                branch -> field.equalsIgnoreCase(branch.constants().get("field")));
    }

    private interface Choice {
        boolean concerns(Branch branch);
    }

    /** @param held columns of the view, in lower case, that its reader compares with a constant */
    private static IndexUse of(MappingDatabase database, String view, String column, Set<String> held, Choice choice) {
        Optional<ViewDefinition> definition = database.definition(view).flatMap(ViewDefinition::of);
        if (definition.isEmpty()) {
            return unknown("the text of " + view + " is not shown to this login, or is no plain SELECT");
        }
        List<Branch> branches =
                definition.get().branches().stream().filter(choice::concerns).toList();
        if (branches.isEmpty()) {
            return unknown("the view does not say plainly where its values come from");
        }
        return branches.stream()
                .filter(branch -> !branch.readsNothing())
                .map(branch -> of(database, branch, column.toLowerCase(Locale.ROOT), held))
                .filter(use -> use.outcome() != Outcome.USABLE)
                .findFirst()
                .orElse(USABLE);
    }

    private static IndexUse of(MappingDatabase database, Branch branch, String column, Set<String> held) {
        TableColumn source = branch.columns().get(column);
        if (source == null && branch.expressions().contains(column)) {
            return new IndexUse(Outcome.NONE, "an expression");
        }
        if (source == null) {
            return unknown("it does not come straight from a table of this database's own");
        }
        Set<String> fixed = fixed(branch, source.table(), held);
        if (database.isTable(source.table())) {
            return database.indexes(source.table()).stream().anyMatch(index -> serves(index, source.column(), fixed))
                    ? USABLE
                    : new IndexUse(Outcome.NONE, source.table() + "." + source.column());
        }
        return database.isView(source.table())
                ? of(database, source.table(), source.column(), fixed, inner -> true)
                : unknown(source.table() + " is no table and no view of this database's own");
    }

    /** The table's columns that the branch, or the reader of its view, compares with a constant. */
    private static Set<String> fixed(Branch branch, String table, Set<String> held) {
        return Stream.concat(
                        branch.fixed().stream(),
                        held.stream().map(branch.columns()::get).filter(Objects::nonNull))
                .filter(column -> column.table().equals(table))
                .map(TableColumn::column)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean serves(List<String> index, String column, Set<String> fixed) {
        int place = index.indexOf(column);
        return place >= 0 && fixed.containsAll(index.subList(0, place));
    }

    private static IndexUse unknown(String why) {
        return new IndexUse(Outcome.UNKNOWN, why);
    }
}
