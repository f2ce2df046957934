package com.clientpay.connect.demo.procedures;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Locks on targets, held until the transaction ends: whoever changes a target through the connector waits here for
 * whoever was first. Each is one of the stripes.
 */
final class TargetLocks {
    private final Connection connection;
    private final Set<Integer> held = new HashSet<>();

    TargetLocks(Connection connection) {
        this.connection = connection;
    }

    /** Takes those that are not held yet; answers whether there were any. */
    boolean take(Collection<Target> targets) throws SQLException {
        Set<Integer> stripes = new TreeSet<>();
        for (Target target : targets) {
            stripes.add(Math.floorMod(target.lockName().hashCode(), LockStripes.TARGETS));
        }
        stripes.removeAll(held);
        for (int stripe : stripes) {
            LockStripes.take(connection, stripe);
        }
        return held.addAll(stripes);
    }
}
