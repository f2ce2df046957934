package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.demo.procedures.PostingRow.Terms;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a posting means in the books as they are now: its terms, its allocations with their targets, and every reason
 * that speaks against posting it so. Reads only.
 *
 * @param before the allocations as they were
 * @param notes sentences for the history
 */
record Resolution(
        Terms terms, List<Allocation> before, List<Allocation> allocations, List<Reason> reasons, List<String> notes) {

    private static final Set<String> UNUSABLE_BANK_ACCOUNT = Set.of("bank-account-gone", "bank-account-of-other-kind");

    /** @param today the firm's day */
    static Resolution of(
            Connection connection, PostingRow posting, List<Allocation> before, Settings settings, LocalDate today)
            throws SQLException {
        FirmBooks books = new FirmBooks(connection);
        TermsResolver resolver = new TermsResolver(
                books, posting, Settings.merchantAccount(connection, posting.merchantAccountId()), settings);
        Terms terms = resolver.resolve(today);
        List<Reason> reasons = new ArrayList<>(resolver.reasons());
        boolean usable = reasons.stream().noneMatch(reason -> UNUSABLE_BANK_ACCOUNT.contains(reason.code()));
        AllocationResolver allocationResolver = new AllocationResolver(
                books, terms.kind(), Optional.ofNullable(terms.bankAccountId()).filter(id -> usable), reasons);
        List<Allocation> after = new ArrayList<>();
        for (Allocation allocation : before) {
            after.add(allocationResolver.resolve(allocation));
        }
        checkTargets(books, posting, terms, after, reasons);
        checkTotal(posting, after, reasons);
        return new Resolution(terms, before, after, reasons, resolver.notes());
    }

    Set<Target> targets() {
        return allocations.stream()
                .map(Allocation::target)
                .filter(target -> target != null)
                .collect(Collectors.toSet());
    }

    /** Each target once, and no invoice more than is open on it. */
    private static void checkTargets(
            FirmBooks books, PostingRow posting, Terms terms, List<Allocation> allocations, List<Reason> reasons)
            throws SQLException {
        Map<Target, BigDecimal> sums = new LinkedHashMap<>();
        Map<Target, Integer> first = new LinkedHashMap<>();
        for (Allocation allocation : allocations) {
            Target target = allocation.target();
            if (target == null) {
                continue;
            }
            sums.merge(target, allocation.amount(), BigDecimal::add);
            Integer earlier = first.putIfAbsent(target, allocation.position());
            if (earlier != null) {
                reasons.add(Reason.ofAllocation(
                        "duplicate-target",
                        "It goes to the same " + word(target) + " as allocation " + (earlier + 1)
                                + ". Put both amounts into one allocation.",
                        allocation.position()));
            }
        }
        for (Map.Entry<Target, BigDecimal> sum : sums.entrySet()) {
            if (sum.getKey().kind() == Target.Kind.INVOICE && !"TRUST".equals(terms.kind())) {
                checkBalance(books, posting, sum.getKey().id(), sum.getValue(), first.get(sum.getKey()), reasons);
            }
        }
    }

    private static void checkBalance(
            FirmBooks books,
            PostingRow posting,
            String invoiceId,
            BigDecimal allocated,
            int position,
            List<Reason> reasons)
            throws SQLException {
        Optional<FirmBooks.Invoice> invoice = books.invoice(invoiceId);
        if (invoice.isEmpty()) {
            return;
        }
        BigDecimal balance = invoice.get().balance();
        BigDecimal queued = books.queued(invoiceId, posting.id());
        BigDecimal available = balance.subtract(queued).max(BigDecimal.ZERO.setScale(2));
        if (allocated.compareTo(available) > 0) {
            reasons.add(Reason.ofAllocation(
                    "over-balance",
                    "Invoice " + invoice.get().number() + " has an open balance of " + balance
                            + (queued.signum() > 0 ? ", of which " + queued + " are waiting for the import" : "")
                            + ", and " + allocated + " is allocated to it. Allocate at most " + available
                            + " to it and the rest elsewhere.",
                    position));
        }
    }

    private static void checkTotal(PostingRow posting, List<Allocation> allocations, List<Reason> reasons) {
        BigDecimal sum =
                allocations.stream().map(Allocation::amount).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
        BigDecimal rest = posting.amount().subtract(sum);
        String amounts = "The payment is " + posting.amount() + ", the allocations are " + sum;
        if (rest.signum() > 0) {
            reasons.add(Reason.ofPosting("unallocated-rest", amounts + ". Allocate the remaining " + rest + "."));
        } else if (rest.signum() < 0) {
            reasons.add(
                    Reason.ofPosting("over-allocated", amounts + ". Take " + rest.negate() + " off the allocations."));
        }
    }

    private static String word(Target target) {
        return switch (target.kind()) {
            case INVOICE -> "invoice";
            case TRUST_LEDGER -> "trust ledger";
            case MATTER -> "matter";
        };
    }
}
