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
        pool.setJdbcUrl(url(settings));
        settings.user().ifPresent(pool::setUsername);
        settings.password().map(Secret::reveal).ifPresent(pool::setPassword);
        pool.setMaximumPoolSize(settings.poolSize());
        pool.setMinimumIdle(Math.min(2, settings.poolSize()));
        pool.setConnectionTimeout(settings.connectTimeout().toMillis());
        pool.setValidationTimeout(Math.min(2_000, settings.connectTimeout().toMillis()));
        pool.setInitializationFailTimeout(-1);
        pool.setAutoCommit(false);
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        pool.setLeakDetectionThreshold(Duration.ofSeconds(60).toMillis());
        return new HikariDataSource(pool);
    }

    /** The configured URL with the time-outs that each driver takes in its own words, unless the URL has them. */
    static String url(DatabaseSettings settings) {
        String url = settings.url();
        long seconds = settings.statementTimeout().toSeconds();
        if (url.startsWith("jdbc:sqlserver:")) {
            return url
                    + unlessGiven(url, "loginTimeout", settings.connectTimeout().toSeconds())
                    + unlessGiven(url, "queryTimeout", seconds)
                    + unlessGiven(url, "cancelQueryTimeout", 5)
                    + unlessGiven(url, "socketTimeout", (seconds + 10) * 1000)
                    + (url.contains("applicationName") ? "" : ";applicationName=ClientPay Connect");
        }
        return url;
    }

    private static String unlessGiven(String url, String property, long value) {
        return url.contains(property) ? "" : ";" + property + "=" + value;
    }
}
