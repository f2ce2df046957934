package com.clientpay.connect.demo.reference;

import java.sql.SQLException;

/** Errors that {@link ReceiptTrigger} raises when the switch of the same name is on. */
enum Misbehaviour {
    /** The vendor's own number, as RAISERROR gives it. */
    RAISE(false, 50000, "S0001", "The receipt does not pass the vendor's check."),
    /** A rule on one of the vendor's tables. */
    RAISE_CONSTRAINT(false, 23513, "23513", "Check constraint violation: ReceiptAuditLimit."),
    /** A unique key of the vendor's: as a number the same as one of ours. */
    RAISE_DUPLICATE(false, 23505, "23505", "Unique index or primary key violation: ReceiptAuditNumber."),
    /** A value too long for a column of the vendor's. */
    RAISE_TRUNCATION(false, 22001, "22001", "Value too long for column ReceiptAudit.Payer."),
    /** A right that was taken away. */
    RAISE_RIGHTS(false, 90096, "90096", "Not enough rights for object firm.ReceiptAudit."),
    /** When the head and the first balance are written already. */
    RAISE_LATE(true, 50001, "S0001", "The line does not pass the vendor's check.");

    private final boolean ofLines;
    private final int number;
    private final String state;
    private final String text;

    Misbehaviour(boolean ofLines, int number, String state, String text) {
        this.ofLines = ofLines;
        this.number = number;
        this.state = state;
        this.text = text;
    }

    boolean isOfLines() {
        return ofLines;
    }

    SQLException error() {
        return new SQLException(text, state, number);
    }
}
