package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** {@code clientpay.ListMerchantAccounts}: every merchant account that is mapped, by id. */
public final class ListMerchantAccounts {
    private ListMerchantAccounts() {}

    public static ResultSet call(Connection connection) throws SQLException {
        return Rows.query(connection, Contract.LIST_MERCHANT_ACCOUNTS, """
                SELECT MerchantAccountId, Name, Kind, LedgerCode, TransactionType, BankAccountId, Version
                FROM clientpay_internal.MerchantAccount
                ORDER BY MerchantAccountId""");
    }
}
