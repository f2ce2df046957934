package com.clientpay.connect.cli;

import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.Row;
import com.clientpay.connect.posting.MappingStanding;
import java.time.Instant;
import java.util.Optional;

/** What the firm's database says of itself, as the commands show it. */
record InstalledDatabase(
        String id,
        long contractVersion,
        String scriptVersion,
        String systemName,
        String systemTitle,
        String delivery,
        Optional<Instant> lastPosting,
        boolean delaysDurability,
        MappingStanding mapping) {

    static InstalledDatabase read(Database database) {
        return database.one(Contract.GET_INSTALLATION, InstalledDatabase::read);
    }

    private static InstalledDatabase read(Row row) {
        return new InstalledDatabase(
                row.text("DatabaseId"),
                row.number("ContractVersion"),
                row.optionalText("ScriptVersion").orElse("none"),
                row.optionalText("SystemName").orElse("none"),
                row.optionalText("SystemTitle").orElse("none"),
                row.text("Delivery"),
                row.optionalInstant("LastPostingAt"),
                row.flag("DelayedDurability"),
                row.oneOf(MappingStanding.class, "MappingSignOff"));
    }
}
