package com.clientpay.connect.settings;

import com.clientpay.connect.http.JsonObject;
import com.clientpay.connect.http.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The body of PUT /v1/fields: what GET answered, in the wanted order and shown in the wanted places. What belongs to the
 * system (label, type, searchable) may be left out, but not changed; {@code position} may say anything, since the order of
 * the items is the order.
 */
final class FieldsRequest {
    private static final int MOST_FIELDS = 1_000;

    private FieldsRequest() {}

    /** @throws ProblemException 422 naming everything that is wrong: also a field that is unknown, missing or there twice */
    static List<FieldDisplay> read(JsonObject body, List<ConnectField> known) {
        Map<String, ConnectField> missing =
                known.stream().collect(Collectors.toMap(ConnectField::name, Function.identity()));
        Map<String, ConnectField> byName = Map.copyOf(missing);
        Set<String> seen = new HashSet<>();
        List<FieldDisplay> displays = new ArrayList<>();
        Optional<List<JsonObject>> items = body.required("items", body.objects("items", 0, MOST_FIELDS));
        for (JsonObject item : items.orElse(List.of())) {
            Optional<String> name = item.required("name", item.text("name", 1, 64));
            Optional<ConnectField> field = name.map(byName::get);
            if (name.isPresent() && !seen.add(name.get())) {
                item.wrong("name", "is a field that stands here already");
            } else if (name.isPresent() && field.isEmpty()) {
                item.wrong("name", "is not a Connect field; fields cannot be added");
            }
            name.ifPresent(missing::remove);
            unchanged(item, field);
            Optional<List<Place>> places = item.required("shownOn", item.listOf("shownOn", Place.class));
            if (name.isPresent() && places.isPresent()) {
                displays.add(new FieldDisplay(name.get(), new TreeSet<>(places.get())));
            }
        }
        if (items.isPresent() && !missing.isEmpty()) {
            body.wrong(
                    "items", "must have every field; missing: " + String.join(", ", new TreeSet<>(missing.keySet())));
        }
        body.text("next", 0, 0).ifPresent(next -> body.wrong("next", "must be null or absent"));
        body.check();
        return displays;
    }

    private static void unchanged(JsonObject item, Optional<ConnectField> field) {
        same(item, "label", item.text("label", 0, 4_000), field.map(ConnectField::label));
        same(item, "type", item.text("type", 0, 64), field.map(ConnectField::type));
        same(item, "searchable", item.flag("searchable"), field.map(ConnectField::searchable));
        item.integer("position", Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static <T> void same(JsonObject item, String property, Optional<T> sent, Optional<T> stored) {
        if (sent.isPresent() && stored.isPresent() && !sent.equals(stored)) {
            item.wrong(property, "is the system's and cannot be changed: it is " + stored.get());
        }
    }
}
