package com.clientpay.connect.reconciliation;

import com.clientpay.connect.database.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An entry that is not the same on both sides.
 *
 * @param attempt 1 for a posting's first way into the books, one more after each reopening
 * @param detail what differs, in words
 * @param ours as our ledger has it; empty when it has not
 * @param books as the books have it; empty when they have not, or cannot show it
 */
public record Difference(
        String postingId, long attempt, EntryKind kind, String detail, Optional<Entry> ours, Optional<Entry> books) {

    static Difference read(Row row) {
        EntryKind kind = row.oneOf(EntryKind.class, "Kind");
        Optional<Entry> ours = entry(row, "Our");
        Optional<Entry> books = entry(row, "Books");
        boolean isShown =
                books.isPresent() || row.optionalText("BooksBankAccountId").isEmpty();
        return new Difference(
                row.text("PostingId"),
                row.number("Attempt"),
                kind,
                isShown ? describe(kind, ours, books) : notShown(kind),
                ours,
                books);
    }

    private static Optional<Entry> entry(Row row, String side) {
        return row.optionalMoney(side + "Amount")
                .map(amount -> new Entry(row.text(side + "BankAccountId"), row.date(side + "BookDate"), amount));
    }

    private static String notShown(EntryKind kind) {
        return "Not compared: this system's tables do not show a " + word(kind)
                + " of this kind. Compare it with the system's own report.";
    }

    private static String word(EntryKind kind) {
        return kind == EntryKind.POST ? "posting" : "reversal";
    }

    private static String describe(EntryKind kind, Optional<Entry> ours, Optional<Entry> books) {
        String entry = word(kind);
        if (books.isEmpty()) {
            return "The " + entry + " is not in the books.";
        }
        if (ours.isEmpty()) {
            return "The books have a " + entry + " that our ledger has not.";
        }
        List<String> parts = new ArrayList<>();
        differ(parts, "the amount", ours.get().amount(), books.get().amount());
        differ(
                parts,
                "the bank account",
                ours.get().bankAccountId(),
                books.get().bankAccountId());
        differ(parts, "the book date", ours.get().bookDate(), books.get().bookDate());
        return parts.isEmpty()
                ? "The books have the " + entry + " more than once."
                : "Not the same in the books: " + String.join(", ", parts) + ".";
    }

    private static void differ(List<String> parts, String what, Object ours, Object books) {
        if (!ours.equals(books)) {
            parts.add(what + " is " + books + " instead of " + ours);
        }
    }
}
