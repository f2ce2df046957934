package com.clientpay.connect.demo;

import com.clientpay.connect.database.Procedure;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calls procedures and runs queries of a demo firm; every row is a map from column to text. */
final class DemoCalls {
    private DemoCalls() {}

    static List<Map<String, String>> call(Connection connection, Procedure procedure, Object... arguments)
            throws SQLException {
        try (CallableStatement statement = connection.prepareCall(procedure.callText())) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            try (ResultSet results = statement.executeQuery()) {
                return rows(results);
            }
        }
    }

    static List<Map<String, String>> query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            return rows(results);
        }
    }

    static String one(Connection connection, String sql) throws SQLException {
        return query(connection, sql).get(0).values().iterator().next();
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<Map<String, String>> rows(ResultSet results) throws SQLException {
        List<Map<String, String>> rows = new ArrayList<>();
        int width = results.getMetaData().getColumnCount();
        while (results.next()) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 1; i <= width; i++) {
                row.put(results.getMetaData().getColumnLabel(i), results.getString(i));
            }
            rows.add(row);
        }
        return rows;
    }
}
