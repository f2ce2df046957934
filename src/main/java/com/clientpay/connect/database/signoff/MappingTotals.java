package com.clientpay.connect.database.signoff;

import java.util.List;

/**
 * What accounting compares with its own reports before it accepts a mapping.
 *
 * @param openInvoices what the connector offers to be paid
 * @param trustLedgers the client money that it offers to be added to
 * @param comparisons the pack's; none where a system has one way only
 */
public record MappingTotals(Sum openInvoices, Sum trustLedgers, List<Comparison> comparisons) {}
