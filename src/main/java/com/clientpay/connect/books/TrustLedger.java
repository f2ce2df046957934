package com.clientpay.connect.books;

import com.clientpay.connect.database.Row;
import java.math.BigDecimal;

/** Client money of one matter at one trust bank account. */
public record TrustLedger(
        String id,
        String matterId,
        String matterNumber,
        String matterName,
        String clientName,
        String bankAccountId,
        BigDecimal balance) {

    static TrustLedger of(Row row) {
        return new TrustLedger(
                row.text("TrustLedgerId"),
                row.text("MatterId"),
                row.textOrBlank("MatterNumber"),
                row.textOrBlank("MatterName"),
                row.textOrBlank("ClientName"),
                row.text("BankAccountId"),
                row.money("Balance"));
    }
}
