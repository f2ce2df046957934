package com.clientpay.connect.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A posting as one line of an export. Columns are only ever added, at the end. */
final class PostingCells {
    /** The properties that are one value each. */
    static final List<String> SIMPLE = List.of(
            "id",
            "status",
            "attempt",
            "paymentId",
            "merchantAccountId",
            "kind",
            "amount",
            "currency",
            "paymentDate",
            "bookDate",
            "method",
            "reference",
            "arMessage",
            "ledgerCode",
            "transactionType",
            "bankAccountId",
            "receipt",
            "createdAt");

    static final List<String> HEADINGS = headings();

    private PostingCells() {}

    static List<String> of(JsonNode posting) {
        List<String> cells = new ArrayList<>();
        SIMPLE.forEach(name -> cells.add(Shown.text(posting, name)));
        cells.add(Shown.text(posting.path("payer"), "name"));
        cells.add(Shown.text(posting.path("payer"), "email"));
        cells.add(posting.path("allocations")
                .valueStream()
                .map(allocation -> PostingText.target(allocation) + ": " + Shown.text(allocation, "amount"))
                .collect(Collectors.joining("; ")));
        cells.add(posting.path("reasons")
                .valueStream()
                .map(reason -> Shown.text(reason, "code"))
                .collect(Collectors.joining("; ")));
        return cells;
    }

    private static List<String> headings() {
        List<String> headings = new ArrayList<>(SIMPLE);
        headings.addAll(List.of("payerName", "payerEmail", "allocations", "reasons"));
        return List.copyOf(headings);
    }
}
