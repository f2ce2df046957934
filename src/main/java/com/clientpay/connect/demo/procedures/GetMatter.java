package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.h2.tools.SimpleResultSet;

/** {@code clientpay.GetMatter}: one matter, open or closed, with the firm's own Connect fields, or no row. */
public final class GetMatter {
    private static final String SQL =
            "SELECT " + MatterRows.COLUMNS + MatterRows.FURTHER + MatterRows.FROM_MATTER + "WHERE m.MatterId = ?";

    private GetMatter() {}

    public static ResultSet call(Connection connection, String matterId) throws SQLException {
        SimpleResultSet rows = MatterRows.withFurtherColumns(Rows.of(Contract.GET_MATTER));
        if (Rows.onlyColumnsAsked(connection)) {
            return rows;
        }
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setString(1, matterId);
            Rows.addAll(rows, statement);
        }
        return rows;
    }
}
