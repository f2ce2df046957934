package com.clientpay.connect.demo.reference;

import com.clientpay.connect.demo.procedures.Sql;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * What a line does to the balances. Whatever could fall below zero is reduced by a guarded statement, one that changes no
 * row rather than too much of it: the firm's own program takes none of the connector's locks.
 */
final class Balances {
    private Balances() {}

    /** Money comes in: an invoice is paid, a trust ledger or a matter's account rises. */
    static void apply(Connection connection, Line line) throws SQLException, RefusedException {
        if (line.invoiceId() != null) {
            int paid = Sql.update(
                    connection,
                    "UPDATE firm.Invoice SET Balance = Balance - ? WHERE InvoiceId = ? AND Balance >= ?",
                    line.amount(),
                    line.invoiceId(),
                    line.amount());
            if (paid != 1) {
                throw new RefusedException(
                        "over-balance",
                        "Less than " + line.amount() + " is open on the invoice by now. Allocate at most what is open,"
                                + " and the rest elsewhere.",
                        line.allocation());
            }
        } else if (line.trustLedgerId() != null) {
            Sql.update(
                    connection,
                    "UPDATE firm.TrustLedger SET Balance = Balance + ? WHERE TrustLedgerId = ?",
                    line.amount(),
                    line.trustLedgerId());
        } else {
            Sql.update(
                    connection,
                    "UPDATE firm.Matter SET Unapplied = Unapplied + ? WHERE MatterId = ?",
                    line.amount(),
                    line.matterId());
        }
    }

    /** Money goes back. */
    static void reverse(Connection connection, Line line) throws SQLException, RefusedException {
        if (line.invoiceId() != null) {
            Sql.update(
                    connection,
                    "UPDATE firm.Invoice SET Balance = Balance + ? WHERE InvoiceId = ?",
                    line.amount(),
                    line.invoiceId());
        } else if (line.trustLedgerId() != null) {
            int taken = Sql.update(
                    connection,
                    "UPDATE firm.TrustLedger SET Balance = Balance - ? WHERE TrustLedgerId = ? AND Balance >= ?",
                    line.amount(),
                    line.trustLedgerId(),
                    line.amount());
            if (taken != 1) {
                throw new RefusedException(
                        "trust-balance-insufficient",
                        "Less than " + line.amount() + " is left on trust ledger " + line.trustLedgerId()
                                + ", and it cannot fall below zero. Bring the client's money back into trust first.",
                        line.allocation());
            }
        } else {
            int taken = Sql.update(
                    connection,
                    "UPDATE firm.Matter SET Unapplied = Unapplied - ? WHERE MatterId = ? AND Unapplied >= ?",
                    line.amount(),
                    line.matterId(),
                    line.amount());
            if (taken != 1) {
                throw new RefusedException(
                        "books-refused",
                        "Less than " + line.amount() + " is left unapplied on matter " + line.matterId()
                                + ": it has been applied since. Take it back from there first.",
                        line.allocation());
            }
        }
    }
}
