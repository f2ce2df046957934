package com.clientpay.connect.demo.procedures;

/**
 * The contract's columns of an invoice, read from {@code firm.Invoice i}, {@code firm.Matter m} and
 * {@code firm.Client c}.
 *
 * <p>Joins are LEFT joins where the order matters: H2 keeps their order, and so walks the index of the first table and
 * stops at the limit. Every invoice has a matter and every matter a client, so that the answer is the same.
 */
final class InvoiceRows {
    /** Pending is what PENDING and QUEUED postings would take. */
    static final String COLUMNS = """
            i.InvoiceId, i.InvoiceNumber, m.MatterId, m.MatterNumber, m.MatterName,
            c.ClientId, c.ClientNumber, c.ClientName, i.InvoiceDate, i.Amount, i.Balance,
            (SELECT COALESCE(SUM(a.Amount), 0.00)
             FROM clientpay_internal.PostingAllocation a
             JOIN clientpay_internal.Posting p ON p.PostingId = a.PostingId
             WHERE a.InvoiceId = i.InvoiceId AND p.Status IN ('PENDING', 'QUEUED')) AS Pending
            """;

    static final String FROM_INVOICE = """
            FROM firm.Invoice i
            LEFT JOIN firm.Matter m ON m.MatterId = i.MatterId
            LEFT JOIN firm.Client c ON c.ClientId = m.ClientId
            """;

    static final String FROM_MATTER = """
            FROM firm.Matter m
            LEFT JOIN firm.Client c ON c.ClientId = m.ClientId
            LEFT JOIN firm.Invoice i ON i.MatterId = m.MatterId AND i.IsOpen = TRUE
            """;

    static final String FROM_CLIENT = """
            FROM firm.Client c
            LEFT JOIN firm.Matter m ON m.ClientId = c.ClientId
            LEFT JOIN firm.Invoice i ON i.MatterId = m.MatterId AND i.IsOpen = TRUE
            """;

    private InvoiceRows() {}
}
