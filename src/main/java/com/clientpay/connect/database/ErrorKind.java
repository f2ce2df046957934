package com.clientpay.connect.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a database error means, by its number and SQLState. One table for every engine: numbers up to 51999 are SQL Server's
 * (sys.messages) and ours, those from 90000 on, 23505, 40001, 50200 and 57014 H2's.
 *
 * <p>Not here are 64, 233, 10053, 10054 and 10060, which lists for other drivers have: there they are the operating
 * system's. This driver gives a broken connection SQLState 08S01 and no number, and from the server some of them are errors
 * of the books (233: a column must not be null).
 */
enum ErrorKind {
    /** The connection is gone, or the database is not open or not this server's to write: another one may do. */
    AWAY,
    /** Deadlock, lock time-out, snapshot conflict, want of memory: the same again may succeed. */
    BUSY,
    /** A procedure or view of ours is missing or has just changed: scripts are being run at this moment. */
    CHANGING,
    /** The statement took longer than it may: the same again would take as long. */
    SLOW,
    /** The log or a disk is full: nobody writes to this database until somebody makes room. */
    FULL,
    /** A unique key: with keys of ours somebody else was first, and the same again finds what they wrote. */
    DUPLICATE,
    /** Everything else: what the books refuse. */
    OTHER;

    /**
     * Killed session 596, shutdown 6005, read-only database 3906, log not available 9001; a database that is not open:
     * 4060, 921, 922, 926, 927, 942, 945, 952; mirrors and replicas: 954, 955, 956, 976, 978, 979, 982, 983, 988; Azure
     * 40197, 40613. H2: object closed, file in use, connection broken, database closed, closed at shutdown.
     */
    private static final Set<Integer> AWAY_NUMBERS = Set.of(
            596, 6005, 3906, 9001, 4060, 921, 922, 926, 927, 942, 945, 952, 954, 955, 956, 976, 978, 979, 982, 983, 988,
            40197, 40613, 90007, 90020, 90067, 90098, 90121);

    /**
     * Locks 1204, 1205, 1221, 1222; snapshots 3960, 3961, 3966; memory and latches 701, 802, 845, 8628, 8645, 8651; pages
     * that moved 601, 617, 669; memory-optimized tables 41301, 41302, 41305, 41325, 41839; Azure 10928, 10929, 40501,
     * 49918, 49919, 49920; ours: 51003 no application lock, 51006 a row changed in spite of its lock.
     */
    private static final Set<Integer> BUSY_NUMBERS = Set.of(
            1204, 1205, 1221, 1222, 3960, 3961, 3966, 701, 802, 845, 8628, 8645, 8651, 601, 617, 669, 41301, 41302,
            41305, 41325, 41839, 10928, 10929, 40501, 49918, 49919, 49920, 51003, 51006, 40001, 50200, 90131);

    /** Changed since it was compiled 2801; missing: table or view 208, procedure 2812. */
    private static final int CHANGED = 2801;

    private static final Set<Integer> MISSING_NUMBERS = Set.of(208, 2812);

    /** The quoted name of something in one of our two schemas, the same in every language of the server. */
    private static final Pattern OF_OURS = Pattern.compile("['\"\u00AB\u201C\u201E]clientpay(_internal)?\\.");

    /** Log 9002; filegroup 1101, 1105; tempdb 1104; version store 3958, 3959, 3967; Azure's quota 40544. */
    private static final Set<Integer> FULL_NUMBERS =
            Set.of(9002, 1101, 1105, 1104, 3958, 3959, 3967, 40544, 90097, 90100);

    /** SQL Server 2601 unique index, 2627 unique constraint; H2 23505. */
    private static final Set<Integer> DUPLICATE_NUMBERS = Set.of(2601, 2627, 23505);

    private static final String CANCELLED = "HY008";
    private static final int H2_CANCELLED = 57014;
    private static final int H2_GENERAL = 50000;

    static ErrorKind of(SQLException error) {
        int number = error.getErrorCode();
        if (BUSY_NUMBERS.contains(number)) {
            return BUSY;
        }
        if (DUPLICATE_NUMBERS.contains(number)) {
            return DUPLICATE;
        }
        if (FULL_NUMBERS.contains(number) || isFailedWrite(error)) {
            return FULL;
        }
        if (isChanging(error)) {
            return CHANGING;
        }
        String state = String.valueOf(error.getSQLState());
        if (error instanceof SQLTimeoutException || state.equals(CANCELLED) || number == H2_CANCELLED) {
            return SLOW;
        }
        boolean away = error instanceof SQLTransientConnectionException
                || error instanceof SQLNonTransientConnectionException
                || state.startsWith("08")
                || AWAY_NUMBERS.contains(number);
        return away ? AWAY : OTHER;
    }

    /** H2 has no number of its own for a disk that takes no more: 50000 is any error, of SQL Server's procedures too. */
    private static boolean isFailedWrite(SQLException error) {
        return error.getErrorCode() == H2_GENERAL
                && String.valueOf(error.getMessage()).contains("org.h2.mvstore.MVStoreException: Writing to ");
    }

    /** That something is missing is the books' affair, unless it is ours. */
    private static boolean isChanging(SQLException error) {
        return error.getErrorCode() == CHANGED
                || (MISSING_NUMBERS.contains(error.getErrorCode())
                        && OF_OURS.matcher(String.valueOf(error.getMessage())).find());
    }

    /** Whether the same again may go well. */
    boolean isWorthAnotherTry() {
        return this == AWAY || this == BUSY || this == CHANGING || this == DUPLICATE;
    }
}
