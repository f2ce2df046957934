package com.clientpay.connect.posting;

import com.clientpay.connect.database.Row;
import java.util.Optional;

/**
 * What a procedure that moves a posting answers.
 *
 * @param status where the posting stands after it
 * @param code with REFUSED: why
 * @param detail with REFUSED: the sentence for it
 * @param allocation with REFUSED: the index of the allocation it is about
 */
record MoveOutcome(
        Kind kind,
        Optional<PostingStatus> status,
        Optional<String> code,
        Optional<String> detail,
        Optional<Long> allocation) {

    enum Kind {
        DONE,
        /** A repeat: nothing was written. */
        UNCHANGED,
        NOT_FOUND,
        NOT_ALLOWED,
        /** The version expected is not the row's. */
        CHANGED_MEANWHILE,
        /** The books refuse; the transaction is to be rolled back. */
        REFUSED
    }

    static MoveOutcome read(Row row) {
        return new MoveOutcome(
                row.oneOf(Kind.class, "Outcome"),
                row.optionalText("Status").map(PostingStatus::valueOf),
                row.optionalText("Code"),
                row.optionalText("Detail"),
                row.optionalNumber("Allocation"));
    }

    boolean isRefused() {
        return kind == Kind.REFUSED;
    }

    boolean isDone() {
        return kind == Kind.DONE;
    }
}
