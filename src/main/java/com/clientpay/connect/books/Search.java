package com.clientpay.connect.books;

import java.util.List;
import java.util.Optional;

/**
 * What a list of the books is narrowed to, and which slice of it is wanted.
 *
 * @param term empty: everything
 * @param after value and id of the last item of the slice before; empty: from the start
 * @param limit most items of the slice
 */
record Search(Optional<Term> term, Optional<List<String>> after, int limit) {

    /**
     * @param field a searchable Connect field
     * @param text letters only: wildcards have no meaning in it
     */
    record Term(String field, Match match, String text) {}

    /** How the text lies in the field's value. */
    enum Match {
        PREFIX,
        EXACT,
        CONTAINS
    }

    /** The arguments of the Search procedures, which answer one row more than the limit when there are more. */
    Object[] arguments() {
        return new Object[] {
            term.map(Term::field),
            term.map(Term::match),
            term.map(Term::text),
            after.map(key -> key.get(0)),
            after.map(key -> key.get(1)),
            limit + 1
        };
    }
}
