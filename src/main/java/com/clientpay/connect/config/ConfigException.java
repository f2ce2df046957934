package com.clientpay.connect.config;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used. Carries every mistake in it, not only the first. */
public final class ConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<ConfigMistake> mistakes;

    ConfigException(List<ConfigMistake> mistakes) {
        super(mistakes.stream().map(ConfigMistake::toString).collect(Collectors.joining("\n")), null, false, false);
        this.mistakes = List.copyOf(mistakes);
    }

    /** In the order of the file, then those of the environment, then those of values that do not go together. */
    public List<ConfigMistake> mistakes() {
        return mistakes;
    }
}
