package com.clientpay.connect.contract;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The reference firm's books beside our own ledger: whatever happened to the connector, nothing may be there twice and
 * nothing by half. Works on every engine, over any connection, while nobody is writing.
 *
 * <p>Balances are compared with those at the time of {@link #open}: a balance plus what receipts took from it, less what
 * they gave back, must be what it was then.
 */
public final class Books {
    /** Each finds what must not be: one text a row. */
    private static final String[] CONTRADICTIONS = {"""
        SELECT CONCAT('Effect without its receipt: ', e.PostingId, ' attempt ', e.Attempt, ' ', e.Kind)
        FROM clientpay_internal.Effect e WHERE e.Outside = ? AND 1 <> (SELECT COUNT(*) FROM firm.Receipt r
            WHERE r.PostingId = e.PostingId AND r.Attempt = e.Attempt AND r.Kind = e.Kind AND r.Amount = e.Amount
            AND r.BankAccountId = e.BankAccountId AND r.BookDate = e.BookDate
            AND CAST(r.ReceiptId AS VARCHAR(20)) = e.Receipt)
        """, """
        SELECT CONCAT('Receipt without its effect: ', r.ReceiptId, ' of ', r.PostingId)
        FROM firm.Receipt r WHERE r.PostingId IS NOT NULL AND 1 <> (SELECT COUNT(*) FROM clientpay_internal.Effect e
            WHERE r.PostingId = e.PostingId AND r.Attempt = e.Attempt AND r.Kind = e.Kind AND e.Outside = ?)
        """, """
        SELECT CONCAT('Attempt of ', r.PostingId, ' with several receipts ', r.Kind)
        FROM firm.Receipt r WHERE r.PostingId IS NOT NULL
        GROUP BY r.PostingId, r.Attempt, r.Kind HAVING COUNT(*) > 1
        """, """
        SELECT CONCAT('Lines are not the receipt''s amount: ', r.ReceiptId)
        FROM firm.Receipt r WHERE r.Amount <>
            (SELECT COALESCE(SUM(l.Amount), 0) FROM firm.ReceiptLine l WHERE l.ReceiptId = r.ReceiptId)
        """, """
        SELECT CONCAT('Receipt that the trigger has not seen once: ', r.ReceiptId)
        FROM firm.Receipt r WHERE 1 <> (SELECT COUNT(*) FROM firm.ReceiptAudit a WHERE a.ReceiptId = r.ReceiptId)
        """, """
        SELECT CONCAT('Audit of no receipt: ', a.ReceiptId) FROM firm.ReceiptAudit a
        WHERE NOT EXISTS (SELECT 1 FROM firm.Receipt r WHERE a.ReceiptId = r.ReceiptId)
        """, """
        SELECT CONCAT(p.PostingId, ' is ', p.Status, ' but has not the effects of it')
        FROM clientpay_internal.Posting p LEFT JOIN (
            SELECT PostingId, Attempt, SUM(CASE WHEN Kind = 'POST' THEN 1 ELSE 0 END) AS Posts,
                SUM(CASE WHEN Kind = 'REVERSE' THEN 1 ELSE 0 END) AS Reversals
            FROM clientpay_internal.Effect GROUP BY PostingId, Attempt) e
            ON e.PostingId = p.PostingId AND e.Attempt = p.Attempt
        WHERE COALESCE(e.Posts, 0) <> CASE WHEN p.Status IN ('POSTED', 'REVERSED', 'REVERSING') THEN 1 ELSE 0 END
            OR COALESCE(e.Reversals, 0) <> CASE WHEN p.Status = 'REVERSED' THEN 1 ELSE 0 END
        """, """
        SELECT CONCAT('An earlier attempt of ', e.PostingId, ' is still in the books')
        FROM clientpay_internal.Effect e
            JOIN clientpay_internal.Posting p ON p.PostingId = e.PostingId AND p.Attempt > e.Attempt
        WHERE e.Kind = 'POST' AND NOT EXISTS (SELECT 1 FROM clientpay_internal.Effect r
            WHERE r.PostingId = e.PostingId AND r.Attempt = e.Attempt AND r.Kind = 'REVERSE')
        """, """
        SELECT CONCAT('Line of ', p.PostingId, ' that is not its allocation ', l.LineNumber)
        FROM clientpay_internal.Posting p
            JOIN firm.Receipt r ON r.PostingId = p.PostingId AND r.Attempt = p.Attempt
            JOIN firm.ReceiptLine l ON l.ReceiptId = r.ReceiptId
        WHERE NOT EXISTS (SELECT 1 FROM clientpay_internal.PostingAllocation a
            WHERE a.PostingId = p.PostingId AND a.Position = l.LineNumber - 1 AND a.Amount = l.Amount
            AND COALESCE(a.InvoiceId, '') = COALESCE(l.InvoiceId, '')
            AND COALESCE(a.TrustLedgerId, '') = COALESCE(l.TrustLedgerId, '')
            AND COALESCE(a.MatterId, '') = COALESCE(l.MatterId, ''))
        """, """
        SELECT CONCAT(p.PostingId, ' has ', COUNT(e.What), ' events POSTED for its effects')
        FROM clientpay_internal.Posting p
            LEFT JOIN clientpay_internal.PostingEvent e ON e.PostingId = p.PostingId AND e.What = 'POSTED'
        GROUP BY p.PostingId HAVING COUNT(e.What) <>
            (SELECT COUNT(*) FROM clientpay_internal.Effect x WHERE x.PostingId = p.PostingId AND x.Kind = 'POST')
        """, """
        SELECT CONCAT(p.PostingId, ' is INCOMPLETE without a reason, or has reasons and is not')
        FROM clientpay_internal.Posting p WHERE CASE WHEN p.Status = 'INCOMPLETE' THEN 1 ELSE 0 END <>
            CASE WHEN EXISTS (SELECT 1 FROM clientpay_internal.PostingReason r WHERE r.PostingId = p.PostingId)
            THEN 1 ELSE 0 END
        """};

    /** What a target's balance would be without any receipt, told with the receipt lines' sign turned around. */
    private static final String[] OPENINGS = {
        opening("invoice", "firm.Invoice", "InvoiceId", "Balance", "+"),
        opening("trust ledger", "firm.TrustLedger", "TrustLedgerId", "Balance", "-"),
        opening("unapplied money of matter", "firm.Matter", "MatterId", "Unapplied", "-")
    };

    private final Map<String, BigDecimal> opening;

    private Books(Map<String, BigDecimal> opening) {
        this.opening = opening;
    }

    /** Remembers the balances, as they are without the receipts. */
    public static Books open(Connection connection) throws SQLException {
        return new Books(openings(connection));
    }

    /**
     * The firm itself changed a balance, or wrote a new invoice.
     *
     * @param target such as {@code invoice I1}
     */
    public void changedByFirm(String target, BigDecimal by) {
        opening.merge(target, by.setScale(2), BigDecimal::add);
    }

    /** The firm itself deleted it. */
    public void forget(String target) {
        opening.remove(target);
    }

    /** @throws AssertionError naming everything that is there twice or by half */
    public void check(Connection connection) throws SQLException {
        List<String> wrong = new ArrayList<>();
        for (String sql : CONTRADICTIONS) {
            wrong.addAll(contradictions(connection, sql));
        }
        Map<String, BigDecimal> now = openings(connection);
        TreeSet<String> targets = new TreeSet<>(opening.keySet());
        targets.addAll(now.keySet());
        for (String target : targets) {
            BigDecimal then = opening.get(target);
            if (!Objects.equals(then, now.get(target))) {
                wrong.add("The balance of " + target + " is not what the receipts make of " + then + ": off by "
                        + (then == null || now.get(target) == null
                                ? "everything"
                                : now.get(target).subtract(then)));
            }
        }
        if (!wrong.isEmpty()) {
            throw new AssertionError("The books are wrong:\n" + String.join("\n", wrong));
        }
    }

    private static List<String> contradictions(Connection connection, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 1;
                    i <= sql.chars().filter(character -> character == '?').count();
                    i++) {
                statement.setBoolean(i, false);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }

    private static Map<String, BigDecimal> openings(Connection connection) throws SQLException {
        Map<String, BigDecimal> balances = new TreeMap<>();
        for (String sql : OPENINGS) {
            try (PreparedStatement statement = connection.prepareStatement(sql);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    balances.put(rows.getString(1), rows.getBigDecimal(2).setScale(2));
                }
            }
        }
        return balances;
    }

    private static String opening(String name, String table, String id, String balance, String back) {
        return "SELECT CONCAT('" + name + " ', t." + id + "), t." + balance + " " + back + " COALESCE(l.Net, 0) FROM "
                + table
                + " t LEFT JOIN (SELECT l." + id + " AS Id,"
                + " SUM(CASE WHEN r.Kind = 'POST' THEN l.Amount ELSE -l.Amount END) AS Net"
                + " FROM firm.ReceiptLine l JOIN firm.Receipt r ON r.ReceiptId = l.ReceiptId"
                + " WHERE l." + id + " IS NOT NULL GROUP BY l." + id + ") l ON l.Id = t." + id;
    }
}
