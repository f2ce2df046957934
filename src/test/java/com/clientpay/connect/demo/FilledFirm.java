package com.clientpay.connect.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The demo firm's rows in a reference firm that stands on another engine. */
public final class FilledFirm {
    private FilledFirm() {}

    /**
     * Writes settings and books of the standard size, the settings in place of those that the scripts begin with. The other
     * tables are there and empty.
     *
     * @param connection without auto-commit; everything is committed
     */
    public static void fill(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM clientpay_internal.PostingSettings");
            statement.execute("DELETE FROM clientpay_internal.FieldDisplay");
        }
        DemoSettings.write(connection);
        new DemoBooks(connection, DemoSize.STANDARD, done -> {}).write();
    }
}
