package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.demo.procedures.FirmBooks.Invoice;
import com.clientpay.connect.demo.procedures.FirmBooks.Matter;
import com.clientpay.connect.demo.procedures.FirmBooks.TrustLedger;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds what one allocation goes to, by what was sent. A target that was found before is kept while the books have it.
 * Collects what speaks against it; an allocation may have a target and reasons.
 */
final class AllocationResolver {
    private static final String TRUST = "TRUST";

    private final FirmBooks books;
    private final String kind;
    private final Optional<String> bankAccountId;
    private final List<Reason> reasons;

    /**
     * @param kind of the money; null while it is unknown
     * @param bankAccountId of the posting, if it can be booked there
     * @param reasons takes what is found
     */
    AllocationResolver(FirmBooks books, String kind, Optional<String> bankAccountId, List<Reason> reasons) {
        this.books = books;
        this.kind = kind;
        this.bankAccountId = bankAccountId;
        this.reasons = reasons;
    }

    /** The allocation with its target of today, or without one. */
    Allocation resolve(Allocation allocation) throws SQLException {
        Allocation.Sent sent = allocation.sent();
        if (sent.trustLedgerId() != null) {
            return allocation.to(ledger(allocation));
        }
        if (sent.matterId() != null) {
            return allocation.to(matter(allocation));
        }
        return allocation.to(invoice(allocation));
    }

    private Target invoice(Allocation allocation) throws SQLException {
        Optional<Invoice> found = known(allocation);
        if (found.isEmpty()) {
            found = sentInvoice(allocation);
        }
        if (found.isEmpty()) {
            return null;
        }
        Invoice invoice = found.get();
        if (TRUST.equals(kind)) {
            against(
                    allocation,
                    "trust-money-to-invoice",
                    "This is trust money, and invoice " + invoice.number() + " would put it among the firm's own."
                            + " Allocate it to the trust ledger of matter " + invoice.matterNumber() + ".");
        }
        if (invoice.isOfClosedMatter()) {
            closed(allocation, "Matter " + invoice.matterNumber() + " of invoice " + invoice.number());
        }
        return new Target(Target.Kind.INVOICE, invoice.id());
    }

    private Optional<Invoice> known(Allocation allocation) throws SQLException {
        return allocation.target() == null
                ? Optional.empty()
                : books.invoice(allocation.target().id());
    }

    private Optional<Invoice> sentInvoice(Allocation allocation) throws SQLException {
        Allocation.Sent sent = allocation.sent();
        if (sent.invoiceId() != null) {
            Optional<Invoice> invoice = books.invoice(sent.invoiceId());
            if (invoice.isEmpty()) {
                unknownInvoice(allocation, "the id " + sent.invoiceId());
            }
            return invoice;
        }
        List<Invoice> all = books.invoicesByNumber(sent.invoiceNumber());
        List<Invoice> open = all.stream().filter(Invoice::isOpen).toList();
        List<Invoice> candidates = open.isEmpty() ? all : open;
        if (candidates.isEmpty()) {
            unknownInvoice(allocation, "the number " + sent.invoiceNumber());
            return Optional.empty();
        }
        if (candidates.size() > 1) {
            against(
                    allocation,
                    "invoice-ambiguous",
                    candidates.size() + (open.isEmpty() ? " closed" : " open") + " invoices have the number "
                            + sent.invoiceNumber() + ": " + choice(candidates)
                            + ". Choose the right one by its id.");
            return Optional.empty();
        }
        return Optional.of(candidates.get(0));
    }

    private void unknownInvoice(Allocation allocation, String which) {
        against(
                allocation,
                "invoice-unknown",
                "The books have no invoice with " + which + ". Choose an invoice that they have.");
    }

    private static String choice(List<Invoice> invoices) {
        String first = invoices.stream()
                .limit(5)
                .map(i -> i.id() + " with " + i.balance() + " of matter " + i.matterNumber())
                .collect(Collectors.joining(", "));
        return first + (invoices.size() > 5 ? ", …" : "");
    }

    private Target ledger(Allocation allocation) throws SQLException {
        String id = allocation.sent().trustLedgerId();
        Optional<TrustLedger> found = books.trustLedger(id);
        if (found.isEmpty()) {
            against(
                    allocation,
                    "no-trust-ledger",
                    "The books have no trust ledger with the id " + id + ". Choose one that they have, or open it there"
                            + " first.");
            return null;
        }
        TrustLedger ledger = found.get();
        if (kind != null && !TRUST.equals(kind)) {
            against(
                    allocation,
                    "operating-money-to-trust",
                    "This is operating money, and the trust ledger of matter " + ledger.matterNumber()
                            + " holds client money. Allocate it to an invoice.");
        } else if (bankAccountId.isPresent() && !bankAccountId.get().equals(ledger.bankAccountId())) {
            against(
                    allocation,
                    "trust-ledger-of-other-bank-account",
                    "The trust ledger of matter " + ledger.matterNumber() + " belongs to bank account "
                            + ledger.bankAccountId() + ", but the payment settled in " + bankAccountId.get()
                            + ". Choose a trust ledger of that bank account.");
        }
        if (ledger.isOfClosedMatter()) {
            closed(allocation, "Matter " + ledger.matterNumber() + " of the trust ledger");
        }
        return new Target(Target.Kind.TRUST_LEDGER, ledger.id());
    }

    private Target matter(Allocation allocation) throws SQLException {
        String id = allocation.sent().matterId();
        Optional<Matter> found = books.matter(id);
        if (found.isEmpty()) {
            against(
                    allocation,
                    "matter-unknown",
                    "The books have no matter with the id " + id + ". Choose a matter that they have.");
            return null;
        }
        Matter matter = found.get();
        if (matter.isClosed()) {
            closed(allocation, "Matter " + matter.number());
        }
        if (kind == null) {
            return null;
        }
        return TRUST.equals(kind) ? onlyLedger(allocation, matter) : unapplied(allocation, matter);
    }

    private Target onlyLedger(Allocation allocation, Matter matter) throws SQLException {
        if (bankAccountId.isEmpty()) {
            return null;
        }
        List<TrustLedger> ledgers = books.trustLedgers(matter.id(), bankAccountId.get());
        if (ledgers.size() == 1) {
            return new Target(Target.Kind.TRUST_LEDGER, ledgers.get(0).id());
        }
        String at = matter.number() + " has " + (ledgers.isEmpty() ? "no trust ledger" : "several trust ledgers")
                + " at bank account " + bankAccountId.get();
        if (ledgers.isEmpty()) {
            against(allocation, "no-trust-ledger", "Matter " + at + ". Open one in the books, then post again.");
        } else {
            against(allocation, "ambiguous-trust-ledger", "Matter " + at + ". Choose one of them.");
        }
        return null;
    }

    private Target unapplied(Allocation allocation, Matter matter) throws SQLException {
        if (!books.takesUnappliedMoney()) {
            against(
                    allocation,
                    "unapplied-not-supported",
                    "The firm's system cannot take money on account of matter " + matter.number()
                            + ". Allocate it to an invoice.");
        }
        return new Target(Target.Kind.MATTER, matter.id());
    }

    private void closed(Allocation allocation, String what) {
        against(
                allocation,
                "matter-closed",
                what + " is closed. Reopen it in the books and post again, or allocate to another matter.");
    }

    private void against(Allocation allocation, String code, String detail) {
        reasons.add(Reason.ofAllocation(code, detail, allocation.position()));
    }
}
