package com.clientpay.connect.demo.procedures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.ProcedureException;
import com.clientpay.connect.demo.DemoFirm;
import com.clientpay.connect.demo.DemoOptions;
import com.clientpay.connect.demo.Progress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.h2.tools.SimpleResultSet;
import org.junit.jupiter.api.Test;

class SearchCostTest {
    @Test
    void the_values_of_every_searched_column_are_walked_by_an_index() throws SQLException {
        try (DemoFirm firm = DemoFirm.open(DemoOptions.STANDARD, Progress.NONE);
                Connection connection = DriverManager.getConnection(firm.url())) {
            for (SearchedColumn column : List.of(
                    SearchedColumn.CLIENT_NUMBER,
                    SearchedColumn.CLIENT_NAME,
                    SearchedColumn.MATTER_NUMBER,
                    SearchedColumn.MATTER_NAME,
                    SearchedColumn.RESPONSIBLE_ATTORNEY,
                    SearchedColumn.INVOICE_NUMBER,
                    SearchedColumn.OPEN_INVOICE_NUMBER)) {
                for (boolean inclusive : new boolean[] {true, false}) {
                    String plan = plan(connection, column.valuesSql(inclusive));
                    assertTrue(plan.contains("/* index sorted */"), plan);
                }
            }
        }
    }

    @Test
    void a_search_that_takes_too_long_is_given_up() throws SQLException {
        try (DemoFirm firm = DemoFirm.open(DemoOptions.STANDARD, Progress.NONE);
                Connection connection = DriverManager.getConnection(firm.url())) {
            SimpleResultSet rows = Rows.of(Contract.SEARCH_MATTERS);
            SearchSource names = new SearchSource(
                    SearchedColumn.MATTER_NAME, "SELECT m.MatterId FROM firm.Matter m", "m", "m.MatterId");
            Search search = new Search("CONTAINS", "no name has this in it", null, null, 10);
            SQLException refusal =
                    assertThrows(SQLException.class, () -> search.into(rows, connection, names, Duration.ZERO));
            assertEquals(ProcedureException.SEARCH_TOO_WIDE, refusal.getErrorCode());
        }
    }

    private static String plan(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("EXPLAIN " + sql)) {
            statement.setString(1, "1");
            statement.setInt(2, 10);
            try (ResultSet results = statement.executeQuery()) {
                results.next();
                return results.getString(1);
            }
        }
    }
}
