package com.clientpay.connect.demo.procedures;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Locks on targets, held until the transaction ends: whoever changes a target through the connector waits here for
 * whoever was first. H2 has no named locks, so a lock is the row lock on one of {@value #STRIPES} stripes; stripes are
 * taken in ascending order, so that nobody waits in a circle.
 */
final class TargetLocks {
    static final int STRIPES = 1024;

    private final Connection connection;
    private final Set<Integer> held = new HashSet<>();

    TargetLocks(Connection connection) {
        this.connection = connection;
    }

    /** Takes those that are not held yet; answers whether there were any. */
    boolean take(Collection<Target> targets) throws SQLException {
        Set<Integer> stripes = new TreeSet<>();
        for (Target target : targets) {
            stripes.add(Math.floorMod(target.lockName().hashCode(), STRIPES));
        }
        stripes.removeAll(held);
        for (int stripe : stripes) {
            Sql.find(
                            connection,
                            "SELECT Stripe FROM clientpay_internal.LockStripe WHERE Stripe = ? FOR UPDATE",
                            row -> row.getInt("Stripe"),
                            stripe)
                    .orElseThrow(() -> new SQLException("Table LockStripe has no row " + stripe + "."));
        }
        return held.addAll(stripes);
    }
}
