package com.clientpay.connect.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** What a database error means, by its number and SQLState, never by its text. One table for every engine. */
enum ErrorKind {
    /** The connection is gone or could not be made. */
    AWAY,
    /** Deadlock, lock time-out, snapshot conflict: the same again may succeed. */
    BUSY,
    /** A unique key: with keys of ours somebody else was first, and the same again finds what they wrote. */
    DUPLICATE,
    /** Everything else. */
    OTHER;

    /** SQL Server 1205 deadlock, 1222 lock time-out, 3960 snapshot conflict; H2 40001, 50200, 90131. */
    private static final Set<Integer> BUSY_NUMBERS = Set.of(1205, 1222, 3960, 40001, 50200, 90131);

    /** SQL Server 2601 unique index, 2627 unique constraint; H2 23505. */
    private static final Set<Integer> DUPLICATE_NUMBERS = Set.of(2601, 2627, 23505);

    /** H2: object closed, connection broken, database closed, database closed at shutdown, file already in use. */
    private static final Set<Integer> AWAY_NUMBERS = Set.of(90007, 90020, 90067, 90098, 90121);

    static ErrorKind of(SQLException error) {
        if (BUSY_NUMBERS.contains(error.getErrorCode())) {
            return BUSY;
        }
        if (DUPLICATE_NUMBERS.contains(error.getErrorCode())) {
            return DUPLICATE;
        }
        String state = error.getSQLState();
        boolean away = error instanceof SQLTransientConnectionException
                || error instanceof SQLNonTransientConnectionException
                || (state != null && state.startsWith("08"))
                || AWAY_NUMBERS.contains(error.getErrorCode());
        return away ? AWAY : OTHER;
    }
}
