package com.clientpay.connect.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The types that settings have. */
final class SettingTypes {
    private SettingTypes() {}

    /** A whole number within bounds. */
    record Whole(int minimum, int maximum) implements SettingType<Integer> {
        @Override
        public Integer read(JsonNode value) throws WrongValueException {
            if (!value.isIntegralNumber()) {
                throw wrongType(value, describe());
            }
            if (!value.canConvertToInt()) {
                throw outOfBounds(value.asString());
            }
            return bounded(value.intValue());
        }

        @Override
        public Integer parse(String text) throws WrongValueException {
            try {
                return bounded(Integer.parseInt(text.strip()));
            } catch (NumberFormatException e) {
                throw new WrongValueException("must be a " + describe() + ".");
            }
        }

        private int bounded(int value) throws WrongValueException {
            if (value < minimum || value > maximum) {
                throw outOfBounds(String.valueOf(value));
            }
            return value;
        }

        private WrongValueException outOfBounds(String value) {
            return new WrongValueException("is " + value + ", but must be from " + minimum + " to " + maximum + ".");
        }

        @Override
        public String describe() {
            return "whole number, " + minimum + " to " + maximum;
        }

        @Override
        public String toml(Integer value) {
            return value.toString();
        }

        @Override
        public String show(Integer value) {
            return value.toString();
        }
    }

    /** A whole number of a unit of time within bounds. */
    record Time(ChronoUnit unit, int minimum, int maximum) implements SettingType<Duration> {
        @Override
        public Duration read(JsonNode value) throws WrongValueException {
            return Duration.of(number().read(value), unit);
        }

        @Override
        public Duration parse(String text) throws WrongValueException {
            return Duration.of(number().parse(text), unit);
        }

        private Whole number() {
            return new Whole(minimum, maximum);
        }

        @Override
        public String describe() {
            return "whole number of " + unit.toString().toLowerCase(Locale.ROOT) + ", " + minimum + " to " + maximum;
        }

        @Override
        public String toml(Duration value) {
            return String.valueOf(value.dividedBy(unit.getDuration()));
        }

        @Override
        public String show(Duration value) {
            return toml(value);
        }
    }

    /** True or false. */
    record Flag() implements SettingType<Boolean> {
        @Override
        public Boolean read(JsonNode value) throws WrongValueException {
            if (!value.isBoolean()) {
                throw wrongType(value, describe());
            }
            return value.booleanValue();
        }

        @Override
        public Boolean parse(String text) throws WrongValueException {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new WrongValueException("must be " + describe() + ".");
            };
        }

        @Override
        public String describe() {
            return "true or false";
        }

        @Override
        public String toml(Boolean value) {
            return value.toString();
        }

