package com.clientpay.connect.posting;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A part of a payment and what it is for. As sent, exactly one of the four targets is given; as kept, those that it was
 * resolved to are there as well.
 *
 * @param invoiceId an invoice, by its id in the books
 * @param trustLedgerId a trust ledger, by its id in the books
 * @param matterId a matter, by its id in the books: unapplied money, or its only trust ledger
 * @param invoiceNumber an invoice, by its number, which may not be unique
 * @param amount above 0.00
 */
public record Allocation(
        Optional<String> invoiceId,
        Optional<String> trustLedgerId,
        Optional<String> matterId,
        Optional<String> invoiceNumber,
        BigDecimal amount) {}
