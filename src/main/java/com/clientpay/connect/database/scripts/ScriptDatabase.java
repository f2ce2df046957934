package com.clientpay.connect.database.scripts;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.ContractComparison;
import com.clientpay.connect.database.DatabaseUnreachableException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** A SQL Server database as a DBA's login sees it: what is installed in it, and the running of scripts. */
public final class ScriptDatabase implements AutoCloseable {
    private final Connection connection;

    private ScriptDatabase(Connection connection) {
        this.connection = connection;
    }

    /**
     * @throws DatabaseUnreachableException with the reason in plain words
     * @throws ScriptException when the URL is not one of SQL Server
     */
    public static ScriptDatabase open(DatabaseSettings settings) throws DatabaseUnreachableException {
        // A large table's index takes its time.
        return new ScriptDatabase(DbaConnection.open(settings, Map.of("queryTimeout", "-1")));
    }

    /** Where this is, and as whom. */
    public ScriptTarget target() {
        return asking(() -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT DB_NAME(), @@SERVERNAME, SUSER_SNAME()")) {
                row.next();
                return new ScriptTarget(row.getString(1), row.getString(2), row.getString(3));
            }
        });
    }

    /** @throws ScriptException when this login may not read it */
    public Installed installed() {
        return asking(() -> new ScriptHistory(connection).read());
    }

    /**
     * What the pack uses and the database does not have, or has otherwise; nothing where it fits. Creates nothing.
     *
     * @throws ScriptException when another pack is installed, with its name
     */
    public List<Misfit> preflight(ScriptSet set) {
        return set.preflight().map(script -> Preflight.run(connection, script)).orElse(List.of());
    }

    /**
     * As {@link #preflight}, for those who go on only where the database fits.
     *
     * @throws PreflightException with the list, where it does not
     */
    public void requireFit(ScriptSet set) {
        List<Misfit> misfits = preflight(set);
        if (!misfits.isEmpty()) {
            throw new PreflightException(set.system(), misfits);
        }
    }

    /**
     * Runs what a plan says, under the lock that keeps other runs away.
     *
     * @param set whose plan it is
     * @throws ScriptFailedException when a script fails; those before it stay, and of it nothing does
     * @throws PreflightException before any script, when the database is not one that the pack is for
     * @throws ScriptException before any script, when somebody else is at it, or the database is not any more what the plan
     *     was made for, or this login is not the owner
     */
    public void apply(ScriptSet set, ScriptPlan plan, boolean all, RunListener listener) {
        asking(() -> {
            requireOwner();
            ScriptLock lock = ScriptLock.take(connection);
            try {
                if (!ScriptPlan.of(set, installed(), all).runsTheSameAs(plan)) {
                    throw new ScriptException(
                            "Somebody ran scripts on this database after the plan was made. Nothing was"
                                    + " done: look at the new plan by connect scripts plan, and repeat the command.");
                }
                requireFit(set);
                new ScriptRunner(connection, listener).run(plan.toRun());
            } finally {
                lock.release();
            }
            return null;
        });
    }

    /** The procedures, functions, views and triggers of our two schemas, as they are in the database. */
    public List<InstalledModule> modules() {
        return asking(() -> InstalledModule.read(connection));
    }

    /** Whatever of our two schemas does not belong to dbo: one sentence each. */
    public List<String> foreignOwners() {
        return asking(() -> Owners.foreign(connection));
    }

    /** How the procedures differ from {@link Contract}. */
    public ContractResult compareContract() {
        return asking(() -> {
            connection.setAutoCommit(false);
            try {
                ContractComparison comparison = new ContractComparison(connection);
                List<String> differences = comparison.compare(Contract.procedures());
                return new ContractResult(differences, comparison.executed());
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        });
    }

    /** An owner is the user dbo, or a member of the role. Where the server answers null, the scripts themselves tell. */
    private void requireOwner() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT CASE WHEN USER_NAME() = N'dbo' THEN 1 ELSE IS_MEMBER(N'db_owner') END, SUSER_SNAME(), DB_NAME()")) {
            row.next();
            if (row.getInt(1) == 0 && !row.wasNull()) {
                throw new ScriptException("The login " + row.getString(2) + " is not an owner of the database "
                        + row.getString(3) + ". Scripts run as a member of db_owner: name such a login with --user.");
            }
        }
    }

    private interface Question<T> {
        T ask() throws SQLException;
    }

    private static <T> T asking(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw new ScriptException(
                    "The database refused: " + ScriptFailedException.said(e)
                            + (e.getErrorCode() == 229 ? " Log in as the database's owner, with --user." : ""),
                    e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // what was committed stays committed, however a connection ends
        }
    }
}
