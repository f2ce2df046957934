package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.h2.tools.SimpleResultSet;

/** {@code clientpay.PutPostingSettings}: sets all posting settings of the firm at once. */
public final class PutPostingSettings {

    private record Settings(
            String defaultArMessage,
            boolean usePostedDate,
            boolean automaticPosting,
            String timeZone,
            String currency,
            long version) {}

    private PutPostingSettings() {}

    public static ResultSet call(
            Connection connection,
            String defaultArMessage,
            Boolean usePostedDate,
            Boolean automaticPosting,
            String timeZone,
            String currency,
            Long expectedVersion,
            String actor,
            LocalDateTime now)
            throws SQLException {
        SimpleResultSet answer = Rows.of(Contract.PUT_POSTING_SETTINGS);
        if (Rows.onlyColumnsAsked(connection)) {
            return answer;
        }
        Rows.requireTransaction(connection);
        Settings stored = lock(connection);
        if (expectedVersion != null && stored.version() != expectedVersion) {
            answer.addRow("CHANGED_MEANWHILE");
            return answer;
        }
        SettingsChange change = new SettingsChange()
                .set("defaultArMessage", stored.defaultArMessage(), defaultArMessage)
                .set("usePostedDate", stored.usePostedDate(), usePostedDate)
                .set("automaticPosting", stored.automaticPosting(), automaticPosting)
                .set("timeZone", stored.timeZone(), timeZone)
                .set("currency", stored.currency(), currency);
        if (change.isEmpty()) {
            answer.addRow("UNCHANGED");
            return answer;
        }
        int changed = Sql.update(
                connection,
                """
                UPDATE clientpay_internal.PostingSettings
                SET DefaultArMessage = ?, UsePostedDate = ?, AutomaticPosting = ?, TimeZone = ?, Currency = ?,
                    Version = Version + 1
                WHERE Id = 1 AND Version = ?""",
                defaultArMessage,
                usePostedDate,
                automaticPosting,
                timeZone,
                currency,
                stored.version());
        if (changed == 0) {
            answer.addRow("CHANGED_MEANWHILE");
            return answer;
        }
        change.write(connection, actor, "posting-settings-changed", "posting-settings", now);
        answer.addRow("DONE");
        return answer;
    }

    private static Settings lock(Connection connection) throws SQLException {
        return Sql.find(
                        connection,
                        """
                        SELECT DefaultArMessage, UsePostedDate, AutomaticPosting, TimeZone, Currency, Version
                        FROM clientpay_internal.PostingSettings WHERE Id = 1 FOR UPDATE""",
                        row -> new Settings(
                                row.getString(1),
                                row.getBoolean(2),
                                row.getBoolean(3),
                                row.getString(4),
                                row.getString(5),
                                row.getLong(6)))
                .orElseThrow(() -> new SQLException("clientpay_internal.PostingSettings has no row with Id 1."));
    }
}
