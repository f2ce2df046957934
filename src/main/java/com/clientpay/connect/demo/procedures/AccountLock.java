package com.clientpay.connect.demo.procedures;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The lock between those who record payments for merchant accounts, any number at once, and whoever changes an account, one
 * alone. H2 has no shared locks: who records takes one stripe, who changes takes them all.
 */
final class AccountLock {
    private AccountLock() {}

    /** Until the transaction ends, no merchant account is changed or taken away. */
    static void share(Connection connection, String postingId) throws SQLException {
        LockStripes.take(connection, LockStripes.TARGETS + Math.floorMod(postingId.hashCode(), LockStripes.ACCOUNTS));
    }

    /** Until the transaction ends, no payment is recorded, and nobody else changes an account. */
    static void take(Connection connection) throws SQLException {
        for (int stripe = LockStripes.TARGETS; stripe < LockStripes.BATCHES; stripe++) {
            LockStripes.take(connection, stripe);
        }
    }
}
