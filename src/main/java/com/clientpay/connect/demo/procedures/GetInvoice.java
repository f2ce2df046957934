package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** {@code clientpay.GetInvoice}: one invoice, open or closed, or no row. */
public final class GetInvoice {
    private static final String SQL =
            "SELECT " + InvoiceRows.COLUMNS + InvoiceRows.FROM_INVOICE + "WHERE i.InvoiceId = ?";

    private GetInvoice() {}

    public static ResultSet call(Connection connection, String invoiceId) throws SQLException {
        return Rows.query(connection, Contract.GET_INVOICE, SQL, invoiceId);
    }
}
