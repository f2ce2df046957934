package com.clientpay.connect.posting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Postings made by hand. */
final class PostingFixture {
    private PostingFixture() {}

    static Posting posting(String id, PostingStatus status, HistoryEvent... history) {
        return new Posting(
                id,
                status,
                1,
                1,
                "pay-" + id,
                "ma-1",
                Optional.empty(),
                new BigDecimal("100.00"),
                LocalDate.of(2026, 11, 2),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Instant.parse("2026-11-02T12:00:00.123Z"),
                List.of(history));
    }

    static HistoryEvent event(String what, String detail) {
        return new HistoryEvent(Instant.parse("2026-11-02T12:00:00Z"), "key:portal", what, Optional.of(detail));
    }

    static Allocation toInvoice(String id, String amount) {
        return new Allocation(
                Optional.of(id), Optional.empty(), Optional.empty(), Optional.empty(), new BigDecimal(amount));
    }
}
