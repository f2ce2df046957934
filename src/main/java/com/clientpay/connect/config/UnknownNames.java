package com.clientpay.connect.config;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sections and keys that there are not, and which were probably meant. */
final class UnknownNames {
    private final Collection<Setting<?>> known;
    private final Set<String> sections;

    UnknownNames(Collection<Setting<?>> known) {
        this.known = known;
        this.sections = known.stream().map(Setting::section).collect(Collectors.toSet());
    }

    /** What to say of a section's beginning; empty when there is such a section. */
    Optional<String> section(String section) {
        return sections.contains(section)
                ? Optional.empty()
                : Optional.of("There is no section [" + section + "]."
                        + nearestSection(section)
                                .map(s -> " Is it [" + s + "]?")
                                .orElse(""));
    }

    /**
     * The name with a misspelt section put right, so that one wrong letter in a section's name is one mistake and not one
     * for each of its keys.
     */
    String probablyMeant(String name) {
        String section = sectionOf(name);
        return sections.contains(section)
                ? name
                : nearestSection(section).map(s -> s + "." + keyOf(name)).orElse(name);
    }

    /** What to say of a key; empty when its section is what is unknown, which is said once already. */
    Optional<String> key(String name) {
        String meant = probablyMeant(name);
        if (!sections.contains(sectionOf(meant))) {
            return Optional.empty();
        }
        List<String> elsewhere = known.stream()
                .filter(s -> s.key().equals(keyOf(meant)))
                .map(s -> s.section().isEmpty() ? "above the first section" : "into [" + s.section() + "]")
                .toList();
        String suggestion = elsewhere.size() == 1
                ? " It belongs " + elsewhere.get(0) + "."
                : Nearest.to(meant, known.stream().map(Setting::name).toList())
                        .map(s -> " Is it " + s + "?")
                        .orElse("");
        return Optional.of("There is no key " + name + "." + suggestion);
    }

    private Optional<String> nearestSection(String section) {
        return Nearest.to(section, sections.stream().filter(s -> !s.isEmpty()).toList());
    }

    static String sectionOf(String name) {
        return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : "";
    }

    private static String keyOf(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
