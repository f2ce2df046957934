package com.clientpay.connect.database.scripts;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs scripts, each in a transaction of its own with its row of the history: either all of a script is in the database
 * and in the history, or nothing of it is. The transaction is begun by a statement rather than by the driver, so that a
 * script that ended it would be noticed.
 */
final class ScriptRunner {
    private final Connection connection;
    private final ScriptHistory history;
    private final RunListener listener;
    private final List<Script> unrecorded = new ArrayList<>();

    ScriptRunner(Connection connection, RunListener listener) {
        this.connection = connection;
        this.history = new ScriptHistory(connection);
        this.listener = listener;
    }

    /** @throws ScriptFailedException at the first one that fails; those before it stay */
    void run(List<Script> scripts) throws SQLException {
        command("SET XACT_ABORT ON");
        command("SET LOCK_TIMEOUT 30000");
        for (int i = 0; i < scripts.size(); i++) {
            listener.begins(scripts.get(i), i + 1, scripts.size());
            run(scripts.get(i));
        }
    }

    private void run(Script script) throws SQLException {
        int open = transactions();
        if (open != 0) {
            throw new IllegalStateException(open + " transactions are open before a script.");
        }
        command("BEGIN TRANSACTION");
        boolean done = false;
        try {
            for (Batch batch : script.batches()) {
                for (int i = 0; i < batch.times(); i++) {
                    run(script, batch);
                }
            }
            if (transactions() != 1) {
                throw ScriptFailedException.ofScript(
                        script,
                        "it ended its transaction by itself, which no script may. It is not as it was shipped.");
            }
            record(script);
            done = true;
        } finally {
            if (!done) {
                rollBack();
            }
        }
        try {
            command("COMMIT TRANSACTION");
        } catch (SQLException e) {
            throw ScriptFailedException.atCommit(script, e);
        }
    }

    /** The history's own table is made by the second script; until then the rows wait. */
    private void record(Script script) throws SQLException {
        unrecorded.add(script);
        if (history.isThere()) {
            for (Script waiting : unrecorded) {
                history.add(waiting);
            }
            unrecorded.clear();
        }
    }

    private void run(Script script, Batch batch) {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            // To the very end: an error after the first result is seen only there.
            for (boolean isResults = statement.execute(batch.text());
                    isResults || statement.getUpdateCount() != -1;
                    isResults = statement.getMoreResults()) {
                continue;
            }
            for (SQLWarning said = statement.getWarnings(); said != null; said = said.getNextWarning()) {
                listener.says(script, said.getMessage());
            }
        } catch (SQLException e) {
            throw ScriptFailedException.inBatch(script, batch, e);
        }
    }

    private int transactions() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@TRANCOUNT")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** A connection that can't roll back is broken, and then the server rolls back by itself. */
    private void rollBack() {
        try {
            command("IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION");
        } catch (SQLException e) {
            // the failure that led here says more
        }
    }

    private void command(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
