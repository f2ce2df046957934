package com.clientpay.connect.database.scripts;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.database.Connections;
import com.clientpay.connect.database.DatabaseUnreachableException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** A SQL Server database as a DBA's login sees it: what is installed in it, and the running of scripts. */
public final class ScriptDatabase implements AutoCloseable {
    private final Connection connection;

    private ScriptDatabase(Connection connection) {
        this.connection = connection;
    }

    /**
     * Connects with the URL of the settings. Without a user the URL says how to log in; where it does not, Windows
     * authentication.
     *
     * @throws DatabaseUnreachableException with the reason in plain words
     * @throws ScriptException when the URL is not one of SQL Server
     */
    public static ScriptDatabase open(DatabaseSettings settings) throws DatabaseUnreachableException {
        String url = settings.url();
        if (!url.startsWith("jdbc:sqlserver:")) {
            throw new ScriptException("Scripts run on SQL Server only, and database.url is another database's.");
        }
        Map<String, String> properties = new HashMap<>();
        properties.put("applicationName", "ClientPay Connect scripts");
        // A large table's index takes its time; a connection made anew by the driver would be without the lock.
        properties.put("queryTimeout", "-1");
        properties.put("socketTimeout", "0");
        properties.put("connectRetryCount", "0");
        if (settings.user().isPresent()) {
            properties.put("integratedSecurity", "false");
        } else if (!url.matches("(?i).*;\\s*(integratedSecurity|authentication|user|userName)\\s*=.*")) {
            properties.put("integratedSecurity", "true");
        }
        return new ScriptDatabase(Connections.open(settings, properties));
    }

    /** @throws ScriptException when this login may not read it */
    public Installed installed() {
        return asking(() -> new ScriptHistory(connection).read());
    }

    /**
     * Runs what a plan says, under the lock that keeps other runs away.
     *
     * @param set whose plan it is
     * @throws ScriptFailedException when a script fails; those before it stay, and of it nothing does
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
                new ScriptRunner(connection, listener).run(plan.toRun());
            } finally {
                lock.release();
            }
            return null;
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
