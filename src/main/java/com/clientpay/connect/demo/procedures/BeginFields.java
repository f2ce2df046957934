package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.h2.tools.SimpleResultSet;

/**
 * {@code clientpay.BeginFields}: the version and the event of a change of the field display. PutField follows for each
 * field, in the same transaction, so that whoever comes second meets the new version.
 */
public final class BeginFields {
    private BeginFields() {}

    public static ResultSet call(
            Connection connection, Long expectedVersion, String detail, String actor, LocalDateTime now)
            throws SQLException {
        SimpleResultSet answer = Rows.of(Contract.BEGIN_FIELDS);
        if (Rows.onlyColumnsAsked(connection)) {
            return answer;
        }
        Rows.requireTransaction(connection);
        int changed = Sql.update(connection, """
                UPDATE clientpay_internal.PostingSettings SET FieldsVersion = FieldsVersion + 1
                WHERE Id = 1 AND FieldsVersion = COALESCE(CAST(? AS BIGINT), FieldsVersion)""", expectedVersion);
        if (changed == 0) {
            answer.addRow("CHANGED_MEANWHILE");
            return answer;
        }
        SettingsChange.write(connection, actor, "fields-changed", "fields", detail, now);
        answer.addRow("DONE");
        return answer;
    }
}
