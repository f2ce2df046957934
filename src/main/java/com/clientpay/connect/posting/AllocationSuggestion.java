package com.clientpay.connect.posting;

import com.clientpay.connect.books.Invoice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Auto-apply: an amount over invoices, the oldest first, each up to what is left of its balance when pending postings
 * have taken theirs.
 *
 * @param rest what is left of the amount when every invoice is paid
 */
record AllocationSuggestion(List<Share> allocations, BigDecimal rest) {

    /** What one invoice would get. */
    record Share(String invoiceId, String invoiceNumber, BigDecimal amount) {}

    private static final Comparator<Invoice> OLDEST_FIRST =
            Comparator.comparing(Invoice::date).thenComparing(Invoice::number).thenComparing(Invoice::id);

    static AllocationSuggestion of(BigDecimal amount, List<Invoice> invoices) {
        List<Share> shares = new ArrayList<>();
        BigDecimal rest = amount;
        for (Invoice invoice : invoices.stream().sorted(OLDEST_FIRST).toList()) {
            BigDecimal share = rest.min(invoice.balance().subtract(invoice.pending()));
            if (share.signum() > 0) {
                shares.add(new Share(invoice.id(), invoice.number(), share));
                rest = rest.subtract(share);
            }
        }
        return new AllocationSuggestion(List.copyOf(shares), rest);
    }
}
