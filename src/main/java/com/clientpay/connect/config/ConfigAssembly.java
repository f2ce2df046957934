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
                        values.get(Settings.URL),
                        values.find(Settings.USER),
                        Optional.ofNullable(secrets.get(Settings.PASSWORD)),
                        values.find(Settings.ID),
                        values.get(Settings.POOL_SIZE),
                        values.get(Settings.CONNECT_TIMEOUT),
                        values.get(Settings.STATEMENT_TIMEOUT)),
                new ConnectConfig.Postings(values.get(Settings.WAITING_WARNING), values.get(Settings.FINISH_INTERVAL)),
                new ConnectConfig.Batches(
                        path(Settings.BATCH_FOLDER), path(Settings.BATCH_LAYOUT), values.get(Settings.BATCH_INTERVAL)),
                new ConnectConfig.Logs(
                        path(Settings.LOG_FOLDER).orElseThrow(),
                        values.get(Settings.LOG_LEVEL),
                        values.get(Settings.KEEP_DAYS)));
    }

    private Optional<Path> path(Setting<Path> setting) {
        return values.find(setting).map(home::resolve).map(Path::normalize);
    }
}
