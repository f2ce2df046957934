package com.clientpay.connect.bench;

import com.clientpay.connect.demo.DemoFirm;
import com.clientpay.connect.demo.DemoOptions;
import com.clientpay.connect.demo.DemoSize;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * A demo firm that has been paid many times: three years of postings, nearly all POSTED, some hundreds of each other status
 * among the newest and the oldest. They are in the connector's own tables alone; the firm's books do not know of them.
 */
final class ManyPostings {
    private static final int MATTERS = 10_000;
    private static final int SLICE = 20_000;

    private ManyPostings() {}

    /** Makes the firm where there is none in the folder yet. */
    static void in(Path folder, int postings) throws SQLException {
        DemoOptions options = new DemoOptions(DemoSize.ofMatters(MATTERS), Optional.of(folder));
        try (DemoFirm firm = DemoFirm.open(options, (done, total) -> {});
                Connection connection = DriverManager.getConnection(firm.url());
                Statement statement = connection.createStatement()) {
            if (count(statement, "clientpay_internal.Posting") == postings) {
                return;
            }
            statement.execute(
                    "CREATE LOCAL TEMPORARY TABLE ManyInvoice (Place BIGINT PRIMARY KEY, InvoiceId VARCHAR(20))"
                            + " AS SELECT ROW_NUMBER() OVER (ORDER BY InvoiceId), InvoiceId FROM firm.Invoice");
            long invoices = count(statement, "ManyInvoice");
            connection.setAutoCommit(false);
            for (int first = 1; first <= postings; first += SLICE) {
                for (String sql : STATEMENTS) {
                    statement.execute(sql.replace(":first", String.valueOf(first))
                            .replace(":last", String.valueOf(Math.min(postings, first + SLICE - 1)))
                            .replace(":all", String.valueOf(postings))
                            .replace(":invoices", String.valueOf(invoices)));
                }
                connection.commit();
            }
            connection.setAutoCommit(true);
            statement.execute("ANALYZE");
        }
    }

    private static long count(Statement statement, String table) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** X is the posting's number, 1 the oldest; ids follow the time, as those of the connector do. */
    private static final List<String> STATEMENTS = List.of("""
            INSERT INTO clientpay_internal.Posting
            SELECT 'pst_' || LPAD(X, 26, '0'), 'key-' || X, 'hash', 1, 'pay_' || X,
                CASE WHEN MOD(X, 4) = 0 THEN 'trust' ELSE 'operating' END,
                CASE WHEN MOD(X, 4) = 0 THEN 'TRUST' ELSE 'OPERATING' END,
                100.00 + MOD(X, 1000), 'USD', DATEADD('DAY', -CAST((:all - X) * 1095.0 / :all AS INT), CURRENT_DATE),
                CASE WHEN MOD(X, 400) < 388 THEN DATEADD('DAY', -CAST((:all - X) * 1095.0 / :all AS INT), CURRENT_DATE) END,
                CASE MOD(X, 5) WHEN 0 THEN 'Abbott' WHEN 1 THEN 'Baker' WHEN 2 THEN 'Carter' WHEN 3 THEN 'Dawson' ELSE 'Ellis' END
                    || ' ' || MOD(X, 20000), 'payer@example.com', 'CARD', 'CP-' || LPAD(X, 8, '0'), 'ClientPay Payment',
                NULL, NULL, CASE WHEN MOD(X, 4) = 0 THEN 'TRUST-1' ELSE 'OPER-1' END, NULL,
                CASE WHEN X > :all - 300 AND MOD(X, 3) = 0 THEN 'PENDING'
                    WHEN X > :all - 300 AND MOD(X, 3) = 1 THEN 'INCOMPLETE'
                    WHEN MOD(X, 2000) = 7 THEN 'PENDING' WHEN MOD(X, 2000) = 8 THEN 'INCOMPLETE'
                    WHEN MOD(X, 400) = 388 THEN 'REMOVED' WHEN MOD(X, 400) = 389 THEN 'REVERSED'
                    WHEN MOD(X, 4000) = 391 THEN 'REVERSING' WHEN MOD(X, 4000) = 392 THEN 'QUEUED' ELSE 'POSTED' END,
                CURRENT_TIMESTAMP, NULL, 1, 2, 'R-' || X, NULL,
                DATEADD('SECOND', -CAST((:all - X) * 94608000.0 / :all AS BIGINT), CURRENT_TIMESTAMP)
            FROM SYSTEM_RANGE(:first, :last)""", """
            INSERT INTO clientpay_internal.PostingAllocation
            SELECT 'pst_' || LPAD(X, 26, '0'), 0, i.InvoiceId, NULL, NULL, NULL,
                100.00 + MOD(X, 1000), i.InvoiceId, NULL, NULL
            FROM SYSTEM_RANGE(:first, :last) JOIN ManyInvoice i ON i.Place = MOD(X, :invoices) + 1""", """
            INSERT INTO clientpay_internal.PostingEvent
            SELECT 'pst_' || LPAD(X, 26, '0'), P, CURRENT_TIMESTAMP, 'key:cloud',
                CASE P WHEN 0 THEN 'RECORDED' ELSE 'POSTED' END, NULL
            FROM SYSTEM_RANGE(:first, :last), (VALUES (0), (1)) v (P)""");
}
