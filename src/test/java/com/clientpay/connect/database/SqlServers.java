package com.clientpay.connect.database;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.config.DatabaseAddress;
import com.clientpay.connect.config.DatabaseAddress.Authentication;
import com.clientpay.connect.config.DatabaseAddress.Encryption;
import com.clientpay.connect.config.DatabaseAddress.SqlServer;
import com.clientpay.connect.config.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** SQL Servers as the configuration describes them. */
final class SqlServers {
    static final String PASSWORD = "hunter2-planted";

    private SqlServers() {}

    /** A SQL Server at a port, with user {@code u}. */
    static SqlServer at(String host, int port) {
        return new SqlServer(
                host,
                Optional.of(port),
                Optional.empty(),
                "Firm",
                Authentication.SQL,
                Encryption.MANDATORY,
                Optional.empty(),
                false,
                Optional.empty(),
                false);
    }

    /** One that speaks TDS 8.0, so that it can be any TLS server until it has to answer. */
    static DatabaseSettings strict(String host, int port, Optional<Path> trusted) {
        return settings(new SqlServer(
                host,
                Optional.of(port),
                Optional.empty(),
                "Firm",
                Authentication.SQL,
                Encryption.STRICT,
                trusted,
                false,
                Optional.empty(),
                false));
    }

    static DatabaseSettings settings(DatabaseAddress address) {
        return new DatabaseSettings(
                address,
                Optional.of("u"),
                Optional.of(new Secret("env:P", PASSWORD)),
                Optional.empty(),
                1,
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                Duration.ofSeconds(11),
                Optional.empty(),
                "ClientPay Connect");
    }
}
