package com.clientpay.connect.demo.reference;

import com.clientpay.connect.demo.procedures.QueueReceipt;
import java.sql.ResultSet;
import java.sql.Types;
import java.util.Optional;
import org.h2.tools.SimpleResultSet;

/** What a hook answers: one row, BOOKED with the receipt's number, QUEUED for the import, or REFUSED with the reason. */
final class HookAnswer {
    private final SimpleResultSet row = new SimpleResultSet();

    HookAnswer() {
        row.setAutoClose(false);
        row.addColumn("Outcome", Types.VARCHAR, 16, 0);
        row.addColumn("Receipt", Types.VARCHAR, 64, 0);
        row.addColumn("Code", Types.VARCHAR, 64, 0);
        row.addColumn("Detail", Types.VARCHAR, 1000, 0);
        row.addColumn("Allocation", Types.BIGINT, 19, 0);
    }

    /** No row: H2 only asks for the columns. */
    ResultSet columnsOnly() {
        return row;
    }

    ResultSet booked(long receipt) {
        row.addRow("BOOKED", Long.toString(receipt), null, null, null);
        return row;
    }

    /** @param refusal why it is not queued */
    ResultSet queued(Optional<QueueReceipt.Refusal> refusal) {
        refusal.ifPresentOrElse(
                why -> row.addRow("REFUSED", null, why.code(), why.detail(), null),
                () -> row.addRow("QUEUED", null, null, null, null));
        return row;
    }

    ResultSet refused(RefusedException refusal) {
        row.addRow("REFUSED", null, refusal.code(), refusal.getMessage(), refusal.allocation());
        return row;
    }
}
