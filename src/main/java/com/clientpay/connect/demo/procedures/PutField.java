package com.clientpay.connect.demo.procedures;

import java.sql.Connection;
import java.sql.SQLException;

/** {@code clientpay.PutField}: where and at which position one Connect field is shown. Follows BeginFields. */
public final class PutField {
    private PutField() {}

    public static void call(
            Connection connection,
            String name,
            Long position,
            Boolean onConnect,
            Boolean onPaymentPages,
            Boolean onPaymentManager,
            Boolean onReceipts)
            throws SQLException {
        if (Rows.onlyColumnsAsked(connection)) {
            return;
        }
        Rows.requireTransaction(connection);
        Object[] values = {position, onConnect, onPaymentPages, onPaymentManager, onReceipts, name};
        int changed = Sql.update(connection, """
                UPDATE clientpay_internal.FieldDisplay
                SET Position = ?, OnConnect = ?, OnPaymentPages = ?, OnPaymentManager = ?, OnReceipts = ?
                WHERE Name = ?""", values);
        if (changed == 0) {
            Sql.update(connection, """
                    INSERT INTO clientpay_internal.FieldDisplay
                        (Position, OnConnect, OnPaymentPages, OnPaymentManager, OnReceipts, Name)
                    VALUES (?, ?, ?, ?, ?, ?)""", values);
        }
    }
}
