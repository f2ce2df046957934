package com.clientpay.connect.demo.procedures;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Why a posting cannot be posted as it is.
 *
 * @param code as in the API
 * @param detail a sentence for the accounting department: what, which, what to do
 * @param allocation the allocation's position from 0, or null when it is about the whole posting
 */
record Reason(String code, String detail, Long allocation) {
    private static final int DETAIL_LENGTH = 1000;

    Reason {
        detail = detail.length() <= DETAIL_LENGTH ? detail : detail.substring(0, DETAIL_LENGTH);
    }

    static Reason ofPosting(String code, String detail) {
        return new Reason(code, detail, null);
    }

    static Reason ofAllocation(String code, String detail, int position) {
        return new Reason(code, detail, (long) position);
    }

    static List<Reason> read(Connection connection, String postingId) throws SQLException {
        return Sql.list(
                connection,
                "SELECT Code, Detail, Allocation FROM clientpay_internal.PostingReason"
                        + " WHERE PostingId = ? ORDER BY Position",
                row -> new Reason(
                        row.getString("Code"), row.getString("Detail"), row.getObject("Allocation", Long.class)),
                postingId);
    }

    static void replace(Connection connection, String postingId, List<Reason> reasons) throws SQLException {
        Sql.update(connection, "DELETE FROM clientpay_internal.PostingReason WHERE PostingId = ?", postingId);
        for (int i = 0; i < reasons.size(); i++) {
            Reason reason = reasons.get(i);
            Sql.update(
                    connection,
                    "INSERT INTO clientpay_internal.PostingReason (PostingId, Position, Code, Detail, Allocation)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    postingId,
                    i,
                    reason.code,
                    reason.detail,
                    reason.allocation);
        }
    }
}
