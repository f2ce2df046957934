package com.clientpay.connect.database.signoff;

import java.math.BigDecimal;

/** How many amounts, and what they come to. */
public record Sum(long count, BigDecimal total) {}
