package com.clientpay.connect.http;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A JSON object of a request, read property by property. What is wrong is collected and reported together by
 * {@link #check}, each with its JSON pointer, and so is every property that nobody asked for. A JSON null counts as
 * absent. A value that is wrong reads as absent; so nothing read may be used before {@link #check} has returned.
 */
public final class JsonObject {
    private final JsonNode node;
    private final String pointer;
    private final List<FieldError> errors;
    private final Set<String> known = new HashSet<>();
    private final List<JsonObject> children = new ArrayList<>();

    private JsonObject(JsonNode node, String pointer, List<FieldError> errors) {
        this.node = node;
        this.pointer = pointer;
        this.errors = errors;
    }

    /**
     * Reads UTF-8 JSON, strictly: 400 {@code unreadable-json} for invalid UTF-8, broken syntax, duplicate keys or
     * anything but an object. No bytes are an empty object.
     */
    static JsonObject parse(byte[] body) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.badRequest("unreadable-json", "The body is not valid UTF-8.")
                    .asException();
        }
        JsonNode node;
        try {
            node = Json.read(text.isBlank() ? "{}" : text);
        } catch (JacksonException e) {
            var at = e.getLocation();
            String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw Problem.badRequest("unreadable-json", "The body is not valid JSON" + where + ".")
                    .asException();
        }
        if (!node.isObject()) {
            throw Problem.badRequest("unreadable-json", "The body must be a JSON object.")
                    .asException();
        }
        return new JsonObject(node, "", new ArrayList<>());
    }

    /** Text of {@code minimum} to {@code maximum} characters (UTF-16 units) without control characters. */
    public Optional<String> text(String name, int minimum, int maximum) {
        return string(name).flatMap(text -> {
            if (text.length() < minimum || text.length() > maximum) {
                return wrong(name, "must have " + minimum + " to " + maximum + " characters");
            }
            return Formats.isPlainText(text)
                    ? Optional.of(text)
                    : wrong(name, "must not contain control characters or unpaired surrogates");
        });
    }

    /** An id or key: 1 to 64 visible ASCII characters. */
    public Optional<String> id(String name) {
        return string(name)
                .flatMap(text -> Formats.isId(text)
                        ? Optional.of(text)
                        : wrong(name, "must have 1 to 64 visible ASCII characters without blanks"));
    }

    /** An amount above 0.00. */
    public Optional<BigDecimal> positiveMoney(String name) {
        return string(name)
                .flatMap(text -> Formats.money(text)
                        .filter(amount -> amount.signum() > 0)
                        .or(() -> wrong(
                                name,
                                "must be an amount above 0.00 as a string with two decimals, such as \"12.50\"")));
    }

    public Optional<LocalDate> date(String name) {
        return string(name)
                .flatMap(text -> Formats.date(text)
                        .or(() -> wrong(
                                name, "must be a calendar day of the years 1900 to 9998, such as \"2026-11-23\"")));
    }

    public <E extends Enum<E>> Optional<E> oneOf(String name, Class<E> type) {
        return string(name)
                .flatMap(text -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(text))
                        .findFirst()
                        .or(() -> wrong(name, "must be one of " + names(type))));
    }

    /** A list of such constants, none twice. */
    public <E extends Enum<E>> Optional<List<E>> listOf(String name, Class<E> type) {
        return array(name).map(items -> {
            List<E> constants = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                JsonNode item = items.get(i);
                Optional<E> constant = Arrays.stream(type.getEnumConstants())
                        .filter(c -> item.isString() && c.name().equals(item.stringValue()))
                        .findFirst();
                if (constant.isEmpty() || constants.contains(constant.get())) {
                    wrong(name + "/" + i, "must be one of " + names(type) + ", each at most once");
                } else {
                    constants.add(constant.get());
                }
            }
            return constants;
        });
    }

    public Optional<Boolean> flag(String name) {
        return property(name)
                .flatMap(value ->
                        value.isBoolean() ? Optional.of(value.booleanValue()) : wrong(name, "must be true or false"));
    }

    /** A whole number within the bounds, both included. */
    public Optional<Integer> integer(String name, int minimum, int maximum) {
        return property(name)
                .flatMap(value -> value.isIntegralNumber()
                                && value.canConvertToInt()
                                && value.intValue() >= minimum
                                && value.intValue() <= maximum
                        ? Optional.of(value.intValue())
                        : wrong(name, "must be a whole number from " + minimum + " to " + maximum));
    }

    public Optional<JsonObject> object(String name) {
        return property(name)
                .flatMap(
                        value -> value.isObject() ? Optional.of(child(value, name)) : wrong(name, "must be an object"));
    }

    /** A list of {@code minimum} to {@code maximum} objects. */
    public Optional<List<JsonObject>> objects(String name, int minimum, int maximum) {
        return array(name).flatMap(items -> {
            if (items.size() < minimum || items.size() > maximum) {
                return wrong(name, "must have " + minimum + " to " + maximum + " entries");
            }
            List<JsonObject> objects = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                if (items.get(i).isObject()) {
                    objects.add(child(items.get(i), name + "/" + i));
                } else {
                    wrong(name + "/" + i, "must be an object");
                }
            }
            return Optional.of(objects);
        });
    }

    /** A list of {@code minimum} to {@code maximum} texts of 1 to {@code length} characters. */
    public Optional<List<String>> texts(String name, int minimum, int maximum, int length) {
        return array(name).flatMap(items -> {
            if (items.size() < minimum || items.size() > maximum) {
                return wrong(name, "must have " + minimum + " to " + maximum + " entries");
            }
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                String text = items.get(i).isString() ? items.get(i).stringValue() : "";
                if (text.isEmpty() || text.length() > length || !Formats.isPlainText(text)) {
                    wrong(name + "/" + i, "must be a text of 1 to " + length + " characters");
                } else {
                    texts.add(text);
                }
            }
            return Optional.of(texts);
        });
    }

    /** A text, or a number or true or false as its text; of any length and with any characters. */
    public Optional<String> scalar(String name) {
        return property(name)
                .flatMap(value -> value.isString() || value.isNumber() || value.isBoolean()
                        ? Optional.of(value.asString())
                        : wrong(name, "must be a text"));
    }

    /** An object of such texts, by the names it has. */
    public Optional<Map<String, String>> scalars(String name) {
        return object(name).map(object -> {
            Map<String, String> map = new LinkedHashMap<>();
            for (String key : object.node.propertyNames()) {
                object.scalar(key).ifPresent(value -> map.put(key, value));
            }
            return map;
        });
    }

    /** Reports the value as missing unless it is there, or was there and is reported already. */
    public <T> Optional<T> required(String name, Optional<T> value) {
        JsonNode property = node.get(name);
        if (value.isEmpty() && (property == null || property.isNull())) {
            wrong(name, "is required");
        }
        return value;
    }

    /** Reports a property as wrong; answers empty, so that a reader can end with it. */
    public <T> Optional<T> wrong(String name, String detail) {
        String escaped = Arrays.stream(name.split("/", -1))
                .map(part -> part.replace("~", "~0"))
                .collect(Collectors.joining("/"));
        errors.add(new FieldError(pointer + "/" + escaped, detail));
        return Optional.empty();
    }

    /** Whether the property is there and not null. */
    public boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** Whether everything read so far was right and every property is known. */
    public boolean isRight() {
        return errors.isEmpty() && unknown().isEmpty();
    }

    /** 422 with every wrong and every unknown property, if there is one. */
    public void check() {
        errors.addAll(unknown());
        if (!errors.isEmpty()) {
            throw Problem.invalid(List.copyOf(errors)).asException();
        }
    }

    private List<FieldError> unknown() {
        List<FieldError> unknown = new ArrayList<>();
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                unknown.add(new FieldError(
                        pointer + "/" + name.replace("~", "~0").replace("/", "~1"), "is not a known property"));
            }
        }
        children.forEach(child -> unknown.addAll(child.unknown()));
        return unknown;
    }

    private JsonObject child(JsonNode value, String name) {
        JsonObject child = new JsonObject(value, pointer + "/" + name, errors);
        children.add(child);
        return child;
    }

    private Optional<String> string(String name) {
        return property(name)
                .flatMap(
                        value -> value.isString() ? Optional.of(value.stringValue()) : wrong(name, "must be a string"));
    }

    private Optional<JsonNode> array(String name) {
        return property(name).flatMap(value -> value.isArray() ? Optional.of(value) : wrong(name, "must be a list"));
    }

    private Optional<JsonNode> property(String name) {
        known.add(name);
        return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        Function<E, String> name = Enum::name;
        return Arrays.stream(type.getEnumConstants()).map(name).collect(Collectors.joining(", "));
    }
}
