package com.clientpay.connect.demo.procedures;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * How it stands with the sign-off of the mapping, as the functions MappingStateChanges and SignOffStanding of SQL Server say it.
 */
final class MappingSignOff {
    private static final String NOW = "SELECT Part, Subject, Item, \"VALUE\" FROM clientpay_internal.MappingState";

    private static final String SIGNED =
            "SELECT Part, Subject, Item, \"VALUE\" FROM clientpay_internal.MappingSignOffState"
                    + " WHERE MappingSignOffId = (SELECT MAX(MappingSignOffId) FROM clientpay_internal.MappingSignOff)";

    private static final String CHANGES = "SELECT DISTINCT Part, Subject, Item FROM (((" + NOW + ") EXCEPT (" + SIGNED
            + ")) UNION ((" + SIGNED + ") EXCEPT (" + NOW + "))) ORDER BY Part, Subject, Item";

    /** Something that is another one than when it was signed. */
    record Change(String part, String subject, String item) {}

    private MappingSignOff() {}

    /** NOT_NEEDED, MISSING, VOID or SIGNED. */
    static String standing(Connection connection) throws SQLException {
        if (!isThere(connection, "Installation WHERE NeedsSignOff")) {
            return "NOT_NEEDED";
        }
        if (!isThere(connection, "MappingSignOff")) {
            return "MISSING";
        }
        return changes(connection).isEmpty() ? "SIGNED" : "VOID";
    }

    static List<Change> changes(Connection connection) throws SQLException {
        return Sql.list(connection, CHANGES, row -> new Change(row.getString(1), row.getString(2), row.getString(3)));
    }

    private static boolean isThere(Connection connection, String rows) throws SQLException {
        return Sql.find(connection, "SELECT 1 FROM clientpay_internal." + rows + " LIMIT 1", row -> true)
                .isPresent();
    }
}
