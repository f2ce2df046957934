package com.clientpay.connect.diagnostics.checks;

import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import java.time.Instant;

/**
 * What the database says of itself.
 *
 * @param delivery PROCEDURE, or BATCH: the system takes receipts by its own import
 * @param calledAt the database's clock
 * @param delaysDurability whether it answers commits before they are on its disk
 */
record Installation(
        String databaseId,
        long contractVersion,
        String scriptVersion,
        String systemTitle,
        String delivery,
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
                        row.text("Delivery"),
                        row.instant("CalledAt"),
                        row.flag("DelayedDurability")));
    }
}
