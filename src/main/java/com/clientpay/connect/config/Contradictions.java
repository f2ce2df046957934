package com.clientpay.connect.config;

import java.util.List;

/** Settings that are right alone and wrong together, but for those of the database: {@link DatabaseContradictions}. */
final class Contradictions {
    private final SettingValues values;
    private final String file;
    private final List<ConfigMistake> mistakes;

    /** @param file the place to name for what nobody wrote */
    Contradictions(SettingValues values, String file, List<ConfigMistake> mistakes) {
        this.values = values;
        this.file = file;
        this.mistakes = mistakes;
    }

    void find() {
        boolean keystore = values.isGiven(Settings.KEYSTORE);
        boolean certificate = values.isGiven(Settings.CERTIFICATE);
        boolean key = values.isGiven(Settings.PRIVATE_KEY);
        if (keystore && (certificate || key)) {
            add(
                    certificate ? Settings.CERTIFICATE : Settings.PRIVATE_KEY,
                    "tls.keystore holds certificate and key already. Give either tls.keystore, or tls.certificate with"
                            + " tls.private_key.");
        } else if (certificate && !key) {
            add(Settings.CERTIFICATE, "tls.certificate needs its key: set tls.private_key to the PEM file with it.");
        } else if (key && !certificate) {
            add(Settings.PRIVATE_KEY, "tls.private_key needs its certificate: set tls.certificate to the PEM file.");
        }
        needs(Settings.KEYSTORE_PASSWORD, Settings.KEYSTORE, "there is no tls.keystore that it could open.");
        boolean tls = keystore || certificate || key;
        if (values.isGiven(Settings.CLIENT_CA) && !tls) {
            add(Settings.CLIENT_CA, "tls.client_ca needs HTTPS: set tls.keystore, or tls.certificate with its key.");
        }
        if (values.get(Settings.REQUIRE_CLIENT_CERTIFICATE) && !values.isGiven(Settings.CLIENT_CA)) {
            add(
                    Settings.REQUIRE_CLIENT_CERTIFICATE,
                    "tls.require_client_certificate needs tls.client_ca: the PEM certificates that sign the callers'.");
        }
        if (!tls && !NetworkAddress.isLoopback(values.get(Settings.HOST))) {
            add(
                    Settings.HOST,
                    "server.host is not a loopback address, and plain HTTP is served on 127.0.0.1 only. Set [tls], or"
                            + " server.host = \"127.0.0.1\".");
        }
        needs(Settings.BATCH_LAYOUT, Settings.BATCH_FOLDER, "there is no batches.folder for files of that layout.");
        if (values.isGiven(Settings.BATCH_FOLDER) && values.get(Settings.POOL_SIZE) < 2) {
            add(
                    Settings.POOL_SIZE,
                    "database.pool_size must be 2 at least with batches.folder: one connection keeps others from writing"
                            + " batches meanwhile.");
        }
        int port = values.get(Settings.PORT);
        if (port != 0 && port == values.get(Settings.LOOPBACK_PORT)) {
            add(
                    values.isGiven(Settings.LOOPBACK_PORT) ? Settings.LOOPBACK_PORT : Settings.PORT,
                    "server.port and server.loopback_port are both " + port + ". Choose two.");
        }
    }

    private void needs(Setting<?> setting, Setting<?> needed, String message) {
        if (values.isGiven(setting) && !values.isGiven(needed)) {
            add(setting, setting.name() + " is set, but " + message);
        }
    }

    private void add(Setting<?> setting, String message) {
        mistakes.add(new ConfigMistake(values.place(setting).orElse(file), message, false));
    }
}
