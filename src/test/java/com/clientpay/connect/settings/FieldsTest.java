package com.clientpay.connect.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.http.Answer;
import com.clientpay.connect.http.FieldError;
import com.clientpay.connect.http.Json;
import com.clientpay.connect.http.Problem;
import com.clientpay.connect.http.ProblemException;
import com.clientpay.connect.http.Route;
import com.clientpay.connect.testfirm.MovableClock;
import com.clientpay.connect.testfirm.Request;
import com.clientpay.connect.testfirm.TestFirm;
import com.clientpay.connect.testfirm.Together;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FieldsTest {
    private static final String PATH = "/v1/fields";

    private final TestFirm firm = TestFirm.open();
    private final FieldService fields = new FieldService(firm.database(), new MovableClock());
    private final List<Route> routes = new SettingsRoutes(
                    fields,
                    new MerchantAccountService(firm.database(), new MovableClock()),
                    new PostingSettingsService(firm.database(), new MovableClock()))
            .routes();
    private final SettingsTrail trail = new SettingsTrail(firm.database());

    @AfterEach
    void close() {
        firm.close();
    }

    @Test
    void fields_that_nobody_has_arranged_come_in_the_systems_order_in_the_connect_section() {
        Answer answer = Request.of(routes, "GET", PATH).send();

        JsonNode items = Request.json(answer).get("items");
        assertEquals(Json.read("""
                        {"name": "CLIENT_NUMBER", "label": "Client number", "type": "TEXT", "searchable": true,
                         "position": 1, "shownOn": ["CONNECT"]}"""), items.get(0));
        assertEquals(9, items.size());
        assertEquals("OPENED_ON", items.get(8).get("name").stringValue());
        assertEquals(9, items.get(8).get("position").intValue());
        assertEquals("\"v1\"", answer.etag().orElseThrow());
    }

    @Test
    void what_was_read_may_be_put_back_and_changes_nothing() {
        String read = Request.json(Request.of(routes, "GET", PATH).send()).toString();

        Answer put = put(read).send();

        assertEquals(200, put.status());
        assertEquals("\"v1\"", put.etag().orElseThrow());
        assertEquals(List.of(), trail.newest(10));
    }

    @Test
    void the_order_of_the_items_is_the_order_of_the_fields() {
        List<String> names = new ArrayList<>(names());
        Collections.reverse(names);

        Answer put = put(items(names, "\"shownOn\": [\"CONNECT\"]")).send();

        assertEquals(names, names());
        assertEquals("\"v2\"", put.etag().orElseThrow());
        JsonNode event = Json.read(trail.newest(10).get(0).detail().orElseThrow());
        assertEquals("CLIENT_NUMBER", event.get("order").get("from").get(0).stringValue());
        assertEquals("OPENED_ON", event.get("order").get("to").get(0).stringValue());
        assertTrue(!event.has("shownOn"), "the places stayed as they were");
    }

    @Test
    void fields_are_shown_and_hidden_and_the_trail_says_where() {
        List<String> names = names();

        put(items(names, "\"shownOn\": []").replaceFirst("\\[]", "[\"RECEIPTS\", \"CONNECT\"]"))
                .send();

        List<ConnectField> arranged = fields.list().fields();
        assertEquals(
                new TreeSet<>(Set.of(Place.CONNECT, Place.RECEIPTS)),
                arranged.get(0).shownOn());
        assertTrue(arranged.stream().skip(1).allMatch(f -> f.shownOn().isEmpty()), "the others are hidden");
        SettingsEvent event = trail.newest(10).get(0);
        assertEquals("fields-changed", event.what());
        assertEquals("key:tester", event.actor());
        assertEquals(
                Json.read("{\"from\": [\"CONNECT\"], \"to\": [\"CONNECT\", \"RECEIPTS\"]}"),
                Json.read(event.detail().orElseThrow()).get("shownOn").get("CLIENT_NUMBER"));
    }

    @Test
    void a_field_that_is_missing_is_named() {
        List<String> names = names().subList(2, 9);

        Problem problem = put(items(names, "\"shownOn\": []")).refusal();

        assertEquals(422, problem.status());
        assertEquals(
                List.of(new FieldError("/items", "must have every field; missing: CLIENT_NAME, CLIENT_NUMBER")),
                problem.errors());
        assertEquals(List.of(), trail.newest(10));
    }

    @Test
    void a_field_that_is_added_or_stands_there_twice_is_named() {
        List<String> names = new ArrayList<>(names());
        names.add("SHOE_SIZE");
        names.add("OFFICE");

        Problem problem = put(items(names, "\"shownOn\": []")).refusal();

        assertEquals(
                List.of(
                        new FieldError("/items/9/name", "is not a Connect field; fields cannot be added"),
                        new FieldError("/items/10/name", "is a field that stands here already")),
                problem.errors());
    }

    @Test
    void what_belongs_to_the_system_cannot_be_changed() {
        String wrong = "\"label\": \"x\", \"type\": \"NUMBER\", \"searchable\": false, \"shownOn\": []";
        String body = items(names(), "\"shownOn\": []").replaceFirst("\"shownOn\": \\[]", wrong);

        assertEquals(
                List.of("/items/0/label", "/items/0/type", "/items/0/searchable"),
                put(body).refusal().errors().stream().map(FieldError::pointer).toList());
    }

    @Test
    void places_that_are_unknown_or_missing_are_named() {
        String body = items(names(), "\"shownOn\": []")
                .replaceFirst("\"shownOn\": \\[]", "\"shownOn\": [\"CONNECT\", \"ATTIC\", \"CONNECT\"]")
                .replaceFirst(", \"shownOn\": \\[]", "");

        assertEquals(
                List.of("/items/0/shownOn/1", "/items/0/shownOn/2", "/items/1/shownOn"),
                put(body).refusal().errors().stream().map(FieldError::pointer).toList());
    }

    @Test
    void a_change_from_an_old_version_is_refused() {
        List<String> names = names();
        put(items(names, "\"shownOn\": []")).ifMatch("\"v1\"").send();

        assertEquals(
                412,
                put(items(names, "\"shownOn\": [\"RECEIPTS\"]"))
                        .ifMatch("\"v1\"")
                        .refusal()
                        .status());
    }

    @Test
    void of_savers_with_the_same_version_exactly_one_wins() throws Exception {
        List<String> names = names();

        List<Integer> statuses = Together.run(8, saver -> () -> {
            List<String> rotated = new ArrayList<>(names);
            Collections.rotate(rotated, saver + 1);
            try {
                return put(items(rotated, "\"shownOn\": []"))
                        .ifMatch("\"v1\"")
                        .send()
                        .status();
            } catch (ProblemException e) {
                return e.problem().status();
            }
        });

        assertEquals(
                List.of(200, 412, 412, 412, 412, 412, 412, 412),
                statuses.stream().sorted().toList());
        assertEquals(1, trail.newest(10).size());
    }

    @Test
    void savers_without_a_version_are_served_one_after_the_other() throws Exception {
        List<String> names = names();

        Together.run(4, saver -> () -> {
            List<String> rotated = new ArrayList<>(names);
            Collections.rotate(rotated, saver + 1);
            return put(items(rotated, "\"shownOn\": []")).send().status();
        });

        List<SettingsEvent> events = trail.newest(10);
        assertEquals(4, events.size());
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    order(events.get(i + 1), "to"),
                    order(events.get(i), "from"),
                    "each change starts from what the one before it left");
        }
        assertEquals(5, fields.list().version());
    }

    @Test
    void the_trail_of_a_system_with_very_many_fields_stays_within_4000_characters() {
        List<FieldDisplay> from = new ArrayList<>();
        List<FieldDisplay> to = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            from.add(new FieldDisplay("A_FIELD_WITH_A_LONG_NAME_" + i, new TreeSet<>()));
            to.add(new FieldDisplay("A_FIELD_WITH_A_LONG_NAME_" + i, new TreeSet<>(Set.of(Place.values()))));
        }

        String detail = FieldChange.detail(from, to);

        assertTrue(detail.length() <= 4_000, "it has " + detail.length());
        int named = Json.read(detail).get("shownElsewhere").size();
        assertEquals(500, named + Json.read(detail).get("more").intValue());
        assertTrue(named > 50, "it names as many as fit, here " + named);
    }

    private static JsonNode order(SettingsEvent event, String side) {
        return Json.read(event.detail().orElseThrow()).get("order").get(side);
    }

    private List<String> names() {
        return fields.list().fields().stream().map(ConnectField::name).toList();
    }

    private static String items(List<String> names, String rest) {
        List<String> items = names.stream()
                .map(name -> "{\"name\": \"" + name + "\", " + rest + "}")
                .toList();
        return "{\"items\": [" + String.join(",", items) + "]}";
    }

    private Request put(String body) {
        return Request.of(routes, "PUT", PATH).body(body);
    }
}
