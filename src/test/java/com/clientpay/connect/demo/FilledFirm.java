package com.clientpay.connect.demo;

import java.sql.Connection;
import java.sql.SQLException;

/** The demo firm's rows in a reference firm that stands on another engine. */
public final class FilledFirm {
    private FilledFirm() {}

    /**
     * Writes settings and books of the standard size. The tables are there and empty.
     *
     * @param connection without auto-commit; everything is committed
     */
    public static void fill(Connection connection) throws SQLException {
        DemoSettings.write(connection);
        new DemoBooks(connection, DemoSize.STANDARD, done -> {}).write();
    }
}
