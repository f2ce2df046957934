package com.clientpay.connect.diagnostics.checks;

import com.clientpay.connect.config.ConfigException;
import com.clientpay.connect.config.LoadedConfig;

/** Reads the configuration as a start would. */
@FunctionalInterface
public interface ConfigSource {
    LoadedConfig load() throws ConfigException;
}
