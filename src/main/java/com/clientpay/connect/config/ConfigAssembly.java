package com.clientpay.connect.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Puts the record together from values that have no mistakes. */
final class ConfigAssembly {
    private final SettingValues values;
    private final Map<Setting<?>, Secret> secrets;
    private final Path home;

    /** @param home where relative paths count from */
    ConfigAssembly(SettingValues values, Map<Setting<?>, Secret> secrets, Path home) {
        this.values = values;
        this.secrets = secrets;
        this.home = home;
    }

    ConnectConfig config() {
        return new ConnectConfig(
                values.get(Settings.MODE),
                new ConnectConfig.Server(
                        values.get(Settings.HOST),
                        values.get(Settings.PORT),
                        values.get(Settings.LOOPBACK_PORT),
                        values.get(Settings.ALLOWED_ADDRESSES),
                        values.get(Settings.TRUSTED_PROXIES),
                        values.get(Settings.THREADS),
                        values.get(Settings.STOP_TIMEOUT)),
                new ConnectConfig.Tls(
                        path(Settings.KEYSTORE),
                        Optional.ofNullable(secrets.get(Settings.KEYSTORE_PASSWORD)),
                        path(Settings.CERTIFICATE),
                        path(Settings.PRIVATE_KEY),
                        path(Settings.CLIENT_CA),
                        values.get(Settings.REQUIRE_CLIENT_CERTIFICATE)),
                new ConnectConfig.DatabaseSettings(
                        databaseAddress(),
                        values.find(Settings.USER),
                        Optional.ofNullable(secrets.get(Settings.PASSWORD)),
                        values.find(Settings.ID),
                        values.get(Settings.POOL_SIZE),
                        values.get(Settings.CONNECT_TIMEOUT),
                        values.get(Settings.STATEMENT_TIMEOUT),
                        values.find(Settings.READ_TIMEOUT)
                                .orElseGet(() ->
                                        values.get(Settings.STATEMENT_TIMEOUT).plusSeconds(10)),
                        values.find(Settings.LEAK_DETECTION),
                        values.get(Settings.APPLICATION_NAME)),
                new ConnectConfig.Postings(values.get(Settings.WAITING_WARNING), values.get(Settings.FINISH_INTERVAL)),
                new ConnectConfig.Batches(
                        path(Settings.BATCH_FOLDER), path(Settings.BATCH_LAYOUT), values.get(Settings.BATCH_INTERVAL)),
                new ConnectConfig.Console(values.get(Settings.CONSOLE_LOCALE)),
                new ConnectConfig.Logs(
                        path(Settings.LOG_FOLDER).orElseThrow(),
                        values.get(Settings.LOG_LEVEL),
                        values.get(Settings.KEEP_DAYS)));
    }

    private DatabaseAddress databaseAddress() {
        Optional<String> url = values.find(Settings.URL);
        if (url.isPresent()) {
            return new DatabaseAddress.Url(url.get());
        }
        return new DatabaseAddress.SqlServer(
                values.get(Settings.DATABASE_SERVER),
                values.find(Settings.DATABASE_PORT),
                values.find(Settings.INSTANCE),
                values.get(Settings.DATABASE_NAME),
                values.get(Settings.AUTHENTICATION),
                values.get(Settings.ENCRYPTION),
                path(Settings.TRUSTED_CERTIFICATES),
                values.get(Settings.TRUST_ANY_CERTIFICATE),
                values.find(Settings.CERTIFICATE_HOST_NAME),
                values.get(Settings.MULTI_SUBNET_FAILOVER));
    }

    private Optional<Path> path(Setting<Path> setting) {
        return values.find(setting).map(home::resolve).map(Path::normalize);
    }
}
