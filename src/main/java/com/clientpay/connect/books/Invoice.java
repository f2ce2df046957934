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
                row.text("InvoiceNumber"),
                row.text("MatterId"),
                row.text("MatterNumber"),
                row.text("MatterName"),
                row.text("ClientId"),
                row.text("ClientNumber"),
                row.text("ClientName"),
                row.date("InvoiceDate"),
                row.money("Amount"),
                balance,
                row.money("Pending"),
                balance.signum() > 0);
    }
}
