package com.clientpay.connect.config;

import tools.jackson.databind.JsonNode;

/**
 * Which values a setting takes, and how they are written. See {@link SettingTypes}.
 *
 * @param <T> the value as the program uses it
 */
interface SettingType<T> {

    /** Reads a value of the file. */
    T read(JsonNode value) throws WrongValueException;

    /** Reads a value of an environment variable; never blank. */
    T parse(String text) throws WrongValueException;

    /** What it takes, with unit and bounds: "whole number of seconds, 1 to 600". */
    String describe();

    /** The value as it is written in the file. */
    String toml(T value);

    /** The value as {@code config show} prints it; a secret shows its reference. */
    String show(T value);

    /** Whether the value is a reference to a secret. */
    default boolean isSecret() {
        return false;
    }
}
