package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** {@code clientpay.ListImportAnswers}: postings that wait for the import, and whose present handover it has answered. */
public final class ListImportAnswers {
    private static final String SQL = """
            SELECT p.PostingId FROM clientpay_internal.Posting p
            WHERE p.Status IN ('QUEUED', 'REVERSING') AND EXISTS (
                SELECT 1 FROM clientpay_internal.MapReceiptResult r
                WHERE r.PostingId = p.PostingId AND r.Attempt = p.Attempt
                  AND r.Kind = CASE p.Status WHEN 'QUEUED' THEN 'POST' ELSE 'REVERSE' END
                  AND r.Outcome IN ('BOOKED', 'REJECTED')
                  AND r.Handover = (SELECT MAX(l.Handover) FROM clientpay_internal.BatchLine l
                                    WHERE l.PostingId = r.PostingId AND l.Attempt = r.Attempt AND l.Kind = r.Kind))
            ORDER BY p.PostingId FETCH FIRST ? ROWS ONLY""";

    private ListImportAnswers() {}

    public static ResultSet call(Connection connection, Long limit) throws SQLException {
        return Rows.query(connection, Contract.LIST_IMPORT_ANSWERS, SQL, limit);
    }
}
