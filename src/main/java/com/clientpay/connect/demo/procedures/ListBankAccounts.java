package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** {@code clientpay.ListBankAccounts}: every bank account of the firm's books, inactive ones included, by id. */
public final class ListBankAccounts {
    private ListBankAccounts() {}

    public static ResultSet call(Connection connection) throws SQLException {
        return Rows.query(
                connection,
                Contract.LIST_BANK_ACCOUNTS,
                "SELECT BankAccountId, Name, Kind, Active FROM clientpay_internal.MapBankAccount ORDER BY BankAccountId");
    }
}
