package com.clientpay.connect.contract;

import com.clientpay.connect.database.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A posting as GetPosting and ListPostings answer it. */
public record Recorded(
        String id,
        String status,
        long attempt,
        long version,
        Optional<String> kind,
        Optional<String> bankAccountId,
        Optional<String> ledgerCode,
        Optional<String> transactionType,
        Optional<String> arMessage,
        Optional<String> currency,
        Optional<String> payerName,
        Optional<LocalDate> bookDate,
        Optional<String> receipt,
        Optional<String> due,
        Instant createdAt,
        List<Allocation> allocations,
        List<Reason> reasons,
        List<Event> events) {

    public record Allocation(
            Optional<String> invoiceId,
            Optional<String> invoiceNumber,
            Optional<String> trustLedgerId,
            Optional<String> matterId,
            BigDecimal amount) {}

    public record Reason(String code, String detail, Optional<Long> allocation) {}

    public record Event(String what, String actor, Optional<String> detail) {}

    /** Collects the rows of an answer into postings. */
    static final class Reader {
        private final List<Recorded> postings = new ArrayList<>();

        Recorded read(Row row) {
            switch (row.text("Part")) {
                case "POSTING" -> postings.add(head(row));
                case "ALLOCATION" ->
                    last().allocations
                            .add(new Allocation(
                                    row.optionalText("InvoiceId"),
                                    row.optionalText("InvoiceNumber"),
                                    row.optionalText("TrustLedgerId"),
                                    row.optionalText("MatterId"),
                                    row.money("Amount")));
                case "REASON" ->
                    last().reasons
                            .add(new Reason(row.text("Code"), row.text("Detail"), row.optionalNumber("Allocation")));
                case "EVENT" ->
                    last().events.add(new Event(row.text("What"), row.text("Actor"), row.optionalText("Detail")));
                default -> throw new AssertionError("Unknown part " + row.text("Part"));
            }
            if (!last().id.equals(row.text("PostingId"))) {
                throw new AssertionError("A row of " + row.text("PostingId") + " among those of " + last().id);
            }
            return last();
        }

        List<Recorded> postings() {
            return postings;
        }

        private Recorded last() {
            return postings.get(postings.size() - 1);
        }

        private static Recorded head(Row row) {
            return new Recorded(
                    row.text("PostingId"),
                    row.text("Status"),
                    row.number("Attempt"),
                    row.number("Version"),
                    row.optionalText("Kind"),
                    row.optionalText("BankAccountId"),
                    row.optionalText("LedgerCode"),
                    row.optionalText("TransactionType"),
                    row.optionalText("ArMessage"),
                    row.optionalText("Currency"),
                    row.optionalText("PayerName"),
                    row.optionalDate("BookDate"),
                    row.optionalText("Receipt"),
                    row.optionalText("Due"),
                    row.instant("CreatedAt"),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>());
        }
    }

    /** The reasons' codes, with the allocation's position from 0 where there is one: {@code over-balance 0}. */
    public List<String> codes() {
        return reasons.stream()
                .map(reason -> reason.code
                        + reason.allocation.map(position -> " " + position).orElse(""))
                .toList();
    }

    /** What happened, in order. */
    public List<String> history() {
        return events.stream().map(Event::what).toList();
    }
}
