package com.clientpay.connect.demo.procedures;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A row of table PostingAllocation: what was sent, and what it was resolved to.
 *
 * @param sent exactly one of its values is filled
 * @param target null while it is not resolved
 */
record Allocation(int position, Sent sent, BigDecimal amount, Target target) {

    /** As the caller named it; the others are null. */
    record Sent(String invoiceId, String invoiceNumber, String trustLedgerId, String matterId) {}

    Allocation to(Target newTarget) {
        return new Allocation(position, sent, amount, newTarget);
    }

    /** By position. */
    static List<Allocation> read(Connection connection, String postingId) throws SQLException {
        return Sql.list(
                connection,
                "SELECT Position, SentInvoiceId, SentInvoiceNumber, SentTrustLedgerId, SentMatterId, Amount,"
                        + " InvoiceId, TrustLedgerId, MatterId FROM clientpay_internal.PostingAllocation"
                        + " WHERE PostingId = ? ORDER BY Position",
                Allocation::read,
                postingId);
    }

    private static Allocation read(ResultSet row) throws SQLException {
        return new Allocation(
                row.getInt("Position"),
                new Sent(
                        row.getString("SentInvoiceId"),
                        row.getString("SentInvoiceNumber"),
                        row.getString("SentTrustLedgerId"),
                        row.getString("SentMatterId")),
                row.getBigDecimal("Amount"),
                target(row.getString("InvoiceId"), row.getString("TrustLedgerId"), row.getString("MatterId")));
    }

    private static Target target(String invoiceId, String trustLedgerId, String matterId) {
        if (invoiceId != null) {
            return new Target(Target.Kind.INVOICE, invoiceId);
        }
        if (trustLedgerId != null) {
            return new Target(Target.Kind.TRUST_LEDGER, trustLedgerId);
        }
        return matterId == null ? null : new Target(Target.Kind.MATTER, matterId);
    }

    /** What they will most likely go to, by what was sent and found before, without a look into the books. */
    static Set<Target> expectedTargets(List<Allocation> allocations) {
        Set<Target> expected = new HashSet<>();
        for (Allocation allocation : allocations) {
            Sent sent = allocation.sent;
            Target target = allocation.target != null
                    ? allocation.target
                    : target(sent.invoiceId, sent.trustLedgerId, sent.matterId);
            if (target != null) {
                expected.add(target);
            }
        }
        return expected;
    }

    /** Writes the targets that are not as they were; answers whether there were any. */
    static boolean saveTargets(Connection connection, String postingId, List<Allocation> before, List<Allocation> after)
            throws SQLException {
        boolean changed = false;
        for (int i = 0; i < after.size(); i++) {
            Allocation allocation = after.get(i);
            if (!Objects.equals(allocation.target, before.get(i).target)) {
                Sql.update(
                        connection,
                        "UPDATE clientpay_internal.PostingAllocation SET InvoiceId = ?, TrustLedgerId = ?, MatterId = ?"
                                + " WHERE PostingId = ? AND Position = ?",
                        allocation.id(Target.Kind.INVOICE),
                        allocation.id(Target.Kind.TRUST_LEDGER),
                        allocation.id(Target.Kind.MATTER),
                        postingId,
                        allocation.position);
                changed = true;
            }
        }
        return changed;
    }

    /** As it was sent, for the history. */
    String words() {
        String target = sent.invoiceId != null
                ? "invoice id " + sent.invoiceId
                : sent.invoiceNumber != null
                        ? "invoice " + sent.invoiceNumber
                        : sent.trustLedgerId != null ? "trust ledger " + sent.trustLedgerId : "matter " + sent.matterId;
        return target + " " + amount;
    }

    private String id(Target.Kind kind) {
        return target != null && target.kind() == kind ? target.id() : null;
    }
}
