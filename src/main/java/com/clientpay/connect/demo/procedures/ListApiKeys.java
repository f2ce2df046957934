package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** {@code clientpay.ListApiKeys}: every key that was ever created, revoked ones too, by name. */
public final class ListApiKeys {
    private ListApiKeys() {}

    public static ResultSet call(Connection connection) throws SQLException {
        return Rows.query(connection, Contract.LIST_API_KEYS, """
                SELECT Name, Salt, Hash, Scopes, Addresses, ExpiresAt, CreatedAt, CreatedBy, RevokedAt, RevokedBy
                FROM clientpay_internal.ApiKey ORDER BY Name""");
    }
}
