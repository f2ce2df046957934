package com.clientpay.connect.diagnostics.checks;

import com.clientpay.connect.config.ConfigException;
import com.clientpay.connect.config.ConfigMistake;
import com.clientpay.connect.config.LoadedConfig;
import java.util.List;
import java.util.Optional;

/** What came of reading the configuration: itself, or everything that is wrong with it. */
record ConfigAttempt(Optional<LoadedConfig> loaded, List<ConfigMistake> mistakes) {

    static ConfigAttempt of(ConfigSource source) {
        try {
            return new ConfigAttempt(Optional.of(source.load()), List.of());
        } catch (ConfigException e) {
            return new ConfigAttempt(Optional.empty(), e.mistakes());
        }
    }
}
