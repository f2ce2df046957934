package com.clientpay.connect.books;

import com.clientpay.connect.database.Row;

/** A Connect field that lists can be searched by; {@code contains} says whether also from its middle. */
record SearchField(String name, boolean searchable, boolean contains) {

    static SearchField of(Row row) {
        return new SearchField(row.text("Name"), row.flag("Searchable"), row.flag("Contains"));
    }
}
