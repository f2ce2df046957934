package com.clientpay.connect.database;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Quietens SQL Server's driver, which writes to the standard error by itself, several lines for each connection that
 * fails. What it has to say is in its exceptions too, which this connector explains.
 */
final class DriverLog {
    /** Held, because java.util.logging forgets a logger that nobody holds, and its level with it. */
    private static final Logger SQL_SERVER = Logger.getLogger("com.microsoft.sqlserver.jdbc");

    private DriverLog() {}

    static void quiet() {
        SQL_SERVER.setLevel(Level.OFF);
    }
}
