package com.clientpay.connect.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The values that were given, each with where it was given; a setting that was not given has its default. */
final class SettingValues {

    /**
     * @param place for a mistake: {@code FILE:12}
     * @param source for {@code config show}: {@code line 12}
     */
    record Given(Object value, String place, String source) {}

    private final Map<Setting<?>, Given> given = new HashMap<>();

    <T> void put(Setting<T> setting, T value, String place, String source) {
        given.put(setting, new Given(value, place, source));
    }

    boolean isGiven(Setting<?> setting) {
        return given.containsKey(setting);
    }

    /** Where the setting was given. */
    Optional<String> place(Setting<?> setting) {
        return Optional.ofNullable(given.get(setting)).map(Given::place);
    }

    /** The value or its default; empty when there is neither. */
    <T> Optional<T> find(Setting<T> setting) {
        Given value = given.get(setting);
        if (value == null) {
            return setting.defaultValue();
        }
        @SuppressWarnings("unchecked") // put took a T for this setting
        T typed = (T) value.value();
        return Optional.of(typed);
    }

    /** The value of a setting that has a default, or that is known to be given. */
    <T> T get(Setting<T> setting) {
        return find(setting).orElseThrow(() -> new IllegalStateException(setting.name() + " has no value"));
    }

    <T> EffectiveValue effective(Setting<T> setting) {
        Given value = given.get(setting);
        return new EffectiveValue(
                setting.name(),
                find(setting).map(setting.type()::show),
                value == null ? "default" : value.source(),
                setting.type().describe(),
                setting.description());
    }
}
