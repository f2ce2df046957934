package com.clientpay.connect.settings;

import com.clientpay.connect.http.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The detail of a change of the field display, as the audit trail keeps it: JSON of at most 4,000 characters. */
final class FieldChange {
    private static final int MAXIMUM = 4_000;

    private FieldChange() {}

    /** The order, if it changes, and every field whose places change, from what to what. */
    static String detail(List<FieldDisplay> from, List<FieldDisplay> to) {
        Map<String, Object> detail = new LinkedHashMap<>();
        if (!names(from).equals(names(to))) {
            detail.put("order", fromTo(names(from), names(to)));
        }
        Map<String, Set<Place>> before =
                from.stream().collect(Collectors.toMap(FieldDisplay::name, FieldDisplay::shownOn));
        Map<String, Object> places = new LinkedHashMap<>();
        for (FieldDisplay field : to) {
            Set<Place> old = before.getOrDefault(field.name(), Set.of());
            if (!old.equals(field.shownOn())) {
                places.put(field.name(), fromTo(old, field.shownOn()));
            }
        }
        if (!places.isEmpty()) {
            detail.put("shownOn", places);
        }
        String text = Json.text(detail);
        return text.length() <= MAXIMUM ? text : shortened(names(to), new ArrayList<>(places.keySet()));
    }

    /** For a system with very many fields: the names of those that were shown elsewhere, as many as fit. */
    private static String shortened(List<String> order, List<String> shown) {
        for (int kept = shown.size(); ; kept--) {
            Map<String, Object> detail = new LinkedHashMap<>();
            detail.put("fields", order.size());
            detail.put("shownElsewhere", shown.subList(0, kept));
            detail.put("more", shown.size() - kept);
            String text = Json.text(detail);
            if (text.length() <= MAXIMUM) {
                return text;
            }
        }
    }

    private static List<String> names(List<FieldDisplay> fields) {
        return fields.stream().map(FieldDisplay::name).toList();
    }

    private static Map<String, Object> fromTo(Object from, Object to) {
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("from", from);
        change.put("to", to);
        return change;
    }
}
