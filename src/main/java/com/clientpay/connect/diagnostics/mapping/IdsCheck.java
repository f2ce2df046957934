package com.clientpay.connect.diagnostics.mapping;

import com.clientpay.connect.database.mapping.Examples;
import com.clientpay.connect.database.mapping.FoundColumn;
import com.clientpay.connect.database.mapping.MappedView;
import com.clientpay.connect.database.mapping.MappingDatabase;
import com.clientpay.connect.diagnostics.checks.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether an id has the same type in every view, so that a join is a seek, and whether the pack's functions make ids, and keys
 * of invoices' numbers, out of the text that callers send.
 */
final class IdsCheck extends MappingCheck {
    private static final List<MappedView> VIEWS = List.of(
            MappedView.BANK_ACCOUNT,
            MappedView.MATTER,
            MappedView.INVOICE,
            MappedView.TRUST_LEDGER,
            MappedView.MATTER_FIELD,
            MappedView.OPEN_INVOICE);
    private static final String NUMBER_KEY = "NumberKey";
    /** Of the types that the pack has aliases for. */
    private static final Map<String, MappedView> IDS = ids();

    private final MappingDatabase database;

    IdsCheck(MappingDatabase database) {
        super("ids", VIEWS.stream().map(MappedView::viewName).toArray(String[]::new));
        this.database = database;
    }

    private static Map<String, MappedView> ids() {
        Map<String, MappedView> ids = new LinkedHashMap<>();
        ids.put("BankAccountId", MappedView.BANK_ACCOUNT);
        ids.put("MatterId", MappedView.MATTER);
        ids.put("InvoiceId", MappedView.INVOICE);
        ids.put("InvoiceKey", MappedView.INVOICE);
        ids.put(NUMBER_KEY, MappedView.INVOICE);
        ids.put("TrustLedgerId", MappedView.TRUST_LEDGER);
        return ids;
    }

    @Override
    Finding examine() {
        List<String> differences = differences();
        List<String> lost = new ArrayList<>();
        IDS.forEach((id, view) -> {
            String function = "To" + id;
            if (!database.hasInternal(function, "FN")) {
                lost.add("There is no function clientpay_internal." + function + ".");
                return;
            }
            String sent = id.equals(NUMBER_KEY) ? "InvoiceNumber" : view.key().orElseThrow();
            Examples changed = database.thatDoNotConvert(view, sent, function, id);
            if (!changed.isEmpty()) {
                lost.add(function + " does not give " + (sent.equals(id) ? "" : "the " + id + " of ") + "these of "
                        + view.viewName() + " back: " + changed + ".");
            }
        });
        if (!lost.isEmpty()) {
            return Finding.fail(
                    listed("ids or numbers that callers send would not be found", lost),
                    "Correct the functions in the pack's types: each id as text, without trailing blanks, must become that id, and"
                            + " each invoice number its key.");
        }
        return differences.isEmpty()
                ? Finding.pass("the same type in every view, and found again by their text")
                : Finding.warn(
                        listed("an id has not the same type everywhere", differences),
                        "Have the views give one type and collation for each id: joins convert every row otherwise.");
    }

    private List<String> differences() {
        Map<String, String> first = new LinkedHashMap<>();
        List<String> differences = new ArrayList<>();
        for (MappedView view : VIEWS) {
            List<FoundColumn> found = database.columns(view);
            for (String id : IDS.keySet()) {
                Optional<FoundColumn> column = found.stream()
                        .filter(one -> one.name().equalsIgnoreCase(id))
                        .findFirst();
                if (column.isEmpty()) {
                    continue;
                }
                String type = column.get().typeText()
                        + column.get().collation().map(name -> " " + name).orElse("");
                String known = first.putIfAbsent(id, type);
                if (known != null && !known.equals(type)) {
                    differences.add(id + " of " + view.viewName() + " is " + type + ", elsewhere " + known + ".");
                }
            }
        }
        return differences;
    }
}
