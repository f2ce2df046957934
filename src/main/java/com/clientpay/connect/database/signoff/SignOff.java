package com.clientpay.connect.database.signoff;

import java.util.Optional;

/**
 * That somebody accepts the mapping with these totals.
 *
 * @param by who accepts it
 * @param remark in their words
 */
public record SignOff(String by, Optional<String> remark, MappingTotals totals) {}
