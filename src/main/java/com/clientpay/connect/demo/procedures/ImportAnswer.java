package com.clientpay.connect.demo.procedures;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What has become of a receipt that was handed to the firm's import.
 *
 * @param outcome BOOKED, REJECTED, or REFUSED by the layout of the batch file
 * @param receipt the books' number of it, if the import tells
 * @param bookedOn its date in the books; null: the one that was asked for
 * @param detail why not, in the import's words, if it tells
 */
record ImportAnswer(String outcome, String receipt, LocalDate bookedOn, String detail) {
    private static final String BOOKED = "BOOKED";

    /** Of several answers one that the books have it: to post it again would be twice. */
    static Optional<ImportAnswer> read(Connection connection, Handover handover) throws SQLException {
        return Sql.find(
                connection,
                "SELECT Outcome, Receipt, BookedOn, Detail FROM clientpay_internal.MapReceiptResult"
                        + " WHERE PostingId = ? AND Attempt = ? AND Kind = ? AND Handover = ?"
                        + " AND Outcome IN ('BOOKED', 'REJECTED') ORDER BY Outcome, Receipt FETCH FIRST 1 ROW ONLY",
                row -> new ImportAnswer(
                        row.getString("Outcome"),
                        row.getString("Receipt"),
                        row.getObject("BookedOn", LocalDate.class),
                        row.getString("Detail")),
                handover.postingId(),
                handover.attempt(),
                handover.kind(),
                handover.number());
    }

    static ImportAnswer refused(String detail) {
        return new ImportAnswer("REFUSED", null, null, detail);
    }

    /** Moves the locked posting to where the answer puts it. */
    Move take(Connection connection, PostingRow posting, Handover handover, LocalDateTime now, String actor)
            throws SQLException {
        handover.answered(connection, outcome, actor, now);
        if (!outcome.equals(BOOKED)) {
            return handover.isReversal()
                    ? stays(connection, posting, now, actor)
                    : incomplete(connection, posting, now, actor);
        }
        return handover.isReversal()
                ? reversed(connection, posting, now, actor)
                : posted(connection, posting, now, actor);
    }

    private Move posted(Connection connection, PostingRow posting, LocalDateTime now, String actor)
            throws SQLException {
        LocalDate bookDate = bookedOn == null ? posting.state().bookDate() : bookedOn;
        Effects.post(connection, posting, bookDate, receipt, now);
        posting.change(connection, posting.with(posting.state().booked(Status.POSTED, bookDate, receipt)), now);
        Events.add(connection, posting.id(), now, actor, Events.POSTED, words(bookDate));
        return Move.done(Status.POSTED);
    }

    private Move reversed(Connection connection, PostingRow posting, LocalDateTime now, String actor)
            throws SQLException {
        LocalDate bookDate = bookedOn == null ? requestedDate(connection, posting) : bookedOn;
        Effects.reverse(connection, posting, false, bookDate, receipt, now);
        posting.change(
                connection,
                posting.with(posting.state()
                        .reversed(Status.REVERSED, posting.state().reversalReason())),
                now);
        Events.add(connection, posting.id(), now, actor, Events.REVERSED, words(bookDate));
        return Move.done(Status.REVERSED);
    }

    private Move incomplete(Connection connection, PostingRow posting, LocalDateTime now, String actor)
            throws SQLException {
        String why = why();
        Reason.replace(connection, posting.id(), List.of(Reason.ofPosting("import-rejected", why)));
        posting.change(connection, posting.with(posting.state().booked(Status.INCOMPLETE, null, null)), now);
        Events.add(connection, posting.id(), now, actor, Events.INCOMPLETE, "import-rejected: " + why);
        return Move.done(Status.INCOMPLETE);
    }

    /** It is in the books as before. */
    private Move stays(Connection connection, PostingRow posting, LocalDateTime now, String actor) throws SQLException {
        posting.change(connection, posting.with(posting.state().reversed(Status.POSTED, null)), now);
        Events.add(connection, posting.id(), now, actor, Events.REVERSAL_REJECTED, why());
        return Move.done(Status.POSTED);
    }

    private static LocalDate requestedDate(Connection connection, PostingRow posting) throws SQLException {
        return Sql.find(
                        connection,
                        "SELECT BookDate FROM clientpay_internal.BatchLine WHERE PostingId = ? AND Attempt = ?"
                                + " AND Kind = 'REVERSE' ORDER BY Handover DESC FETCH FIRST 1 ROW ONLY",
                        row -> row.getObject("BookDate", LocalDate.class),
                        posting.id(),
                        posting.state().attempt())
                .orElseThrow(() -> new SQLException("No line of the reversal of " + posting.id() + " is there."));
    }

    private String words(LocalDate bookDate) {
        return (receipt == null ? "Booked" : "Receipt " + receipt + ", booked") + " on " + bookDate
                + " by the firm's import.";
    }

    private String why() {
        return detail == null || detail.isBlank()
                ? "The firm's import rejected it without saying why. Look into the import's own report."
                : detail;
    }
}
