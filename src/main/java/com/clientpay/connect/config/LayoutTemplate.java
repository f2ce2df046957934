package com.clientpay.connect.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places for values: {@code {number}}, or {@code {number:8}} with zeros before it up to eight characters. */
public final class LayoutTemplate {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)(?::([1-9][0-9]?))?}");

    private record Part(String text, Optional<String> name, int width) {}

    private final List<Part> parts;

    private LayoutTemplate(List<Part> parts) {
        this.parts = parts;
    }

    /** @param names that may stand in braces */
    static LayoutTemplate parse(String text, Set<String> names) throws WrongValueException {
        List<Part> parts = new ArrayList<>();
        Matcher place = PLACE.matcher(text);
        int end = 0;
        while (place.find()) {
            parts.add(literal(text.substring(end, place.start())));
            if (!names.contains(place.group(1))) {
                throw new WrongValueException("has {" + place.group(1) + "}, but only these may stand in braces: "
                        + String.join(", ", names) + ".");
            }
            int width = place.group(2) == null ? 0 : Integer.parseInt(place.group(2));
            parts.add(new Part("", Optional.of(place.group(1)), width));
            end = place.end();
        }
        parts.add(literal(text.substring(end)));
        return new LayoutTemplate(List.copyOf(parts));
    }

    private static Part literal(String text) throws WrongValueException {
        if (text.contains("{") || text.contains("}")) {
            throw new WrongValueException(
                    "has a brace that is none of a value: write {number}, or {number:8} for zeros before it.");
        }
        return new Part(text, Optional.empty(), 0);
    }

    boolean has(String name) {
        return parts.stream().anyMatch(part -> part.name().equals(Optional.of(name)));
    }

    /** @param values by every name that it may have */
    public String fill(Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        for (Part part : parts) {
            filled.append(part.name()
                    .map(name -> zeros(values.get(name), part.width()))
                    .orElse(part.text()));
        }
        return filled.toString();
    }

    /** Zeros go between the sign and the digits. */
    public static String zeros(String number, int width) {
        int missing = Math.max(0, width - number.length());
        return number.startsWith("-") ? "-" + "0".repeat(missing) + number.substring(1) : "0".repeat(missing) + number;
    }
}
