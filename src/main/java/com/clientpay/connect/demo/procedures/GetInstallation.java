package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * {@code clientpay.GetInstallation}: which database this is, what it can do, and what its clock says. DelayedDurability is
 * SQL Server's and always false here: H2's own delay of writing is not set by the firm but by who opens the database, and
 * {@link com.clientpay.connect.demo.DemoFirm} sets it to none where data is kept.
 */
public final class GetInstallation {
    private static final String SQL = """
            SELECT DatabaseId, ContractVersion, ScriptVersion, SystemName, SystemTitle, Delivery, Unapplied,
                   KeepsChangeTime, HasLedgerCodes, HasTransactionTypes,
                   (SELECT At FROM clientpay_internal.Effect WHERE Kind = 'POST' ORDER BY Kind, At DESC LIMIT 1),
                   CAST(? AS TIMESTAMP(3)), FALSE, CAST(? AS VARCHAR(16))
            FROM clientpay_internal.Installation
            """;

    private GetInstallation() {}

    public static ResultSet call(Connection connection) throws SQLException {
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
        String standing = Rows.onlyColumnsAsked(connection) ? "" : MappingSignOff.standing(connection);
        return Rows.query(connection, Contract.GET_INSTALLATION, SQL, now, standing);
    }
}
