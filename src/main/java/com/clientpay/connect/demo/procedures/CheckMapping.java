package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.h2.tools.SimpleResultSet;

/**
 * {@code clientpay.CheckMapping}: what the firm still has to say about its books, and how it stands with the sign-off of the
 * mapping.
 */
public final class CheckMapping {
    private static final String ITEMS = """
            SELECT CASE WHEN c.Answer IS NULL THEN 'UNANSWERED' ELSE 'CONTRADICTED' END AS What, s.Title, i.Item, i.Label,
                   CASE WHEN c.Answer IS NULL THEN i.Usage ELSE i.RefutedBecause END, a.AnsweredBy, a.AnsweredAt
            FROM clientpay_internal.AskItem i
            JOIN clientpay_internal.AskSubject s ON s.Subject = i.Subject
            LEFT JOIN clientpay_internal.Answer a ON a.Subject = i.Subject AND a.Item = i.Item
            LEFT JOIN clientpay_internal.AskChoice c ON c.Subject = a.Subject AND c.Answer = a.Answer
            WHERE (c.Answer IS NULL AND i.Active) OR (i.Refuted = a.Answer AND a.Confirmation IS NULL)
            ORDER BY What, s.Title, i.Item
            """;

    private static final String LAST = "SELECT SignedBy, SignedAt FROM clientpay_internal.MappingSignOff"
            + " ORDER BY MappingSignOffId DESC LIMIT 1";

    private CheckMapping() {}

    public static ResultSet call(Connection connection) throws SQLException {
        SimpleResultSet rows = Rows.of(Contract.CHECK_MAPPING);
        if (Rows.onlyColumnsAsked(connection)) {
            return rows;
        }
        try (PreparedStatement items = connection.prepareStatement(ITEMS)) {
            Rows.addAll(rows, items);
        }
        String standing = MappingSignOff.standing(connection);
        if (standing.equals("NOT_NEEDED")) {
            return rows;
        }
        Object[] signed = Sql.find(connection, LAST, row ->
                        new Object[] {row.getString(1), row.getObject(2, LocalDateTime.class)})
                .orElse(new Object[] {null, null});
        rows.addRow(standing, null, null, null, null, signed[0], signed[1]);
        if (standing.equals("VOID")) {
            for (MappingSignOff.Change change : MappingSignOff.changes(connection)) {
                String subject = change.part().equals("VIEW") ? "VIEW" : change.subject();
                rows.addRow("CHANGED", subject, change.item(), null, null, null, null);
            }
        }
        return rows;
    }
}
