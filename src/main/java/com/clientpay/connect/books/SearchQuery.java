package com.clientpay.connect.books;

import com.clientpay.connect.books.Search.Match;
import com.clientpay.connect.books.Search.Term;
import com.clientpay.connect.http.Cursor;
import com.clientpay.connect.http.FieldError;
import com.clientpay.connect.http.Problem;
import com.clientpay.connect.http.Query;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads {@code by, q, match, limit, cursor} of a list, the same for every list of the books. */
final class SearchQuery {
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_TEXT = 100;

    private final String list;
    private final Supplier<List<SearchField>> fields;

    /**
     * @param list names the list in its cursors
     * @param fields asked only when a search is wanted
     */
    SearchQuery(String list, Supplier<List<SearchField>> fields) {
        this.list = list;
        this.fields = fields;
    }

    Search read(Query query) {
        Optional<String> by = query.text("by", LONGEST_NAME);
        Optional<String> text = query.text("q", LONGEST_TEXT);
        Match match = query.oneOf("match", Match.class, true).orElse(Match.PREFIX);
        if (query.has("by") != query.has("q")) {
            query.wrong(query.has("by") ? "q" : "by", "is missing: by and q go together");
        }
        Optional<SearchField> field = by.flatMap(name -> searchable(query, name));
        Optional<Term> term = field.flatMap(f -> text.map(t -> new Term(f.name(), match, t)));
        Search search = new Search(term, query.cursor(context(term), 2), query.limit());
        query.check();
        if (match == Match.CONTAINS) {
            field.filter(f -> !f.contains()).ifPresent(this::refuse);
        }
        return search;
    }

    /** Continues after the row. */
    String cursor(Search search, Found<?> last) {
        return Cursor.encode(context(search.term()), last.value(), last.id());
    }

    private Optional<SearchField> searchable(Query query, String name) {
        List<SearchField> searchable =
                fields.get().stream().filter(SearchField::searchable).toList();
        return searchable.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .or(() -> query.wrong("by", "must be one of " + names(searchable)));
    }

    private void refuse(SearchField field) {
        List<SearchField> allowed =
                fields.get().stream().filter(SearchField::contains).toList();
        String instead = allowed.isEmpty() ? "" : " It is possible with " + names(allowed) + ".";
        throw new Problem(
                        422,
                        "contains-not-allowed",
                        "This field can't be searched from its middle",
                        "Searching " + field.name() + " with match=contains would read the whole table;"
                                + " use match=prefix or match=exact." + instead,
                        List.of(new FieldError("?match", "must be prefix or exact with by=" + field.name())),
                        Map.of())
                .asException();
    }

    private static String names(List<SearchField> fields) {
        return fields.stream().map(SearchField::name).collect(Collectors.joining(", "));
    }

    private String context(Optional<Term> term) {
        return list
                + term.map(t -> " " + t.field() + " " + t.match() + " " + t.text())
                        .orElse("");
    }
}
