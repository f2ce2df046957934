package com.clientpay.connect.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;

/** An entry as one side has it. */
public record Entry(String bankAccountId, LocalDate bookDate, BigDecimal amount) {}
