package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** {@code clientpay.ListTransactionTypes}: every transaction type of the firm's books, inactive ones included, by code. */
public final class ListTransactionTypes {
    private ListTransactionTypes() {}

    public static ResultSet call(Connection connection) throws SQLException {
        return Rows.query(
                connection,
                Contract.LIST_TRANSACTION_TYPES,
                "SELECT Code, Description, Active FROM clientpay_internal.MapTransactionType ORDER BY Code");
    }
}
