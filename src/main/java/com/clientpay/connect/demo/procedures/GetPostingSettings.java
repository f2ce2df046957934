package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** {@code clientpay.GetPostingSettings}: the firm's posting settings, one row. */
public final class GetPostingSettings {
    private GetPostingSettings() {}

    public static ResultSet call(Connection connection) throws SQLException {
        return Rows.query(connection, Contract.GET_POSTING_SETTINGS, """
                SELECT DefaultArMessage, UsePostedDate, AutomaticPosting, TimeZone, Currency, Version
                FROM clientpay_internal.PostingSettings WHERE Id = 1""");
    }
}
