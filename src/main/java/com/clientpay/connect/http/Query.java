package com.clientpay.connect.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A request's query parameters. What is wrong is collected and reported together by {@link #check}, as 400; so is every
 * parameter that nobody asked for. A wrong value reads as absent; so nothing may be used before {@link #check}.
 */
public final class Query {
    /** How many items a slice has unless the caller says otherwise. */
    public static final int DEFAULT_LIMIT = 50;

    private static final int MAXIMUM_LIMIT = 500;

    private final Map<String, List<String>> values;
    private final Set<String> known = new HashSet<>();
    private final List<FieldError> errors = new ArrayList<>();

    Query(Map<String, List<String>> values) {
        this.values = values;
    }

    /** Whether the parameter was given, right or wrong. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** Text of 1 to {@code maximum} characters (code points). */
    public Optional<String> text(String name, int maximum) {
        return value(name)
                .flatMap(text ->
                        text.isEmpty() || text.codePointCount(0, text.length()) > maximum || !Formats.isPlainText(text)
                                ? wrong(name, "must have 1 to " + maximum + " characters and no control characters")
                                : Optional.of(text));
    }

    public Optional<LocalDate> date(String name) {
        return value(name)
                .flatMap(text -> Formats.date(text).or(() -> wrong(name, "must be a calendar day such as 2026-11-23")));
    }

    /** A constant by its name; {@code lowerCase} for parameters that are written so. */
    public <E extends Enum<E>> Optional<E> oneOf(String name, Class<E> type, boolean lowerCase) {
        return value(name)
                .flatMap(text -> constant(type, text, lowerCase)
                        .or(() -> wrong(name, "must be one of " + names(type, lowerCase))));
    }

    /** Constants separated by commas. */
    public <E extends Enum<E>> List<E> listOf(String name, Class<E> type) {
        return value(name)
                .map(text -> {
                    List<E> constants = new ArrayList<>();
                    for (String part : text.split(",", -1)) {
                        constant(type, part, false)
                                .or(() ->
                                        wrong(name, "must be some of " + names(type, false) + ", separated by commas"))
                                .filter(constant -> !constants.contains(constant))
                                .ifPresent(constants::add);
                    }
                    return constants;
                })
                .orElse(List.of());
    }

    /** 1 to 500, default 50. */
    public int limit() {
        return value("limit")
                .flatMap(text -> text.matches("[1-9][0-9]{0,2}") && Integer.parseInt(text) <= MAXIMUM_LIMIT
                        ? Optional.of(Integer.parseInt(text))
                        : wrong("limit", "must be a whole number from 1 to " + MAXIMUM_LIMIT))
                .orElse(DEFAULT_LIMIT);
    }

    /** The sort key to continue after. See {@link Cursor}. */
    public Optional<List<String>> cursor(String context, int size) {
        return value("cursor")
                .flatMap(text -> Cursor.decode(context, text, size)
                        .or(() -> wrong("cursor", "is not a cursor of this list with these filters")));
    }

    /** Reports a parameter as wrong; answers empty, so that a reader can end with it. */
    public <T> Optional<T> wrong(String name, String detail) {
        errors.add(new FieldError("?" + name, detail));
        return Optional.empty();
    }

    /** 400 with every wrong, repeated and unknown parameter, if there is one. */
    public void check() {
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                errors.add(new FieldError("?" + name, "is not a known parameter"));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.badQuery(List.copyOf(errors)).asException();
        }
    }

    private Optional<String> value(String name) {
        known.add(name);
        List<String> given = values.getOrDefault(name, List.of());
        return given.size() > 1
                ? wrong(name, "must not be given more than once")
                : given.stream().findFirst();
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String text, boolean lowerCase) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> written(constant, lowerCase).equals(text))
                .findFirst();
    }

    private static <E extends Enum<E>> String names(Class<E> type, boolean lowerCase) {
        return String.join(
                ", ",
                Arrays.stream(type.getEnumConstants())
                        .map(constant -> written(constant, lowerCase))
                        .toList());
    }

    private static String written(Enum<?> constant, boolean lowerCase) {
        return lowerCase ? constant.name().toLowerCase(java.util.Locale.ROOT) : constant.name();
    }
}
