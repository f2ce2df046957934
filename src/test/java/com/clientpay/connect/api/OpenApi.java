package com.clientpay.connect.api;

import com.clientpay.connect.http.Json;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The description of the API, made strict: what it does not name is wrong, although callers are told to ignore what they
 * don't know.
 */
final class OpenApi {
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private static final String COMPONENTS = "#/components/schemas/";
    private static final String DEFINITIONS = "#/$defs/";
    private static final OpenApi DESCRIBED = new OpenApi(read());

    private final JsonNode document;
    private final JsonNode definitions;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    private OpenApi(JsonNode document) {
        this.document = document;
        JsonNode schemas = document.at("/components/schemas");
        makeStrict(schemas);
        this.definitions = Json.read(schemas.toString().replace(COMPONENTS, DEFINITIONS));
        document.get("paths")
                .properties()
                .forEach(path -> METHODS.stream()
                        .filter(method -> path.getValue().has(method))
                        .forEach(method -> operations.add(new Operation(
                                this,
                                method.toUpperCase(Locale.ROOT),
                                path.getKey(),
                                path.getValue(),
                                path.getValue().get(method)))));
    }

    /** What {@code src/main/resources/openapi.yaml} says. */
    static OpenApi described() {
        return DESCRIBED;
    }

    JsonNode document() {
        return document;
    }

    List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** The operation that a concrete path belongs to; a path without a template wins. */
    Optional<Operation> operation(String method, String path) {
        List<Operation> found = operations.stream()
                .filter(operation -> operation.method().equals(method) && matches(operation.path(), path))
                .toList();
        return found.stream()
                .filter(operation -> operation.path().equals(path))
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    Operation operationById(String id) {
        return operations.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("openapi.yaml has no operation " + id));
    }

    /** What is wrong with a value, held against one of the schemas under components. */
    List<String> violations(String schemaName, JsonNode value) {
        return violations(resolve(document.at("/components/schemas/" + schemaName)), value);
    }

    /** What is wrong with a value, held against a schema that stands anywhere in the description. */
    List<String> violations(JsonNode schema, JsonNode value) {
        Schema validator = compiled.computeIfAbsent(schema.toString(), text -> {
            ObjectNode whole = (ObjectNode) Json.read(text.replace(COMPONENTS, DEFINITIONS));
            whole.set("$defs", definitions);
            return SCHEMAS.getSchema(whole);
        });
        return validator.validate(value).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    /** The node itself, or what it refers to. */
    JsonNode resolve(JsonNode node) {
        return node.has("$ref") && node.size() == 1
                ? resolve(document.at(node.get("$ref").stringValue().substring(1)))
                : node;
    }

    static boolean matches(String template, String path) {
        String pattern = Pattern.compile("\\{[^}]+\\}")
                .splitAsStream(template)
                .map(Pattern::quote)
                .reduce((a, b) -> a + "[^/]+" + b)
                .orElseThrow();
        return path.matches(template.endsWith("}") ? pattern + "[^/]+" : pattern);
    }

    private static void makeStrict(JsonNode node) {
        node.forEach(OpenApi::makeStrict);
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && object.path("type").isString()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
    }

    private static JsonNode read() {
        try (InputStream in = OpenApi.class.getResourceAsStream("/openapi.yaml")) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
