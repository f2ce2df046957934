package com.clientpay.connect.api;

import com.clientpay.connect.http.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One operation as it is described.
 *
 * @param path with its template
 * @param item the path's entry, whose parameters hold for all its operations
 */
record Operation(OpenApi api, String method, String path, JsonNode item, JsonNode node) {

    /** What HTTP and the server add to every answer. */
    private static final Set<String> GENERAL_HEADERS = Set.of(
            "cache-control",
            "connection",
            "content-length",
            "content-type",
            "date",
            "strict-transport-security",
            "transfer-encoding",
            "x-content-type-options");

    String id() {
        return node.get("operationId").stringValue();
    }

    List<JsonNode> parameters(String in) {
        return Stream.of(item, node)
                .flatMap(holder -> holder.path("parameters").valueStream())
                .map(api::resolve)
                .filter(parameter -> parameter.get("in").stringValue().equals(in))
                .toList();
    }

    /** The schema of the JSON body; empty when the operation has none. */
    Optional<JsonNode> bodySchema() {
        JsonNode schema = node.at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode() ? Optional.empty() : Optional.of(schema);
    }

    boolean requiresBody() {
        return node.at("/requestBody/required").asBoolean(false);
    }

    List<Integer> statuses() {
        return node.get("responses")
                .propertyStream()
                .map(entry -> Integer.valueOf(entry.getKey()))
                .toList();
    }

    /** The scopes that may call it; empty when anybody may. */
    List<String> scopes() {
        JsonNode security =
                node.has("security") ? node.get("security") : api.document().get("security");
        return security.valueStream()
                .flatMap(requirement -> requirement.path("key").valueStream())
                .map(JsonNode::stringValue)
                .toList();
    }

    /** In which ways an answer is not as described; empty when it is. */
    List<String> violations(Reply reply) {
        JsonNode response = api.resolve(node.get("responses").path(String.valueOf(reply.status())));
        if (response.isMissingNode()) {
            return List.of("status " + reply.status() + " is not described");
        }
        List<String> wrong = new ArrayList<>(headerViolations(response.path("headers"), reply));
        JsonNode content = response.path("content");
        if (content.isMissingNode()) {
            if (!reply.text().isEmpty()) {
                wrong.add("no body is described");
            }
            return wrong;
        }
        String type = reply.contentType();
        JsonNode schema = content.path(type).path("schema");
        if (schema.isMissingNode()) {
            wrong.add("content type " + type + " is not described");
        } else if (type.equals("application/json") || type.endsWith("+json")) {
            wrong.addAll(api.violations(schema, reply.json()));
        } else {
            wrong.addAll(api.violations(schema, JsonNodeFactory.instance.stringNode(reply.text())));
        }
        return wrong;
    }

    private List<String> headerViolations(JsonNode headers, Reply reply) {
        List<String> wrong = new ArrayList<>();
        Map<String, JsonNode> described = new LinkedHashMap<>();
        headers.properties()
                .forEach(
                        entry -> described.put(entry.getKey().toLowerCase(Locale.ROOT), api.resolve(entry.getValue())));
        described.forEach((name, header) -> {
            Optional<String> value = reply.header(name);
            if (value.isEmpty() && header.path("required").asBoolean(false)) {
                wrong.add("header " + name + " is missing");
            }
            value.ifPresent(text -> api.violations(header.get("schema"), JsonNodeFactory.instance.stringNode(text))
                    .forEach(violation -> wrong.add("header " + name + violation)));
        });
        reply.headerNames().stream()
                .filter(name -> !described.containsKey(name) && !GENERAL_HEADERS.contains(name))
                .forEach(name -> wrong.add("header " + name + " is not described"));
        return wrong;
    }

    /** In which ways a request is not as described; empty when it is. */
    List<String> violations(ApiCall call) {
        List<String> wrong = new ArrayList<>();
        List<String> names = new ArrayList<>(Arrays.asList(path.split("/")));
        List<String> values = Arrays.asList(call.path().split("/"));
        for (JsonNode parameter : parameters("path")) {
            int position = names.indexOf("{" + parameter.get("name").stringValue() + "}");
            String value = URLDecoder.decode(values.get(position).replace("+", "%2B"), StandardCharsets.UTF_8);
            wrong.addAll(parameterViolations(parameter, value));
        }
        Set<String> known = new HashSet<>();
        for (JsonNode parameter : parameters("query")) {
            String name = parameter.get("name").stringValue();
            known.add(name);
            List<String> given = call.parameters(name);
            if (given.size() > 1) {
                wrong.add("?" + name + " is given more than once");
            } else if (given.isEmpty() && parameter.path("required").asBoolean(false)) {
                wrong.add("?" + name + " is missing");
            } else if (!given.isEmpty()) {
                wrong.addAll(parameterViolations(parameter, given.get(0)));
            }
        }
        call.parameterNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> wrong.add("?" + name + " is not described"));
        for (JsonNode parameter : parameters("header")) {
            Optional<String> given = call.header(parameter.get("name").stringValue());
            if (given.isEmpty() && parameter.path("required").asBoolean(false)) {
                wrong.add("header " + parameter.get("name") + " is missing");
            }
            given.ifPresent(value -> wrong.addAll(parameterViolations(parameter, value)));
        }
        wrong.addAll(bodyViolations(call));
        return wrong;
    }

    private List<String> bodyViolations(ApiCall call) {
        Optional<JsonNode> schema = bodySchema();
        if (schema.isEmpty()) {
            return List.of();
        }
        if (call.body().isEmpty()) {
            return requiresBody() ? List.of("the body is missing") : List.of();
        }
        try {
            return api.violations(schema.get(), Json.read(call.body().get()));
        } catch (JacksonException e) {
            return List.of("the body is no JSON");
        }
    }

    private List<String> parameterViolations(JsonNode parameter, String text) {
        JsonNode schema = api.resolve(parameter.get("schema"));
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        JsonNode value;
        if (schema.path("type").asString("").equals("integer")) {
            value = text.matches("-?(0|[1-9][0-9]{0,17})")
                    ? nodes.numberNode(Long.parseLong(text))
                    : nodes.stringNode(text);
        } else if (schema.path("type").asString("").equals("array")) {
            var array = nodes.arrayNode();
            Stream.of(text.split(",", -1)).forEach(array::add);
            value = array;
        } else {
            value = nodes.stringNode(text);
        }
        return api.violations(schema, value).stream()
                .map(violation -> parameter.get("name").stringValue() + violation)
                .toList();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
