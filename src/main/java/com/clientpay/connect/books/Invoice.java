package com.clientpay.connect.books;

import com.clientpay.connect.database.Row;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A bill on a matter.
 *
 * @param id the books' own key, opaque
 * @param number the number on paper; not always unique
 * @param balance what is still owed
 * @param pending what PENDING and QUEUED postings would take of the balance
 * @param open whether anything is still owed
 */
public record Invoice(
        String id,
        String number,
        String matterId,
        String matterNumber,
        String matterName,
        String clientId,
        String clientNumber,
        String clientName,
        LocalDate date,
        BigDecimal amount,
        BigDecimal balance,
        BigDecimal pending,
        boolean open) {

    static Invoice of(Row row) {
        BigDecimal balance = row.money("Balance");
        return new Invoice(
                row.text("InvoiceId"),
                row.textOrBlank("InvoiceNumber"),
                row.text("MatterId"),
                row.textOrBlank("MatterNumber"),
                row.textOrBlank("MatterName"),
                row.text("ClientId"),
                row.textOrBlank("ClientNumber"),
                row.textOrBlank("ClientName"),
                row.date("InvoiceDate"),
                row.money("Amount"),
                balance,
                row.money("Pending"),
                balance.signum() > 0);
    }
}
