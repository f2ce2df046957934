package com.clientpay.connect.diagnostics.checks;

import com.clientpay.connect.database.DatabaseProbe;
import com.clientpay.connect.database.DatabaseUnreachableException;

/** Opens a connection of its own to the configured database. */
@FunctionalInterface
interface DatabaseConnection {
    DatabaseProbe open() throws DatabaseUnreachableException;
}
