package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Optional;
import org.h2.tools.SimpleResultSet;

/**
 * {@code clientpay.CreateApiKey}: keeps a key's salted hash and what it may do. A name is used once for ever, so that a
 * name in a history is always the same key.
 */
public final class CreateApiKey {
    private CreateApiKey() {}

    public static ResultSet call(
            Connection connection,
            String name,
            String salt,
            String hash,
            String scopes,
            String addresses,
            LocalDateTime expiresAt,
            String actor,
            LocalDateTime now)
            throws SQLException {
        SimpleResultSet answer = Rows.of(Contract.CREATE_API_KEY);
        if (Rows.onlyColumnsAsked(connection)) {
            return answer;
        }
        Rows.requireTransaction(connection);
        Optional<String> taken = Sql.find(
                connection, "SELECT Name FROM clientpay_internal.ApiKey WHERE Name = ?", row -> row.getString(1), name);
        if (taken.isPresent()) {
            answer.addRow("NAME_TAKEN");
            return answer;
        }
        Sql.update(connection, """
                INSERT INTO clientpay_internal.ApiKey
                    (Name, Salt, Hash, Scopes, Addresses, ExpiresAt, CreatedAt, CreatedBy)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""", name, salt, hash, scopes, addresses, expiresAt, now, actor);
        new SettingsChange()
                .set("scopes", null, scopes)
                .set("addresses", null, addresses)
                .set("expiresAt", null, expiresAt == null ? null : expiresAt + "Z")
                .write(connection, actor, "api-key-created", name, now);
        answer.addRow("DONE");
        return answer;
    }
}
