package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.h2.tools.SimpleResultSet;

/** {@code clientpay.GetPosting}: one posting with its allocations, reasons and history; no rows if there is none. */
public final class GetPosting {
    private GetPosting() {}

    public static ResultSet call(Connection connection, String postingId) throws SQLException {
        SimpleResultSet rows = Rows.of(Contract.GET_POSTING);
        if (!Rows.onlyColumnsAsked(connection)) {
            new PostingRows(connection, Contract.GET_POSTING, rows).add(postingId);
        }
        return rows;
    }
}
