package com.clientpay.connect.diagnostics.mapping;

import com.clientpay.connect.database.mapping.IndexUse;
import com.clientpay.connect.database.mapping.MappedField;
import com.clientpay.connect.database.mapping.MappedView;
import com.clientpay.connect.database.mapping.MappingDatabase;
import com.clientpay.connect.diagnostics.checks.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether what the connector searches by has an index: where a view's column comes straight from a table's, and the server
 * shows the view's text. Elsewhere it can't be told, and is said to be so.
 */
final class IndexCheck extends MappingCheck {
    private final MappingDatabase database;

    IndexCheck(MappingDatabase database) {
        super(
                "indexes",
                MappedView.FIELD.viewName(),
                MappedView.MATTER.viewName(),
                MappedView.INVOICE.viewName(),
                MappedView.OPEN_INVOICE.viewName(),
                MappedView.TRUST_LEDGER.viewName(),
                MappedView.BOOKED.viewName(),
                MappedView.MATTER_FIELD.viewName());
        this.database = database;
    }

    @Override
    Finding examine() {
        Map<String, IndexUse> uses = new LinkedHashMap<>();
        put(uses, "search by CLIENT_NUMBER", MappedView.MATTER, "ClientNumber");
        put(uses, "search by CLIENT_NAME", MappedView.MATTER, "ClientName");
        put(uses, "search by MATTER_NUMBER", MappedView.MATTER, "MatterNumber");
        put(uses, "search by MATTER_NAME", MappedView.MATTER, "MatterName");
        put(uses, "search by INVOICE_NUMBER", MappedView.OPEN_INVOICE, "InvoiceNumber");
        put(uses, "search by a whole INVOICE_NUMBER", MappedView.OPEN_INVOICE, "NumberKey");
        for (MappedField field : database.fields()) {
            if (field.searchable() && !FieldsCheck.STANDARD.contains(field.name())) {
                uses.put("search by " + field.name(), database.fieldIndexUse(field.name()));
            }
        }
        put(uses, "an invoice by its number", MappedView.INVOICE, "NumberKey");
        put(uses, "an invoice by its id", MappedView.INVOICE, "InvoiceKey");
        put(uses, "the invoices of a matter", MappedView.INVOICE, "MatterId");
        put(uses, "a matter by its id", MappedView.MATTER, "MatterId");
        put(uses, "the matters of a client", MappedView.MATTER, "ClientId");
        put(uses, "a trust ledger by its id", MappedView.TRUST_LEDGER, "TrustLedgerId");
        put(uses, "the trust ledgers of a matter", MappedView.TRUST_LEDGER, "MatterId");
        put(uses, "what was booked for a posting", MappedView.BOOKED, "PostingId");
        put(uses, "what was booked on a day", MappedView.BOOKED, "BookDate");
        return finding(uses);
    }

    private void put(Map<String, IndexUse> uses, String what, MappedView view, String column) {
        uses.put(what, database.indexUse(view, column));
    }

    private static Finding finding(Map<String, IndexUse> uses) {
        List<String> none = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        uses.forEach((what, use) -> {
            switch (use.outcome()) {
                case NONE -> none.add(what + ": no index begins with " + use.table() + ".");
                case UNKNOWN -> unknown.add(what + ": " + use.table() + ".");
                case USABLE -> {}
            }
        });
        if (none.isEmpty() && unknown.isEmpty()) {
            return Finding.pass("all " + uses.size() + " searches and look-ups have one");
        }
        List<String> lines = new ArrayList<>(none);
        unknown.forEach(line -> lines.add("Cannot be told: " + line));
        String seen = listed(
                none.size() + " of " + uses.size() + " searches and look-ups have none"
                        + (unknown.isEmpty() ? "" : ", of " + unknown.size() + " it cannot be told"),
                lines);
        return Finding.warn(
                seen,
                "Each of them reads a whole table, which only a small one bears. Ask the system's vendor before adding an index"
                        + " to a table of theirs, or set Searchable to 0 in MapField. Where it cannot be told, look at the"
                        + " execution plan.");
    }
}
