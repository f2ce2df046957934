package com.clientpay.connect.database;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.config.Secret;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/** Makes the pool of connections from the configuration. The pool starts whether or not the database is there. */
public final class DatabasePool {
    private DatabasePool() {}

    public static HikariDataSource open(DatabaseSettings settings) {
        DriverLog.quiet();
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("database");
        pool.setDataSource(Drivers.of(DriverUrl.of(settings)));
        settings.user().ifPresent(pool::setUsername);
        settings.password().map(Secret::reveal).ifPresent(pool::setPassword);
        pool.setMaximumPoolSize(settings.poolSize());
        pool.setMinimumIdle(Math.min(2, settings.poolSize()));
        pool.setConnectionTimeout(settings.connectTimeout().toMillis());
        pool.setValidationTimeout(Math.min(2_000, settings.connectTimeout().toMillis()));
        pool.setInitializationFailTimeout(-1);
        pool.setAutoCommit(false);
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        settings.leakDetection()
                .map(asked -> leakDetection(asked, settings))
                .map(Duration::toMillis)
                .ifPresent(pool::setLeakDetectionThreshold);
        return new HikariDataSource(pool);
    }

    /** A procedure that may run for long is no leak. */
    private static Duration leakDetection(Duration asked, DatabaseSettings settings) {
        Duration shortest = settings.readTimeout().plusSeconds(5);
        return asked.compareTo(shortest) > 0 ? asked : shortest;
    }
}
