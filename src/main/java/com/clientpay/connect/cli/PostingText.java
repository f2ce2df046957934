package com.clientpay.connect.cli;

import java.io.PrintWriter;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A posting in words. */
final class PostingText {
    private PostingText() {}

    /** What an allocation is to: an invoice, a trust ledger or a matter, as it was sent or resolved. */
    static String target(JsonNode allocation) {
        return Stream.of("invoiceNumber", "invoiceId", "trustLedgerId", "matterId")
                .filter(allocation::has)
                .map(name -> name.replaceAll("(?=[A-Z])", " ").toLowerCase(java.util.Locale.ROOT)
                        + " "
                        + Shown.text(allocation, name))
                .findFirst()
                .orElse("");
    }

    static void print(PrintWriter out, JsonNode posting) {
        for (String name : PostingCells.SIMPLE) {
            if (posting.has(name)) {
                print(out, name, Shown.text(posting, name));
            }
        }
        JsonNode payer = posting.path("payer");
        if (payer.has("name")) {
            print(out, "payer", Shown.text(payer, "name") + " " + Shown.text(payer, "email"));
        }
        for (JsonNode allocation : posting.path("allocations")) {
            print(out, "allocation", Shown.text(allocation, "amount") + " to " + target(allocation));
        }
        for (JsonNode reason : posting.path("reasons")) {
            print(out, "reason", Shown.text(reason, "code") + ": " + Shown.text(reason, "detail"));
        }
        for (JsonNode event : posting.path("history")) {
            print(
                    out,
                    "history",
                    String.join(
                            "  ",
                            Shown.text(event, "at"),
                            Shown.text(event, "by"),
                            Shown.text(event, "what"),
                            Shown.text(event, "detail")));
        }
    }

    private static void print(PrintWriter out, String name, String text) {
        out.printf("%-18s %s%n", name, Terminal.cleanLine(text.strip()));
    }
}
