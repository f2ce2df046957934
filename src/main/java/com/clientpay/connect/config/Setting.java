package com.clientpay.connect.config;

import java.util.Locale;
import java.util.Optional;

/**
 * One key of {@code connect.toml}, declared in {@link Settings}: reading, checking, overriding by the environment and
 * showing it all follow from this.
 *
 * @param section the TOML section; empty for a key at the top of the file
 * @param key the key within the section, in snake_case
 * @param type which values it takes, with unit and bounds
 * @param defaultValue what holds when it is not given; empty: nothing holds
 * @param description one sentence for the person who sets it
 */
record Setting<T>(String section, String key, SettingType<T> type, Optional<T> defaultValue, String description) {

    /** Such as {@code server.port}. */
    String name() {
        return section.isEmpty() ? key : section + "." + key;
    }

    /** The environment variable that overrides it, such as {@code CONNECT_SERVER_PORT}. */
    String variable() {
        return "CONNECT_" + name().replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
