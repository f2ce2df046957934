package com.clientpay.connect.books;

import com.clientpay.connect.database.Row;
import java.util.function.Function;

/**
 * A row of a search, with what its list goes on from.
 *
 * @param value what the search went by: the searched field, or the date of a list without search; may be blank
 * @param id of the item
 */
record Found<T>(T item, String value, String id) {

    static <T> Function<Row, Found<T>> by(String idColumn, Function<Row, T> reader) {
        return row ->
                new Found<>(reader.apply(row), row.optionalText("SearchValue").orElse(""), row.text(idColumn));
    }
}
