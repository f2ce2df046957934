package com.clientpay.connect.database;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import java.sql.Connection;
import java.sql.SQLException;
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
        try {
            return connection.getMetaData().getDatabaseProductName() + " "
                    + connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new DatabaseAwayException("The connection to the database broke.", e);
        }
    }

    /** Everything in which the database's procedures are not those of {@link Contract}; empty when all is right. */
    public List<String> compareContract() {
        return compareContract(Contract.procedures());
    }

    List<String> compareContract(List<Procedure> procedures) {
        try {
            return new ContractComparison(connection).compare(procedures);
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
