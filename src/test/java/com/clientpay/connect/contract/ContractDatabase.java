package com.clientpay.connect.contract;

import com.clientpay.connect.database.Database;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A database of one engine for one test: what differs between engines is here, and nowhere in the tests. */
abstract class ContractDatabase implements AutoCloseable {

    /** A connector's own pool on this database, closed with this; several are several connectors. */
    abstract Database connector();

    /** A session beside the connectors', with auto-commit. */
    abstract Connection connect() throws SQLException;

    /** Whether a session waits for another one's lock. */
    abstract boolean isSomebodyWaiting();

    /** Takes away the reference firm's rule that a matter has one trust ledger at a bank account. */
    abstract void allowSeveralTrustLedgers();

    /** What a sign-off of the mapping is about, as something to select from. */
    abstract String mappingState();

    /** Runs a statement as the firm's own program would. */
    final int execute(String sql, Object... arguments) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Calls a procedure of the firm's own, in a transaction of its own. */
    final void call(String procedure, Object... arguments) {
        String marks = String.join(", ", Collections.nCopies(arguments.length, "?"));
        try (Connection connection = connect();
                CallableStatement call = connection.prepareCall("{call " + procedure + "(" + marks + ")}")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < arguments.length; i++) {
                call.setObject(i + 1, arguments[i]);
            }
            call.execute();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(procedure, e);
        }
    }

    /** Every row, its values joined by blanks. */
    final List<String> query(String sql, Object... arguments) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            try (ResultSet results = statement.executeQuery()) {
                List<String> rows = new ArrayList<>();
                while (results.next()) {
                    List<String> values = new ArrayList<>();
                    for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
                        values.add(results.getString(i));
                    }
                    rows.add(String.join(" ", values));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public abstract void close();
}
