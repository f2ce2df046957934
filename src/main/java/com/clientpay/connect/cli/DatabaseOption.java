package com.clientpay.connect.cli;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.DatabasePool;
import picocli.CommandLine.Mixin;

/** The database that the configuration names, for commands that work before any key exists. */
final class DatabaseOption {
    @Mixin
    private ConfigOption config;

    /** @throws CommandFailed when the configuration has mistakes */
    Database open() {
        return new Database(DatabasePool.open(settings()));
    }

    /** @throws CommandFailed when the configuration has mistakes */
    DatabaseSettings settings() {
        return config.load().config().database();
    }
}
