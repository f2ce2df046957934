package com.clientpay.connect.packs;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every row of every table of the vendor's, to see afterwards that none was written: also not with the value that it had,
 * since the fixtures' triggers count each write in {@code dbo.Written}.
 */
record VendorRows(Map<String, List<String>> tables) {

    static VendorRows of(Connection connection) throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            List<String> names = rows(
                    statement,
                    "SELECT t.TABLE_NAME FROM INFORMATION_SCHEMA.TABLES t"
                            + " WHERE t.TABLE_SCHEMA = 'dbo' AND t.TABLE_TYPE = 'BASE TABLE'");
            for (String name : names) {
                tables.put(name, rows(statement, "SELECT * FROM dbo." + name));
            }
        }
        return new VendorRows(tables);
    }

    private static List<String> rows(Statement statement, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet results = statement.executeQuery(sql)) {
            while (results.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
                    values.add(results.getString(i));
                }
                rows.add(String.join("|", values));
            }
        }
        return rows.stream().sorted().toList();
    }

    /** What is not there any more, and what is there that was not. */
    List<String> differences(VendorRows now) {
        List<String> differences = new ArrayList<>();
        tables.forEach((table, before) -> {
            List<String> after = now.tables.getOrDefault(table, List.of());
            before.stream().filter(row -> !after.contains(row)).forEach(row -> differences.add(table + " -" + row));
            after.stream().filter(row -> !before.contains(row)).forEach(row -> differences.add(table + " +" + row));
            if (differences.isEmpty() && before.size() != after.size()) {
                differences.add(table + " has another number of rows");
            }
        });
        now.tables.keySet().stream()
                .filter(table -> !tables.containsKey(table))
                .forEach(table -> differences.add(table + " is new"));
        return differences;
    }
}
