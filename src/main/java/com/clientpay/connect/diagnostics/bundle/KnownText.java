package com.clientpay.connect.diagnostics.bundle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lets through what is known to be harmless, and nothing else: sentences that stand in this program, and between their words
 * only values of known kinds: numbers of up to nine digits, times, ids that we made, addresses of machines, versions, class
 * names of errors, words of the program. Everything else becomes {@value #WITHHELD}: a name, a path, a driver's message, a
 * secret. So a message that nobody thought of when this was written loses too much rather than too little.
 */
public final class KnownText {
    /** What stands for what is not let through. */
    public static final String WITHHELD = "[withheld]";

    /** Longer texts are not looked at; they are no messages of ours. */
    private static final int LONGEST = 8_000;

    private static final int DEEPEST = 3;
    /** A template's own words must be more than a few characters, or everything would match it. */
    private static final int FEWEST_LITERAL = 5;

    private static final int PREFIX = 4;
    private static final Pattern HOLES = Pattern.compile("\u0001|\\{}|%[-0-9.,]*[sdfx]");
    private static final Pattern OBJECT = Pattern.compile(
            "(?:clientpay(?:_internal)?\\.|(?:core/)?[1-4]-[a-z]{1,20}/)([A-Za-z0-9-]{1,60})(?:\\.sql)?");

    private static final Pattern COUNT = Pattern.compile("[0-9]{1,9} ([a-z]{3,20}?)s?");

    /** How a mistake of the configuration begins. */
    private static final Pattern SETTING = Pattern.compile("([a-z]{1,20})\\.([a-z_]{1,40}) (.+)", Pattern.DOTALL);

    private static final Pattern PLACE =
            Pattern.compile("[^\n]{1,300}:([0-9]{1,6}): ([a-z]{1,20}\\.[a-z_]{1,40} .+)", Pattern.DOTALL);

    private static final Pattern REFERENCE = Pattern.compile("= \"(secret|env|file):[^\"]*\": (.+)", Pattern.DOTALL);

    /** How a cause stands behind what it caused. */
    private static final Pattern REMARK = Pattern.compile("([^()]+) \\((.+)\\)", Pattern.DOTALL);

    private static final String IPV4 = "(?:[0-9]{1,3}\\.){3}[0-9]{1,3}";
    private static final String IPV6 = "[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7}";

    private static final Pattern VALUE = Pattern.compile(String.join(
            "|",
            "-?[0-9]{1,9}(?:\\.[0-9]{1,6})?(?: ?(?:ms|s|%|GB|MB|KB))?",
            "[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]{5,18}Z?)?",
            "pst_[0-9a-z]{20,30}",
            "(?=[0-9]*[a-f])[0-9a-f]{16}",
            "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
            "(?:[0-9A-F]{2}:){31}[0-9A-F]{2}",
            IPV4 + "(?:/[0-9]{1,2})?(?:-" + IPV4 + ")?(?::[0-9]{1,5})?",
            IPV6 + "(?:/[0-9]{1,3})?",
            "https?://(?:" + IPV4 + "|\\[" + IPV6 + "]|localhost)(?::[0-9]{1,5})?",
            "[0-9]{1,4}(?:\\.[0-9]{1,8}){1,4}(?:[-+._](?:[0-9]{1,8}|jre[0-9]+|LTS|RELEASE|SNAPSHOT))*",
            "(?:secret|env|file):",
            "SqlServer|Microsoft SQL Server|H2|Babelfish",
            "true|false|-"));

    /**
     * @param literals the words around the values, one more than there are values
     * @param literal the characters of all of them
     */
    private record Template(List<String> literals, int literal) {

        /** The values, when the text is one of this template: each literal where it stands first. */
        Optional<List<String>> values(String text) {
            String last = literals.get(literals.size() - 1);
            if (!text.startsWith(literals.get(0))) {
                return Optional.empty();
            }
            List<String> values = new ArrayList<>();
            int at = literals.get(0).length();
            for (String literal : literals.subList(1, literals.size() - 1)) {
                int found = text.indexOf(literal, at);
                if (found < 0) {
                    return Optional.empty();
                }
                values.add(text.substring(at, found));
                at = found + literal.length();
            }
            if (!text.endsWith(last) || text.length() - last.length() < at) {
                return Optional.empty();
            }
            values.add(text.substring(at, text.length() - last.length()));
            return Optional.of(values);
        }
    }

    private final KnownClasses classes = new KnownClasses();
    private final Set<String> constants;
    private final Set<String> loggers;
    private final Map<String, List<Template>> byPrefix = new HashMap<>();
    private final List<Template> others = new ArrayList<>();

    /** Of this program. */
    public static KnownText ofProgram() {
        ProgramText program = ProgramText.read();
        return new KnownText(program.texts(), program.classes());
    }

    /**
     * @param texts that the program has, with U+0001, {@code {}} or {@code %s} for values
     * @param loggers the simple names of its classes
     */
    KnownText(Collection<String> texts, Set<String> loggers) {
        this.loggers = loggers;
        this.constants = new HashSet<>(texts);
        for (String text : texts) {
            template(text).ifPresent(template -> {
                String first = template.literals().get(0);
                if (first.length() >= PREFIX) {
                    byPrefix.computeIfAbsent(first.substring(0, PREFIX), any -> new ArrayList<>())
                            .add(template);
                } else {
                    others.add(template);
                }
            });
        }
    }

    private static Optional<Template> template(String text) {
        Matcher hole = HOLES.matcher(text);
        List<String> literals = new ArrayList<>();
        int end = 0;
        while (hole.find()) {
            literals.add(text.substring(end, hole.start()));
            end = hole.end();
        }
        literals.add(text.substring(end));
        int literal = literals.stream().mapToInt(String::length).sum();
        if (literals.size() == 1 || literals.size() > 12 || literal < FEWEST_LITERAL || !text.contains(" ")) {
            return Optional.empty();
        }
        return Optional.of(new Template(List.copyOf(literals), literal));
    }

    /** The program's own paths, such as {@code /v1/invoices/{id}}. */
    public List<String> routes() {
        return constants.stream()
                .filter(text -> text.matches("/(?:[a-z0-9.-]+|\\{[a-z]+})(?:/(?:[a-z0-9.-]+|\\{[a-z]+}))*"))
                .sorted()
                .toList();
    }

    /** The text, line by line, with everything that is not known withheld. */
    public String lines(String text) {
        return text.lines().map(this::line).collect(Collectors.joining("\n"));
    }

    /** One line or sentence, or several sentences. */
    public String line(String text) {
        return text.length() > LONGEST ? WITHHELD : known(text, 0);
    }

    /** A value alone: a known kind, or a word of the program. */
    public String value(String text) {
        return isValue(text) ? text : WITHHELD;
    }

    /** Whether a part of the program logs under this name. */
    boolean isLogger(String name) {
        return loggers.contains(name) || constants.contains(name);
    }

    /** Whether it is a line of a stack, and such code there is. */
    boolean isFrame(String line) {
        return classes.isFrame(line);
    }

    /** Whether the text is one of the program's own, as a whole. */
    boolean isConstant(String text) {
        return constants.contains(text);
    }

    private boolean isValue(String text) {
        return text.isEmpty()
                || VALUE.matcher(text).matches()
                || isObject(text)
                || isCount(text)
                || classes.isClass(text)
                || constants.contains(text)
                || constants.contains(text.toUpperCase(Locale.ROOT));
    }

    /** {@code clientpay.PostPosting}, or a script's {@code 3-procedures/PostPosting.sql}, of those that the program names. */
    private boolean isObject(String text) {
        Matcher object = OBJECT.matcher(text);
        return object.matches() && constants.contains(object.group(1));
    }

    /** Such as {@code 111 scripts}, of a word that the program has. */
    private boolean isCount(String text) {
        Matcher count = COUNT.matcher(text);
        return count.matches() && (constants.contains(count.group(1)) || constants.contains(count.group(1) + "s"));
    }

    private String known(String text, int depth) {
        String stripped = text.strip();
        if (isValue(stripped)) {
            return text;
        }
        if (depth >= DEEPEST) {
            return WITHHELD;
        }
        Matcher place = PLACE.matcher(stripped);
        if (place.matches()) {
            return "line " + place.group(1) + ": " + known(place.group(2), depth);
        }
        return matching(prefixed(stripped), stripped, depth)
                .or(() -> mistake(stripped, depth))
                .or(() -> matching(others, stripped, depth))
                .orElseGet(() -> apart(stripped, depth));
    }

    private List<Template> prefixed(String text) {
        return text.length() < PREFIX ? List.of() : byPrefix.getOrDefault(text.substring(0, PREFIX), List.of());
    }

    private Optional<String> mistake(String text, int depth) {
        Matcher setting = SETTING.matcher(text);
        if (setting.matches() && constants.contains(setting.group(1)) && constants.contains(setting.group(2))) {
            return Optional.of(setting.group(1) + "." + setting.group(2) + " " + known(setting.group(3), depth));
        }
        Matcher reference = REFERENCE.matcher(text);
        return reference.matches()
                ? Optional.of("= \"" + reference.group(1) + ":…\": " + known(reference.group(2), depth))
                : Optional.empty();
    }

    /** A text that is none of the program's as a whole: a remark behind another, or one after the other. */
    private String apart(String stripped, int depth) {
        Matcher remark = REMARK.matcher(stripped);
        if (remark.matches()) {
            return known(remark.group(1), depth + 1) + " (" + known(remark.group(2), depth + 1) + ")";
        }
        for (String separator : List.of("; ", ", ", ". ", ": ")) {
            String parts = parts(stripped, separator, depth + 1);
            if (!parts.equals(WITHHELD)) {
                return parts;
            }
        }
        return WITHHELD;
    }

    /** By the template that says the most of it. */
    private Optional<String> matching(List<Template> candidates, String text, int depth) {
        String best = null;
        int most = 0;
        for (Template template : candidates) {
            if (template.literal() <= most) {
                continue;
            }
            Optional<List<String>> values = template.values(text);
            if (values.isPresent()) {
                most = template.literal();
                best = filled(template, values.get(), depth);
            }
        }
        return Optional.ofNullable(best);
    }

    private String filled(Template template, List<String> values, int depth) {
        StringBuilder text = new StringBuilder(template.literals().get(0));
        for (int i = 1; i < template.literals().size(); i++) {
            text.append(known(values.get(i - 1), depth + 1))
                    .append(template.literals().get(i));
        }
        return text.toString();
    }

    /** Its parts, each known or withheld; withheld as a whole when none is known. */
    private String parts(String text, String separator, int depth) {
        String[] parts = text.split(Pattern.quote(separator), -1);
        if (parts.length < 2 || parts.length > 200) {
            return WITHHELD;
        }
        List<String> known = new ArrayList<>();
        boolean any = false;
        for (String part : parts) {
            // Where sentences are parted, all but the last have lost their full stop.
            String one = separator.equals(". ") && isConstant(part + ".") ? part : known(part, depth);
            any |= !one.contains(WITHHELD);
            known.add(one);
        }
        return any ? String.join(separator, known) : WITHHELD;
    }
}
