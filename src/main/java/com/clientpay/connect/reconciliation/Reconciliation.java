package com.clientpay.connect.reconciliation;

import java.time.LocalDate;
import java.util.List;

/**
 * A book date, on our side and in the books.
 *
 * @param date the book date, a calendar day of the firm
 * @param balanced whether there is no difference, and everything could be compared
 * @param accounts each bank account with entries of that date on either side
 * @param differences each entry that is not the same on both sides, or cannot be seen in the books, and was booked on that
 *     date on one at least
 */
public record Reconciliation(
        LocalDate date, boolean balanced, List<ReconciledAccount> accounts, List<Difference> differences) {}
