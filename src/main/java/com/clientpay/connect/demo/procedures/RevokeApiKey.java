package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Optional;
import org.h2.tools.SimpleResultSet;

/** {@code clientpay.RevokeApiKey}: ends a key for ever. */
public final class RevokeApiKey {
    private RevokeApiKey() {}

    public static ResultSet call(Connection connection, String name, String actor, LocalDateTime now)
            throws SQLException {
        SimpleResultSet answer = Rows.of(Contract.REVOKE_API_KEY);
        if (Rows.onlyColumnsAsked(connection)) {
            return answer;
        }
        Rows.requireTransaction(connection);
        int revoked = Sql.update(connection, """
                UPDATE clientpay_internal.ApiKey SET RevokedAt = ?, RevokedBy = ?
                WHERE Name = ? AND RevokedAt IS NULL""", now, actor, name);
        if (revoked == 1) {
            new SettingsChange()
                    .set("revokedAt", null, now + "Z")
                    .write(connection, actor, "api-key-revoked", name, now);
            answer.addRow("DONE");
            return answer;
        }
        Optional<String> known = Sql.find(
                connection, "SELECT Name FROM clientpay_internal.ApiKey WHERE Name = ?", row -> row.getString(1), name);
        answer.addRow(known.isPresent() ? "UNCHANGED" : "NOT_FOUND");
        return answer;
    }
}
