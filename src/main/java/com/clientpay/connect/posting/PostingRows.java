package com.clientpay.connect.posting;

import com.clientpay.connect.books.AccountKind;
import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.Row;
import com.clientpay.connect.database.Transaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts postings together from the rows that procedures answer them in: one row for the posting itself, then one for each
 * allocation, reason and event. Postings come in the order of their first rows, parts in the order of theirs.
 */
final class PostingRows {

    private enum PartKind {
        POSTING,
        ALLOCATION,
        REASON,
        EVENT
    }

    /** What one row says, about the posting with that id. */
    record Part(String postingId, Object content) {}

    private final Map<String, Posting> postings = new LinkedHashMap<>();
    private final Map<String, List<Object>> contents = new LinkedHashMap<>();

    private PostingRows() {}

    /** The posting with that id, as it is now. */
    static Optional<Posting> find(Database database, String id) {
        return assemble(database.list(Contract.GET_POSTING, PostingRows::read, id)).stream()
                .findFirst();
    }

    /** The posting with that id, as the transaction sees it. */
    static Optional<Posting> find(Transaction transaction, String id) {
        return assemble(transaction.list(Contract.GET_POSTING, PostingRows::read, id)).stream()
                .findFirst();
    }

    static Part read(Row row) {
        Object content = switch (row.oneOf(PartKind.class, "Part")) {
            case POSTING -> posting(row);
            case ALLOCATION ->
                new Allocation(
                        row.optionalText("InvoiceId"),
                        row.optionalText("TrustLedgerId"),
                        row.optionalText("MatterId"),
                        row.optionalText("InvoiceNumber"),
                        row.money("Amount"));
            case REASON -> new Reason(row.text("Code"), row.text("Detail"), row.optionalNumber("Allocation"));
            case EVENT ->
                new HistoryEvent(row.instant("At"), row.text("Actor"), row.text("What"), row.optionalText("Detail"));
        };
        return new Part(row.text("PostingId"), content);
    }

    static List<Posting> assemble(List<Part> parts) {
        PostingRows rows = new PostingRows();
        parts.forEach(rows::add);
        return rows.postings.values().stream().map(rows::whole).toList();
    }

    private void add(Part part) {
        if (part.content() instanceof Posting posting) {
            postings.put(part.postingId(), posting);
        } else {
            contents.computeIfAbsent(part.postingId(), id -> new ArrayList<>()).add(part.content());
        }
    }

    private Posting whole(Posting posting) {
        return posting.with(
                parts(posting.id(), Allocation.class),
                parts(posting.id(), Reason.class),
                parts(posting.id(), HistoryEvent.class));
    }

    private <T> List<T> parts(String id, Class<T> type) {
        return contents.getOrDefault(id, List.of()).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static <E extends Enum<E>> Optional<E> optional(Row row, Class<E> type, String column) {
        return row.optionalText(column).map(there -> row.oneOf(type, column));
    }

    private static Posting posting(Row row) {
        return new Posting(
                row.text("PostingId"),
                row.oneOf(PostingStatus.class, "Status"),
                row.number("Attempt"),
                row.number("Version"),
                row.text("PaymentId"),
                row.text("MerchantAccountId"),
                optional(row, AccountKind.class, "Kind"),
                row.money("Amount"),
                row.date("PaymentDate"),
                row.optionalDate("BookDate"),
                row.optionalText("PayerName").map(name -> new Payer(name, row.optionalText("PayerEmail"))),
                optional(row, PaymentMethod.class, "Method"),
                row.optionalText("Reference"),
                row.optionalText("ArMessage"),
                row.optionalText("LedgerCode"),
                row.optionalText("TransactionType"),
                row.optionalText("BankAccountId"),
                List.of(),
                List.of(),
                row.optionalText("Receipt"),
                row.instant("CreatedAt"),
                List.of());
    }
}
