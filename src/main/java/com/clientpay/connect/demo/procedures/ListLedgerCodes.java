package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** {@code clientpay.ListLedgerCodes}: every ledger code of the firm's books, inactive ones included, by code. */
public final class ListLedgerCodes {
    private ListLedgerCodes() {}

    public static ResultSet call(Connection connection) throws SQLException {
        return Rows.query(
                connection,
                Contract.LIST_LEDGER_CODES,
                "SELECT Code, Description, Active FROM clientpay_internal.MapLedgerCode ORDER BY Code");
    }
}
