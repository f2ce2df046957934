package com.clientpay.connect.demo.procedures;

import java.sql.Types;
import java.util.List;
import org.h2.tools.SimpleResultSet;

/** The contract's columns of a matter, read from {@code firm.Matter m} and {@code firm.Client c}. */
final class MatterRows {
    static final String COLUMNS = """
            m.MatterId, m.MatterNumber, m.MatterName, c.ClientId, c.ClientNumber, c.ClientName, m.Status,
            (SELECT COALESCE(SUM(i.Balance), 0.00) FROM firm.Invoice i
             WHERE i.MatterId = m.MatterId AND i.IsOpen = TRUE) AS ArBalance,
            (SELECT COALESCE(SUM(t.Balance), 0.00) FROM firm.TrustLedger t
             WHERE t.MatterId = m.MatterId) AS TrustBalance
            """;

    /** The firm's own Connect fields, as text, named as in MapField. */
    static final String FURTHER =
            ", m.ResponsibleAttorney, m.Office, m.PracticeArea, CAST(m.OpenedOn AS VARCHAR(10)) AS OpenedOn ";

    static final String FROM_MATTER = "FROM firm.Matter m LEFT JOIN firm.Client c ON c.ClientId = m.ClientId ";

    static final String FROM_CLIENT = "FROM firm.Client c LEFT JOIN firm.Matter m ON m.ClientId = c.ClientId ";

    private static final List<String> FURTHER_NAMES =
            List.of("RESPONSIBLE_ATTORNEY", "OFFICE", "PRACTICE_AREA", "OPENED_ON");

    private MatterRows() {}

    /** Adds the columns of {@link #FURTHER}. */
    static SimpleResultSet withFurtherColumns(SimpleResultSet rows) {
        for (String name : FURTHER_NAMES) {
            rows.addColumn(name, Types.VARCHAR, 4000, 0);
        }
        return rows;
    }
}
