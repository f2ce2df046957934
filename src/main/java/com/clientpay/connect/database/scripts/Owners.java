package com.clientpay.connect.database.scripts;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Who owns the schemas and what is in them: dbo, or the connector's procedures would not reach the firm's tables, because
 * SQL Server passes over rights only between objects of one owner.
 */
final class Owners {
    private Owners() {}

    static List<String> foreign(Connection connection) throws SQLException {
        String schemas =
                "SELECT CONCAT(N'schema ', s.name, N' belongs to ', USER_NAME(s.principal_id)) FROM sys.schemas s"
                        + " WHERE s.name IN (N'clientpay', N'clientpay_internal')"
                        + " AND USER_NAME(s.principal_id) NOT IN (N'dbo')";
        String objects =
                "SELECT CONCAT(s.name, N'.', o.name, N' belongs to ', USER_NAME(o.principal_id)) FROM sys.objects o"
                        + " JOIN sys.schemas s ON s.schema_id = o.schema_id"
                        + " WHERE s.name IN (N'clientpay', N'clientpay_internal') AND o.type IN ('U', 'V', 'P', 'FN', 'IF', 'TF')"
                        + " AND USER_NAME(o.principal_id) NOT IN (N'dbo')";
        List<String> foreign = new ArrayList<>();
        for (String query : List.of(schemas, objects)) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(query)) {
                while (row.next()) {
                    foreign.add(row.getString(1) + ".");
                }
            }
        }
        return foreign;
    }
}
