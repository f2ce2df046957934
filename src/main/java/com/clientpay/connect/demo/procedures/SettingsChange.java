package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.http.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What one change of settings sets from what to what: the detail of its event in the audit trail, as JSON
 * ({@code {"kind":{"from":"OPERATING","to":"TRUST"}}}). A side that was or becomes empty is null.
 */
final class SettingsChange {
    private final Map<String, Map<String, Object>> changes = new LinkedHashMap<>();

    /** Takes note of the property, unless both values are the same. */
    SettingsChange set(String property, Object from, Object to) {
        if (!Objects.equals(from, to)) {
            Map<String, Object> change = new LinkedHashMap<>();
            change.put("from", from);
            change.put("to", to);
            changes.put(property, change);
        }
        return this;
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Appends it to the audit trail, in the transaction that makes the change. */
    void write(Connection connection, String actor, String what, String subject, LocalDateTime now)
            throws SQLException {
        write(connection, actor, what, subject, Json.text(changes), now);
    }

    /** As the other one, with a detail that the caller has written. */
    static void write(
            Connection connection, String actor, String what, String subject, String detail, LocalDateTime now)
            throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO clientpay_internal.SettingsEvent (At, Actor, What, Subject, Detail) VALUES (?, ?, ?, ?, ?)",
                now,
                actor,
                what,
                subject,
                detail);
    }
}
