package com.clientpay.connect.database.scripts;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;

/**
 * Keeps two runs of scripts on one database apart: an application lock of the session, which ends with the connection at
 * the latest. SQL Server keeps such locks for each database by itself; Babelfish keeps one for the whole server, so that
 * the database's name is in the lock's.
 */
final class ScriptLock {
    /** Followed by the database's name. */
    static final String RESOURCE = "clientpay:scripts:";

    private static final int WAIT_MILLIS = 10_000;

    private final Connection connection;
    private final String resource;

    private ScriptLock(Connection connection, String resource) {
        this.connection = connection;
        this.resource = resource;
    }

    /** @throws ScriptException when somebody else has it for ten seconds, saying who where the server tells */
    static ScriptLock take(Connection connection) throws SQLException {
        String resource = resource(connection);
        try (CallableStatement call = connection.prepareCall("{? = call sp_getapplock(?, ?, ?, ?)}")) {
            call.registerOutParameter(1, Types.INTEGER);
            call.setString(2, resource);
            call.setString(3, "Exclusive");
            call.setString(4, "Session");
            call.setInt(5, WAIT_MILLIS);
            call.execute();
            int result = call.getInt(1);
            if (result < 0) {
                throw new ScriptException("Somebody else is running scripts on this database: the lock " + resource
                        + " was not to be had within " + WAIT_MILLIS / 1000 + " seconds" + holder(connection)
                        + " Wait for them to finish, and repeat the command.");
            }
        }
        return new ScriptLock(connection, resource);
    }

    private static String resource(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT DB_NAME()")) {
            row.next();
            return RESOURCE + row.getString(1);
        }
    }

    /** Needs VIEW SERVER STATE, and a server that has these views. */
    private static String holder(Connection connection) {
        String query = "SELECT s.login_name, s.host_name, s.program_name, s.session_id FROM sys.dm_tran_locks l"
                + " JOIN sys.dm_exec_sessions s ON s.session_id = l.request_session_id"
                + " WHERE l.resource_type = N'APPLICATION' AND l.resource_database_id = DB_ID()"
                + " AND l.request_status = N'GRANT' AND l.resource_description LIKE N'%[[]" + RESOURCE + "%'";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next()
                    ? ". " + row.getString(1) + " has it, on " + row.getString(2) + " with " + row.getString(3)
                            + " (session " + row.getInt(4) + ")."
                    : ".";
        } catch (SQLException e) {
            return "; this server does not tell us who has it.";
        }
    }

    /** A connection that can't say it is broken, and its locks are gone with it. */
    void release() {
        try (CallableStatement call = connection.prepareCall("{call sp_releaseapplock(?, ?)}")) {
            call.setString(1, resource);
            call.setString(2, "Session");
            call.execute();
        } catch (SQLException e) {
            // the server has released it
        }
    }
}
