package com.clientpay.connect.api;

import com.clientpay.connect.http.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes requests of an operation, right ones and wrong ones, out of values that have made trouble somewhere. */
final class RequestGenerator {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u00A0",
            "a",
            "0",
            "1",
            "50",
            "500",
            "501",
            "-1",
            "1.5",
            "true",
            "null",
            "*",
            "5.00",
            "0.00",
            "0.01",
            "-1.00",
            "5",
            "5.0",
            "05.00",
            "1e3",
            "999999999999.99",
            "1000000000000.00",
            "2026-11-23",
            "2026-02-29",
            "2024-02-29",
            "1899-12-31",
            "1900-01-01",
            "9998-12-31",
            "9999-01-01",
            "2026-1-1",
            "CLIENT_NUMBER",
            "CLIENT_NAME",
            "MATTER_NAME",
            "INVOICE_NUMBER",
            "OFFICE",
            "OPENED_ON",
            "prefix",
            "exact",
            "contains",
            "EXACT",
            "OPERATING",
            "TRUST",
            "CARD",
            "REFUND",
            "CORRECTION",
            "PENDING",
            "PENDING,POSTED",
            ",",
            "CONNECT",
            "RECEIPTS",
            "operating",
            "trust",
            "OPER-1",
            "TRUST-1",
            "OPER-9",
            "PMT",
            "CC",
            "USD",
            "usd",
            "JPY",
            "BHD",
            "America/New_York",
            "UTC",
            "Mars/Olympus",
            "10023",
            "10023-0001",
            "M0000113",
            "O'",
            "%",
            "_",
            "[a]",
            "'; DROP TABLE x; --",
            "\\",
            "\"",
            "<script>",
            "&",
            "=",
            "+",
            "#",
            "?",
            "a b",
            "\t",
            "\n",
            "a\r\nb",
            "\u0000",
            "\u0007",
            "\u007F",
            "\u0085",
            "\u2028",
            "\uFEFF",
            "\u202E",
            "é",
            "日本語",
            "🦉",
            "🦉".repeat(20),
            "\"v1\"",
            "a@b",
            "x".repeat(64),
            "x".repeat(65),
            "x".repeat(100),
            "x".repeat(101),
            "x".repeat(200),
            "x".repeat(201),
            "x".repeat(254),
            "x".repeat(255),
            "x".repeat(500),
            "x".repeat(501),
            "é".repeat(1_000));
    private static final List<JsonNode> OTHERS = List.of(
            NODES.nullNode(),
            NODES.booleanNode(true),
            NODES.numberNode(0),
            NODES.numberNode(-1),
            NODES.numberNode(5.00),
            Json.read("1e400"),
            NODES.numberNode(Long.MAX_VALUE),
            NODES.objectNode(),
            NODES.arrayNode(),
            NODES.objectNode().put("a", 1),
            NODES.arrayNode().add("a").add("a"));

    private final OpenApi api;
    private final Random random;
    private final List<String> texts;

    /** @param ids ids that the firm's books and the connector know */
    RequestGenerator(OpenApi api, long seed, List<String> ids) {
        this.api = api;
        this.random = new Random(seed);
        this.texts = new ArrayList<>(TEXTS);
        texts.addAll(ids);
    }

    /** @param connection makes the call of a method and a path */
    ApiCall next(Operation operation, BiFunction<String, String, ApiCall> connection) {
        String path = operation.path();
        for (JsonNode parameter : operation.parameters("path")) {
            String segment = ApiCall.encoded(text(parameter.get("schema")));
            boolean possible = !segment.isEmpty() && !segment.equals(".") && !segment.contains("%2F");
            path = path.replace("{" + parameter.get("name").stringValue() + "}", possible ? segment : "x");
        }
        ApiCall call = connection.apply(operation.method(), path);
        for (JsonNode parameter : operation.parameters("query")) {
            if (parameter.path("required").asBoolean(false) || oneIn(3)) {
                call.parameter(parameter.get("name").stringValue(), text(parameter.get("schema")));
            }
        }
        if (oneIn(20)) {
            call.parameter(pick(List.of("x", "limit", "q")), pick(texts));
        }
        for (JsonNode parameter : operation.parameters("header")) {
            String value = text(parameter.get("schema"));
            boolean sendable = value.chars().allMatch(c -> c > ' ' && c < 0x7F) && !value.isEmpty();
            if (sendable && (parameter.path("required").asBoolean(false) || oneIn(6))) {
                call.header(parameter.get("name").stringValue(), value);
            }
        }
        operation
                .bodySchema()
                .filter(schema -> operation.requiresBody() || oneIn(2))
                .ifPresent(schema -> call.json((oneIn(30) ? pick(OTHERS) : value(schema)).toString()));
        return call;
    }

    /** A value that mostly keeps to the schema. */
    private JsonNode value(JsonNode given) {
        JsonNode schema = resolve(given);
        if (oneIn(25)) {
            return oneIn(2) ? NODES.stringNode(pick(texts)) : pick(OTHERS);
        }
        if (schema.has("properties") || isA(schema, "object")) {
            return object(schema);
        }
        if (isA(schema, "array")) {
            ArrayNode array = NODES.arrayNode();
            int size = random.nextInt(4);
            for (int i = 0; i < size; i++) {
                array.add(value(schema.get("items")));
            }
            return array;
        }
        if (schema.has("enum")) {
            return pick(schema.get("enum").valueStream().toList());
        }
        if (isA(schema, "boolean") && !(isA(schema, "string") && !oneIn(20))) {
            return NODES.booleanNode(oneIn(2));
        }
        if (isA(schema, "integer")) {
            return NODES.numberNode(random.nextInt(5));
        }
        return schema.path("type").asString("").equals("null") ? NODES.nullNode() : NODES.stringNode(text(schema));
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = NODES.objectNode();
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::stringValue).toList();
        Map<String, JsonNode> properties = new LinkedHashMap<>();
        schema.path("properties").properties().forEach(e -> properties.put(e.getKey(), e.getValue()));
        if (schema.has("oneOf")) {
            List<String> choices = schema.get("oneOf")
                    .valueStream()
                    .map(choice -> choice.at("/required/0").stringValue())
                    .toList();
            String chosen = pick(choices);
            if (!oneIn(8)) {
                choices.stream().filter(choice -> !choice.equals(chosen)).forEach(properties::remove);
            }
            object.set(chosen, value(schema.get("properties").get(chosen)));
        }
        properties.forEach((name, property) -> {
            if (required.contains(name) ? !oneIn(25) : oneIn(3)) {
                object.set(name, value(property));
            }
        });
        if (schema.path("additionalProperties").isObject() && oneIn(2)) {
            object.set(pick(texts), value(schema.get("additionalProperties")));
        }
        if (oneIn(40)) {
            object.set(pick(texts), NODES.numberNode(1));
        }
        return object;
    }

    /** Mostly one of the texts that the schema allows. */
    private String text(JsonNode given) {
        JsonNode schema = resolve(given);
        if (schema.has("enum") && !oneIn(8)) {
            return pick(schema.get("enum").valueStream().map(JsonNode::asString).toList());
        }
        if (isA(schema, "integer") && !oneIn(4)) {
            return String.valueOf(1 + random.nextInt(500));
        }
        if (!oneIn(8)) {
            for (int i = 0; i < 30; i++) {
                String candidate = pick(texts);
                if (api.violations(schema, NODES.stringNode(candidate)).isEmpty()) {
                    return candidate;
                }
            }
        }
        return pick(texts);
    }

    private JsonNode resolve(JsonNode schema) {
        JsonNode resolved = api.resolve(schema);
        return resolved.has("$ref") ? api.resolve(NODES.objectNode().set("$ref", resolved.get("$ref"))) : resolved;
    }

    private static boolean isA(JsonNode schema, String type) {
        JsonNode types = schema.path("type");
        return types.isArray()
                ? types.valueStream().anyMatch(t -> t.stringValue().equals(type))
                : types.asString("").equals(type);
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
