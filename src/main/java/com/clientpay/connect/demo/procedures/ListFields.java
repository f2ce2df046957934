package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * {@code clientpay.ListFields}: the Connect fields in the firm's order, positions from 1. A field that the firm has not
 * placed comes last and is shown in the Connect section only.
 */
public final class ListFields {
    private static final String SQL = """
            SELECT f.Name, f.Label, f.Type, f.Searchable, f.Contains,
                   ROW_NUMBER() OVER (ORDER BY CASE WHEN d.Name IS NULL THEN 1 ELSE 0 END,
                                               COALESCE(d.Position, f.Position), f.Position) AS Position,
                   COALESCE(d.OnConnect, TRUE), COALESCE(d.OnPaymentPages, FALSE),
                   COALESCE(d.OnPaymentManager, FALSE), COALESCE(d.OnReceipts, FALSE),
                   (SELECT FieldsVersion FROM clientpay_internal.PostingSettings)
            FROM clientpay_internal.MapField f
            LEFT JOIN clientpay_internal.FieldDisplay d ON d.Name = f.Name
            ORDER BY Position
            """;

    private ListFields() {}

    public static ResultSet call(Connection connection) throws SQLException {
        return Rows.query(connection, Contract.LIST_FIELDS, SQL);
    }
}
