package com.clientpay.connect.database.signoff;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * An invoice, a bill or a ledger of which two ways to the same total have different amounts.
 *
 * @param item as people know it
 * @param first the one way's amount; empty where it has none
 * @param second the other's
 */
public record Difference(String item, Optional<BigDecimal> first, Optional<BigDecimal> second) {

    /** The first less the second. */
    public BigDecimal amount() {
        return first.orElse(BigDecimal.ZERO).subtract(second.orElse(BigDecimal.ZERO));
    }
}
