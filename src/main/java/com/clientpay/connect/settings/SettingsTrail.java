package com.clientpay.connect.settings;

import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import java.util.List;

/** The audit trail of settings and keys, which the database keeps with each change. */
public final class SettingsTrail {
    private final Database database;

    public SettingsTrail(Database database) {
        this.database = database;
    }

    /** The newest events, newest first; at most {@code limit}. */
    public List<SettingsEvent> newest(int limit) {
        return database.list(
                Contract.LIST_SETTINGS_EVENTS,
                row -> new SettingsEvent(
                        row.instant("At"),
                        row.text("Actor"),
                        row.text("What"),
                        row.text("Subject"),
                        row.optionalText("Detail")),
                limit);
    }
}
