package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.h2.tools.SimpleResultSet;

/** {@code clientpay.AdoptDatabase}: gives the database another id. */
public final class AdoptDatabase {
    private AdoptDatabase() {}

    public static ResultSet call(
            Connection connection, String expectedId, String newId, String actor, LocalDateTime now)
            throws SQLException {
        SimpleResultSet answer = Rows.of(Contract.ADOPT_DATABASE);
        if (Rows.onlyColumnsAsked(connection)) {
            return answer;
        }
        Rows.requireTransaction(connection);
        int changed = Sql.update(
                connection,
                "UPDATE clientpay_internal.Installation SET DatabaseId = ? WHERE DatabaseId = ?",
                newId,
                expectedId);
        if (changed == 0) {
            answer.addRow("CHANGED_MEANWHILE");
            return answer;
        }
        new SettingsChange()
                .set("databaseId", expectedId, newId)
                .write(connection, actor, "database-adopted", "database", now);
        answer.addRow("DONE");
        return answer;
    }
}