        @Override
        public String show(Boolean value) {
            return value.toString();
        }
    }

    /**
     * Text that keeps a rule.
     *
     * @param what what it is: "address or host name"
     */
    record Text(String what, Rule rule) implements SettingType<String> {

        /** Decides about a text; the message of a refusal begins with a verb and never repeats a secret. */
        interface Rule {
            void check(String text) throws WrongValueException;
        }

        @Override
        public String read(JsonNode value) throws WrongValueException {
            return parse(text(value, what));
        }

        @Override
        public String parse(String text) throws WrongValueException {
            rule.check(text);
            return text;
        }

        @Override
        public String describe() {
            return what;
        }

        @Override
        public String toml(String value) {
            return quoted(value);
        }

        @Override
        public String show(String value) {
            return value;
        }
    }

    /** The JDBC URL: as a text, but shown without what an old URL may hide in it. */
    record Url(Text text) implements SettingType<String> {
        @Override
        public String read(JsonNode value) throws WrongValueException {
            return text.read(value);
        }

        @Override
        public String parse(String value) throws WrongValueException {
            return text.parse(value);
        }

        @Override
        public String describe() {
            return text.describe();
        }

        @Override
        public String toml(String value) {
            return text.toml(value);
        }

        @Override
        public String show(String value) {
            return DatabaseUrl.masked(value);
        }
    }

    /** One of a few words, written in any case. */
    record Choice<E extends Enum<E>>(Class<E> type, boolean lowerCase) implements SettingType<E> {
        @Override
        public E read(JsonNode value) throws WrongValueException {
            return parse(text(value, describe()));
        }

        @Override
        public E parse(String text) throws WrongValueException {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equalsIgnoreCase(text.strip())) {
                    return constant;
                }
            }
            throw new WrongValueException("is \"" + text + "\", but must be " + describe() + ".");
        }

        @Override
        public String describe() {
            List<String> words = Arrays.stream(type.getEnumConstants())
                    .map(constant -> quoted(show(constant)))
                    .toList();
            return String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.get(words.size() - 1);
        }

        @Override
        public String toml(E value) {
            return quoted(show(value));
        }

        @Override
        public String show(E value) {
            return lowerCase ? value.name().toLowerCase(Locale.ROOT) : value.name();
        }
    }

    /** A file or folder; a relative one counts from the home folder. */
    record FilePath() implements SettingType<Path> {
        @Override
        public Path read(JsonNode value) throws WrongValueException {
            return parse(text(value, describe()));
        }

        @Override
        public Path parse(String text) throws WrongValueException {
            try {
                return Path.of(text);
            } catch (InvalidPathException e) {
                throw new WrongValueException("is no path: " + e.getReason() + ".");
            }
        }

        @Override
        public String describe() {
            return "path";
        }

        @Override
        public String toml(Path value) {
            return quoted(value.toString().replace('\\', '/'));
        }

        @Override
        public String show(Path value) {
            return value.toString();
        }
    }

    /** Addresses, ranges and CIDR blocks; separated by commas in an environment variable. */
    record Addresses() implements SettingType<List<String>> {
        @Override
        public List<String> read(JsonNode value) throws WrongValueException {
            if (!value.isArray()) {
                throw wrongType(value, describe());
            }
            List<String> addresses = new ArrayList<>();
            for (JsonNode element : value) {
                addresses.add(address(text(element, describe())));
            }
            return List.copyOf(addresses);
        }

        @Override
        public List<String> parse(String text) throws WrongValueException {
            List<String> addresses = new ArrayList<>();
            for (String part : text.split(",")) {
                addresses.add(address(part.strip()));
            }
            return List.copyOf(addresses);
        }

        private static String address(String text) throws WrongValueException {
            if (!NetworkAddress.isRule(text)) {
                throw new WrongValueException(
                        "has \"" + text
                                + "\", which is no address (203.0.113.7), CIDR block (203.0.113.0/24, its host bits zero) or range (203.0.113.1-203.0.113.9).");
            }
            return text;
        }

        @Override
        public String describe() {
            return "list of addresses, ranges or CIDR blocks";
        }

        @Override
        public String toml(List<String> value) {
            return "["
                    + String.join(", ", value.stream().map(SettingTypes::quoted).toList()) + "]";
        }

        @Override
        public String show(List<String> value) {
            return toml(value);
        }
    }

    /**
     * A language and its country, such as {@code de-CH}, or {@code zh-Hant-HK} with a script between them (BCP 47). Nothing
     * else of a language tag, and only codes that ISO knows: browsers write the others as they like.
     */
    record LocaleTag() implements SettingType<String> {
        private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
        private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

        @Override
        public String read(JsonNode value) throws WrongValueException {
            return parse(text(value, describe()));
        }

        @Override
        public String parse(String text) throws WrongValueException {
            try {
                Locale locale =
                        new Locale.Builder().setLanguageTag(text.strip()).build();
                if (LANGUAGES.contains(locale.getLanguage())
                        && COUNTRIES.contains(locale.getCountry())
                        && locale.getVariant().isEmpty()
                        && !locale.hasExtensions()) {
                    return locale.toLanguageTag();
                }
            } catch (IllformedLocaleException e) {
                // It is refused below.
            }
            throw new WrongValueException("is \"" + text + "\", but must be a " + describe() + ".");
        }

        @Override
        public String describe() {
            return "language and country of ISO 639 and 3166, such as \"en-US\" or \"de-CH\"";
        }

        @Override
        public String toml(String value) {
            return quoted(value);
        }

        @Override
        public String show(String value) {
            return value;
        }
    }

    /** A reference to a secret, never the secret itself. */
    record SecretText() implements SettingType<String> {
        @Override
        public String read(JsonNode value) throws WrongValueException {
            if (!value.isString()) {
                throw new WrongValueException("must be a " + describe() + ".");
            }
            return parse(value.stringValue());
        }

        @Override
        public String parse(String text) throws WrongValueException {
            if (!SecretReference.isReference(text)) {
                throw new WrongValueException(
                        "must not hold the secret itself, but say where it is: \"secret:NAME\" for what"
                                + " connect secret set NAME keeps, \"env:NAME\" for an environment variable, \"file:PATH\" for a file.");
            }
            return text;
        }

        @Override
        public String describe() {
            return "reference to a secret: \"secret:NAME\", \"env:NAME\" or \"file:PATH\"";
        }

        @Override
        public String toml(String value) {
            return quoted(value);
        }

        @Override
        public String show(String value) {
            return value;
        }

        @Override
        public boolean isSecret() {
            return true;
        }
    }

    /** A double-quoted TOML text turns {@code \f} of a Windows path into a form feed: that is never what was meant. */
    private static String text(JsonNode value, String what) throws WrongValueException {
        if (!value.isString()) {
            throw wrongType(value, what);
        }
        String text = value.stringValue();
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new WrongValueException("holds a control character. In double quotes a backslash begins an escape:"
                    + " write it in single quotes, as in 'C:\\folder', or with slashes, as in \"C:/folder\".");
        }
        if (text.isBlank()) {
            throw new WrongValueException("is empty. Give a value, or put a # before the line.");
        }
        return text;
    }

    private static WrongValueException wrongType(JsonNode value, String right) {
        String seen = switch (value.getNodeType()) {
            case STRING -> "a text in quotes";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case ARRAY -> "a list";
            default -> "a value of another type";
        };
        return new WrongValueException("is " + seen + ", but must be: " + right + ".");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
