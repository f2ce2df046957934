package com.clientpay.connect.diagnostics.checks;

import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import java.time.Instant;

/**
 * What the database says of itself.
 *
 * @param calledAt the database's clock
 * @param delaysDurability whether it answers commits before they are on its disk
 */
record Installation(
        String databaseId,
        long contractVersion,
        String scriptVersion,
        String systemTitle,
        Instant calledAt,
        boolean delaysDurability) {

    static Installation read(Database database) {
        return database.one(
                Contract.GET_INSTALLATION,
                row -> new Installation(
                        row.text("DatabaseId"),
                        row.number("ContractVersion"),
                        row.text("ScriptVersion"),
                        row.text("SystemTitle"),
                        row.instant("CalledAt"),
                        row.flag("DelayedDurability")));
    }
}
