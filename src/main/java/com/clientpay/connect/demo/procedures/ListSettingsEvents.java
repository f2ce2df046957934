package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** {@code clientpay.ListSettingsEvents}: the newest events of the audit trail of settings and keys, newest first. */
public final class ListSettingsEvents {
    private ListSettingsEvents() {}

    public static ResultSet call(Connection connection, Long limit) throws SQLException {
        return Rows.query(connection, Contract.LIST_SETTINGS_EVENTS, """
                SELECT At, Actor, What, Subject, Detail FROM clientpay_internal.SettingsEvent
                ORDER BY SettingsEventId DESC FETCH FIRST ? ROWS ONLY""", limit);
    }
}
