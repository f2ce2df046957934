package com.clientpay.connect.diagnostics.mapping;

import com.clientpay.connect.database.mapping.FoundColumn;
import com.clientpay.connect.database.mapping.MappedField;
import com.clientpay.connect.database.mapping.MappedView;
import com.clientpay.connect.database.mapping.MappingDatabase;
import com.clientpay.connect.diagnostics.checks.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether the Connect fields that MapField names are the standard ones and those that the other views have. */
final class FieldsCheck extends MappingCheck {
    /** Every system has these, and is searched by them. */
    static final List<String> STANDARD =
            List.of("CLIENT_NUMBER", "CLIENT_NAME", "MATTER_NUMBER", "MATTER_NAME", "INVOICE_NUMBER");

    private final MappingDatabase database;

    FieldsCheck(MappingDatabase database) {
        super("fields", MappedView.FIELD.viewName(), MappedView.MATTER.viewName(), MappedView.MATTER_FIELD.viewName());
        this.database = database;
    }

    @Override
    Finding examine() {
        List<MappedField> fields = database.fields();
        Set<String> names = fields.stream().map(MappedField::name).collect(Collectors.toSet());
        Set<String> columns = database.columns(MappedView.MATTER).stream()
                .map(FoundColumn::name)
                .map(name -> name.toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        List<String> searched = database.values(MappedView.MATTER_FIELD, "Field");
        boolean booksAreEmpty = database.values(MappedView.MATTER, "Status").isEmpty();
        List<String> wrong = new ArrayList<>();
        List<String> doubtful = new ArrayList<>();
        for (String standard : STANDARD) {
            if (!names.contains(standard)) {
                wrong.add("MapField has no row " + standard + ", which every system has.");
            }
        }
        for (MappedField field : fields) {
            if (!field.name().matches("[A-Z][A-Z0-9_]{0,63}")) {
                wrong.add("MapField has a field \"" + field.name() + "\": names are upper-case letters, digits and _.");
            }
            if (STANDARD.contains(field.name())) {
                continue;
            }
            if (!columns.contains(field.name())) {
                wrong.add("MapField has the field " + field.name() + ", and MapMatter no column of that name.");
            }
            if (field.searchable() && !searched.contains(field.name()) && !booksAreEmpty) {
                doubtful.add(field.name() + " is searchable, and MapMatterField has no value of it.");
            }
        }
        for (String field : searched) {
            if (STANDARD.contains(field) || !names.contains(field)) {
                wrong.add("MapMatterField has values of " + field + ", which is "
                        + (names.contains(field) ? "a standard field." : "not in MapField."));
            }
        }
        Set<String> known = MappedView.MATTER.columns().stream()
                .map(column -> column.name().toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        columns.stream()
                .filter(column -> !known.contains(column) && !names.contains(column))
                .sorted()
                .forEach(column -> doubtful.add("MapMatter has a column " + column + " that MapField does not name."));
        if (!wrong.isEmpty()) {
            return Finding.fail(
                    listed(counted(wrong.size(), "field is", "fields are") + " not as they should be", wrong),
                    "Correct MapField, MapMatter and MapMatterField in the system's pack.");
        }
        return doubtful.isEmpty()
                ? Finding.pass(fields.size() + ", the five standard ones among them")
                : Finding.warn(
                        listed(counted(doubtful.size(), "field looks", "fields look") + " unfinished", doubtful),
                        "Look at MapField, MapMatter and MapMatterField in the system's pack.");
    }
}
