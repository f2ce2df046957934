package com.clientpay.connect.demo.procedures;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What a system pack provides: a procedure that writes into the firm's own tables. It reads the posting and its
 * allocations from our tables, and answers one row.
 */
enum Hook {
    /** Writes a posting into the books, or queues it for the system's import. */
    APPLY("ApplyPosting"),
    /** The same for a reversal. */
    REVERSE("ReversePosting");

    private final String call;

    Hook(String name) {
        call = "CALL clientpay_internal." + name + "(?, ?, ?)";
    }

    /**
     * @param isQueued the system's import will write it later
     * @param receipt the books' number of it; null while it is queued
     * @param refusal why the books do not take it: then nothing that was done may stay
     */
    record Answer(boolean isQueued, String receipt, Optional<Reason> refusal) {}

    Answer call(Connection connection, String postingId, LocalDate bookDate, LocalDateTime now) throws SQLException {
        return Sql.find(
                        connection,
                        call,
                        row -> switch (row.getString("Outcome")) {
                            case "BOOKED" -> new Answer(false, row.getString("Receipt"), Optional.empty());
                            case "QUEUED" -> new Answer(true, null, Optional.empty());
                            default ->
                                new Answer(
                                        false,
                                        null,
                                        Optional.of(new Reason(
                                                row.getString("Code"),
                                                row.getString("Detail"),
                                                row.getObject("Allocation", Long.class))));
                        },
                        postingId,
                        bookDate,
                        now)
                .orElseThrow(() -> new SQLException("The hook " + name() + " answered no row."));
    }
}
