package com.clientpay.connect.cli;

import com.clientpay.connect.config.SecretException;
import com.clientpay.connect.config.SecretVault;
import picocli.CommandLine.Mixin;

/** The secrets beside the configuration. Whether that can be read, or is there at all, does not matter. */
final class VaultOption {
    @Mixin
    private ConfigOption config;

    /** Does something with the secrets. */
    @FunctionalInterface
    interface Work<T> {
        T with(SecretVault vault) throws SecretException;
    }

    /** @throws CommandFailed when the secrets cannot be read or written */
    <T> T use(Work<T> work) {
        try {
            return work.with(Platforms.current().secrets(config.file()));
        } catch (SecretException e) {
            throw new CommandFailed(Sentence.of(e.getMessage()));
        }
    }

    String description() {
        return Platforms.current().secrets(config.file()).description();
    }
}
