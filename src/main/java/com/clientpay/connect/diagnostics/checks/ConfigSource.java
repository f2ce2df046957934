package com.clientpay.connect.diagnostics.checks;

import com.clientpay.connect.config.ConfigException;
import com.clientpay.connect.config.ConnectConfig;
import com.clientpay.connect.config.EffectiveConfig;
import com.clientpay.connect.config.LoadedConfig;
import java.nio.file.Path;
import java.util.List;

/** Reads the configuration as a start would. */
@FunctionalInterface
public interface ConfigSource {
    LoadedConfig load() throws ConfigException;

    /** A configuration that no file says: the demo's. */
    static ConfigSource builtIn(ConnectConfig config) {
        Path nowhere = Path.of("built-in");
        LoadedConfig loaded = new LoadedConfig(config, nowhere, nowhere, new EffectiveConfig(List.of()), List.of());
        return () -> loaded;
    }
}
