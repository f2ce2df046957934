package com.clientpay.connect.database;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** A connection of its own, outside the pool, for {@code connect check}. Changes nothing. */
public final class DatabaseProbe implements AutoCloseable {
    private final Connection connection;

    private DatabaseProbe(Connection connection) {
        this.connection = connection;
    }

    /** @throws DatabaseUnreachableException with the reason in plain words */
    public static DatabaseProbe open(DatabaseSettings settings) throws DatabaseUnreachableException {
        Connection connection = Connections.open(settings, Map.of());
        try {
            connection.setAutoCommit(false);
            return new DatabaseProbe(connection);
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(ConnectFailure.of(e, settings), e);
        }
    }

    /** Name and version of the database server. */
    public String product() {
        return asking(() -> connection.getMetaData().getDatabaseProductName() + " "
                + connection.getMetaData().getDatabaseProductVersion());
    }

    /** Which kind of server answers. */
    public enum Engine {
        SQL_SERVER,
        /** PostgreSQL that speaks T-SQL. */
        BABELFISH,
        /** The demo firm's. */
        H2
    }

    public Engine engine() {
        return asking(() -> {
            if (!connection.getMetaData().getDatabaseProductName().equals("Microsoft SQL Server")) {
                return Engine.H2;
            }
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT @@VERSION")) {
                return row.next() && row.getString(1).startsWith("Babelfish") ? Engine.BABELFISH : Engine.SQL_SERVER;
            }
        });
    }

    /** What this login may do; on SQL Server only, and after the scripts were run. */
    public Rights rights() {
        return asking(() -> new RightsReader(connection).read());
    }

    /** Everything in which the database's procedures are not those of {@link Contract}; empty when all is right. */
    public List<String> compareContract() {
        return compareContract(Contract.procedures());
    }

    List<String> compareContract(List<Procedure> procedures) {
        return asking(() -> new ContractComparison(connection).compare(procedures));
    }

    private interface Question<T> {
        T ask() throws SQLException;
    }

    private static <T> T asking(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw new DatabaseAwayException("The connection to the database broke.", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.rollback();
            connection.close();
        } catch (SQLException e) {
            throw new DatabaseAwayException("The connection to the database broke.", e);
        }
    }
}
