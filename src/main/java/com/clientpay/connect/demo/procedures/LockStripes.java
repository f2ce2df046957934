package com.clientpay.connect.demo.procedures;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What stands for SQL Server's named locks: row locks on the rows of table LockStripe, held until the transaction ends.
 * The first {@value #TARGETS} are those of targets, the next {@value #ACCOUNTS} those of merchant accounts, the last one
 * that of batches. Whoever takes several takes them in ascending order, so that nobody waits in a circle.
 */
final class LockStripes {
    static final int TARGETS = 1008;
    static final int ACCOUNTS = 16;
    static final int BATCHES = TARGETS + ACCOUNTS;

    private LockStripes() {}

    /** By an update that changes nothing: H2 parses every SELECT ... FOR UPDATE anew. */
    static void take(Connection connection, int stripe) throws SQLException {
        int rows = Sql.update(
                connection, "UPDATE clientpay_internal.LockStripe SET Stripe = Stripe WHERE Stripe = ?", stripe);
        if (rows != 1) {
            throw new SQLException("Table LockStripe has no row " + stripe + ".");
        }
    }

    /** Answers whether it was free; if not, it is not waited for. */
    static boolean takeIfFree(Connection connection, int stripe) throws SQLException {
        return Sql.find(
                        connection,
                        "SELECT Stripe FROM clientpay_internal.LockStripe WHERE Stripe = ? FOR UPDATE SKIP LOCKED",
                        row -> row.getInt("Stripe"),
                        stripe)
                .isPresent();
    }
}
