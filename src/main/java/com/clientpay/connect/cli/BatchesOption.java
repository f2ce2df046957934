package com.clientpay.connect.cli;

import com.clientpay.connect.batches.BatchRefusedException;
import com.clientpay.connect.batches.BatchService;
import com.clientpay.connect.config.ConnectConfig;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.DatabasePool;
import java.time.Clock;
import java.util.function.Function;
import picocli.CommandLine.Mixin;

/** The batches of the database that the configuration names; these commands need no key. */
final class BatchesOption {
    @Mixin
    private ConfigOption config;

    /** @throws CommandFailed when the configuration has mistakes, or what was asked for is not done */
    <T> T with(Function<BatchService, T> work) {
        ConnectConfig loaded = config.load().config();
        try (Database database = new Database(DatabasePool.open(loaded.database()))) {
            return work.apply(new BatchService(database, Clock.systemUTC(), loaded.batches()));
        } catch (BatchRefusedException e) {
            throw new CommandFailed(e.getMessage());
        }
    }
}
