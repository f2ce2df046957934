package com.clientpay.connect.books;

import com.clientpay.connect.database.Row;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A case or engagement of a client.
 *
 * @param id the books' own key, opaque
 * @param status as the books call it; nothing can be posted to a matter that is CLOSED
 * @param arBalance what is owed on its invoices; negative when the client paid too much
 * @param trustBalance the sum of its trust ledgers
 * @param fields the firm's further Connect fields by name; those without a value are absent
 */
public record Matter(
        String id,
        String number,
        String name,
        String clientId,
        String clientNumber,
        String clientName,
        String status,
        BigDecimal arBalance,
        BigDecimal trustBalance,
        Map<String, String> fields) {

    static Matter of(Row row) {
        Map<String, String> fields = new LinkedHashMap<>();
        row.furtherColumns().forEach((name, value) -> value.ifPresent(text -> fields.put(name, text)));
        return new Matter(
                row.text("MatterId"),
                row.textOrBlank("MatterNumber"),
                row.textOrBlank("MatterName"),
                row.text("ClientId"),
                row.textOrBlank("ClientNumber"),
                row.textOrBlank("ClientName"),
                row.text("Status"),
                row.money("ArBalance"),
                row.money("TrustBalance"),
                fields);
    }
}
