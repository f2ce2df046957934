package com.clientpay.connect.reconciliation;

import java.math.BigDecimal;

/**
 * Entries of a bank account and book date.
 *
 * @param postings how many
 * @param amount their sum
 * @param reversals how many
 * @param reversed the sum that they took back, as a positive amount
 */
public record Totals(long postings, BigDecimal amount, long reversals, BigDecimal reversed) {}
