package com.clientpay.connect.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The firm's database: calls of procedures, alone or in transactions, and what their errors mean.
 *
 * <p>A transaction runs its work again, up to three times more with a little jitter, when it was the loser of a deadlock,
 * waited too long for a lock, met a unique key, met scripts that are being run, or lost its connection before the commit was
 * sent; but not once it has taken fifteen seconds, since its caller is waiting. So work must have no
 * effect outside the database. A broken connection leaves the pool at once, also when its driver does not say so in the
 * pool's own terms. A connection that breaks at the commit or after it is an {@link OutcomeUnknownException}
 * and is never repeated here.
 *
 * <p>Safe for use by many threads.
 */
public final class Database implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Database.class);
    private static final int RETRIES = 3;
    /** After so long no further try begins. */
    private static final long PATIENCE_NANOS = Duration.ofSeconds(15).toNanos();

    private final HikariDataSource pool;
    private final PreparedCalls statements = new PreparedCalls();

    /** @param pool is closed with this; its connection time-out bounds how long a call waits for a connection */
    public Database(HikariDataSource pool) {
        this.pool = pool;
    }

    /**
     * Calls a reading procedure on a connection of its own, held no longer than the call. Its transaction ends by a
     * commit, though nothing was written: a roll-back makes H2 forget every statement that it has parsed.
     */
    public <T> List<T> list(Procedure procedure, Function<Row, T> reader, Object... arguments) {
        return reading(transaction -> transaction.list(procedure, reader, arguments));
    }

    /** As {@link #list}, for procedures that answer at most one row. */
    public <T> Optional<T> find(Procedure procedure, Function<Row, T> reader, Object... arguments) {
        return reading(transaction -> transaction.find(procedure, reader, arguments));
    }

    /** As {@link #list}, for procedures that answer exactly one row. */
    public <T> T one(Procedure procedure, Function<Row, T> reader, Object... arguments) {
        return reading(transaction -> transaction.one(procedure, reader, arguments));
    }

    private <T> T reading(Function<Transaction, T> work) {
        return transaction(transaction -> {
            transaction.onlyReads();
            return work.apply(transaction);
        });
    }

    /**
     * Runs the work in one transaction and answers its result after the commit.
     *
     * @throws DatabaseAwayException nothing was written
     * @throws BusyException nothing was written
     * @throws OutcomeUnknownException it may have been written
     * @throws ProcedureException the database refused with a number; nothing was written
     * @throws ContractBrokenException the procedure is not what the contract says; nothing was written
     */
    public <T> T transaction(Function<Transaction, T> work) {
        long begun = System.nanoTime();
        for (int attempt = 0; ; attempt++) {
            try {
                return attempt(work);
            } catch (Transaction.Failed e) {
                ErrorKind kind = ErrorKind.of(e.error());
                boolean isLast = attempt == RETRIES || System.nanoTime() - begun > PATIENCE_NANOS;
                if (isLast || !kind.isWorthAnotherTry()) {
                    throw outlived(kind, e);
                }
                log.debug("{} met {}; trying again", e.procedure().name(), kind, e.error());
                pause(attempt);
            }
        }
    }

    private <T> T attempt(Function<Transaction, T> work) {
        Connection connection = borrow();
        try {
            Transaction transaction = new Transaction(connection, statements);
            T result = work.apply(transaction);
            if (transaction.isToRollBack()) {
                rollBack(connection);
            } else if (transaction.isOnlyReading()) {
                endReading(connection);
            } else {
                commit(connection);
            }
            return result;
        } catch (Transaction.Failed e) {
            rollBack(connection);
            if (ErrorKind.of(e.error()) == ErrorKind.AWAY) {
                pool.evictConnection(connection);
            }
            throw e;
        } catch (OutcomeUnknownException e) {
            pool.evictConnection(connection);
            throw e;
        } catch (RuntimeException e) {
            rollBack(connection);
            throw e;
        } finally {
            giveBack(connection);
        }
    }

    private Connection borrow() {
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            var state = pool.getHikariPoolMXBean();
            if (state != null && state.getActiveConnections() >= pool.getMaximumPoolSize()) {
                throw new BusyException("All " + pool.getMaximumPoolSize() + " connections are in use.", e);
            }
            throw new DatabaseAwayException("The database cannot be reached.", e);
        }
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new OutcomeUnknownException("The connection broke at the commit.", e);
        }
    }

    /** What was read is right, also when the connection breaks now. */
    private static void endReading(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            log.debug("The connection broke after it was read.", e);
        }
    }

    /** A connection that can't roll back is broken, and then the database rolls back by itself. */
    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            log.debug("The connection broke before its roll-back.", e);
        }
    }

    /** What was committed stays committed, however the connection ends. */
    private static void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            log.debug("The connection broke on its way back to the pool.", e);
        }
    }

    private static DatabaseException outlived(ErrorKind kind, Transaction.Failed failed) {
        String name = failed.procedure().qualifiedName();
        int number = failed.error().getErrorCode();
        return switch (kind) {
            case AWAY -> new DatabaseAwayException("The connection to the database broke.", failed.error());
            case FULL ->
                new DatabaseAwayException(
                        "The database cannot be written to: its log or a disk is full (error " + number + ").",
                        failed.error());
            case BUSY -> new BusyException("The database's locks outlived every retry.", failed.error());
            case SLOW -> new BusyException(name + " took longer than it may.", failed.error());
            case CHANGING ->
                new BusyException(
                        "What " + name + " needs is not there (error " + number
                                + "): scripts are being run, or were not run to their end.",
                        failed.error());
            case DUPLICATE, OTHER -> new ProcedureException(failed.procedure(), failed.error());
        };
    }

    private static void pause(int attempt) {
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(10, 50L << attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException("Interrupted while waiting to try again.", e);
        }
    }

    /** Connections in use, idle, and threads waiting for one; momentary. */
    public PoolState poolState() {
        var state = pool.getHikariPoolMXBean();
        return state == null
                ? new PoolState(0, 0, 0, pool.getMaximumPoolSize())
                : new PoolState(
                        state.getActiveConnections(),
                        state.getIdleConnections(),
                        state.getThreadsAwaitingConnection(),
                        pool.getMaximumPoolSize());
    }

    @Override
    public void close() {
        pool.close();
    }
}
