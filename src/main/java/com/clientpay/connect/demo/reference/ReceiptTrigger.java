package com.clientpay.connect.demo.reference;

import com.clientpay.connect.demo.procedures.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.api.Trigger;

/**
 * Fires after a receipt, or a line of one, is inserted, and behaves as vendors' triggers do: it selects, it inserts into
 * another table with an identity of its own, and it raises whatever is switched on in firm.TriggerSwitch, in the middle
 * of somebody else's transaction.
 */
public final class ReceiptTrigger implements Trigger {
    private static final String LINES = "ReceiptLine";

    private final AtomicBoolean deadlocked = new AtomicBoolean();
    private boolean isOfLines;

    @Override
    public void init(Connection connection, String schema, String trigger, String table, boolean before, int type) {
        isOfLines = table.equalsIgnoreCase(LINES);
    }

    @Override
    public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
        long receiptId = ((Number) newRow[0]).longValue();
        if (!isOfLines) {
            Sql.list(
                    connection,
                    "SELECT BankAccountId FROM firm.Receipt WHERE ReceiptId = ?",
                    row -> row.getString(1),
                    receiptId);
            Sql.update(
                    connection,
                    "INSERT INTO firm.ReceiptAudit (ReceiptId, What, At) VALUES (?, 'ENTERED', ?)",
                    receiptId,
                    LocalDateTime.now(ZoneOffset.UTC));
        }
        List<String> on =
                Sql.list(connection, "SELECT Name FROM firm.TriggerSwitch WHERE IsOn", row -> row.getString("Name"));
        raise(on);
    }

    private void raise(List<String> on) throws SQLException {
        for (Misbehaviour misbehaviour : Misbehaviour.values()) {
            if (misbehaviour.isOfLines() == isOfLines && on.contains(misbehaviour.name())) {
                throw misbehaviour.error();
            }
        }
        if (!on.contains("DEADLOCK_ONCE")) {
            deadlocked.set(false);
        } else if (!isOfLines && deadlocked.compareAndSet(false, true)) {
            throw new SQLException("Deadlock detected. The current transaction was rolled back.", "40001", 40001);
        }
    }
}
