package com.clientpay.connect.config;

import com.clientpay.connect.config.DatabaseAddress.Authentication;
import com.clientpay.connect.config.DatabaseAddress.Encryption;
import java.util.List;
import java.util.stream.Collectors;

/** Settings of the database that are right alone and wrong together, or missing beside others. */
final class DatabaseContradictions {
    /** What a URL says already. */
    private static final List<Setting<?>> IN_URL = List.of(
            Settings.DATABASE_SERVER,
            Settings.DATABASE_PORT,
            Settings.INSTANCE,
            Settings.DATABASE_NAME,
            Settings.AUTHENTICATION,
            Settings.ENCRYPTION,
            Settings.TRUSTED_CERTIFICATES,
            Settings.TRUST_ANY_CERTIFICATE,
            Settings.CERTIFICATE_HOST_NAME,
            Settings.MULTI_SUBNET_FAILOVER);

    private final SettingValues values;
    private final String file;
    private final List<ConfigMistake> mistakes;

    /** @param file the place to name for what nobody wrote */
    DatabaseContradictions(SettingValues values, String file, List<ConfigMistake> mistakes) {
        this.values = values;
        this.file = file;
        this.mistakes = mistakes;
    }

    void find() {
        if (values.isGiven(Settings.URL) || isNamed(Settings.URL)) {
            beside();
            needs(Settings.PASSWORD, Settings.USER, "there is no database.user whose password it could be.");
        } else {
            server();
        }
        timeouts();
    }

    private void beside() {
        List<Setting<?>> beside = IN_URL.stream().filter(values::isGiven).toList();
        if (!beside.isEmpty()) {
            add(
                    Settings.URL,
                    "database.url says all of the connection, so "
                            + beside.stream().map(Setting::name).collect(Collectors.joining(", "))
                            + " must not be set beside it. Take out one or the other.");
        }
    }

    private void server() {
        require(
                Settings.DATABASE_SERVER,
                "database.server is missing. Set server in section [database] to the firm's SQL Server, and name to its"
                        + " database.");
        if (values.isGiven(Settings.DATABASE_SERVER)) {
            require(
                    Settings.DATABASE_NAME,
                    "database.name is missing. Set name in section [database] to the firm's database on that server.");
            login();
        }
        if (values.isGiven(Settings.DATABASE_PORT)) {
            with(
                    Settings.INSTANCE,
                    "database.instance and database.port are both set. The port says already which instance it is: take out"
                            + " one of the two.");
        }
        certificate();
    }

    private void login() {
        if (isNamed(Settings.AUTHENTICATION)) {
            return;
        }
        if (values.get(Settings.AUTHENTICATION) == Authentication.WINDOWS) {
            with(
                    Settings.USER,
                    "database.user is set, but with authentication = \"windows\" the connector logs in as the Windows"
                            + " account that it runs as. Take user out.");
            with(
                    Settings.PASSWORD,
                    "database.password is set, but authentication = \"windows\" needs none. Take password out.");
            return;
        }
        require(
                Settings.USER,
                "database.user is missing. Set user and password in section [database], or authentication = \"windows\" to"
                        + " log in as the Windows account that the connector runs as.");
        if (values.isGiven(Settings.USER)) {
            require(
                    Settings.PASSWORD,
                    "database.password is missing. Set it to a reference such as \"secret:database\".");
        }
    }

    private void certificate() {
        if (!values.get(Settings.TRUST_ANY_CERTIFICATE)) {
            return;
        }
        for (Setting<?> useless : List.of(Settings.TRUSTED_CERTIFICATES, Settings.CERTIFICATE_HOST_NAME)) {
            with(
                    useless,
                    useless.name() + " says which certificate is right, and database.trust_any_certificate that any is."
                            + " Take out one of the two.");
        }
        if (values.get(Settings.ENCRYPTION) == Encryption.STRICT) {
            add(
                    Settings.TRUST_ANY_CERTIFICATE,
                    "database.trust_any_certificate does not go with encryption = \"strict\", which always checks the"
                            + " server's certificate. Set trusted_certificates, or encryption = \"mandatory\".");
        }
    }

    private void timeouts() {
        values.find(Settings.READ_TIMEOUT)
                .filter(time -> time.compareTo(values.get(Settings.STATEMENT_TIMEOUT)) <= 0)
                .ifPresent(time -> add(
                        Settings.READ_TIMEOUT,
                        "database.read_timeout_seconds is " + time.toSeconds() + ", but must be more than"
                                + " database.statement_timeout_seconds, which is "
                                + values.get(Settings.STATEMENT_TIMEOUT).toSeconds()
                                + ": else a slow procedure counts as a broken connection."));
    }

    private void needs(Setting<?> setting, Setting<?> needed, String message) {
        if (values.isGiven(setting) && !values.isGiven(needed)) {
            add(setting, setting.name() + " is set, but " + message);
        }
    }

    /** Says so unless it is given, or was given wrongly, which is said already. */
    private void require(Setting<?> setting, String message) {
        if (!values.isGiven(setting) && !isNamed(setting)) {
            add(setting, message);
        }
    }

    private boolean isNamed(Setting<?> setting) {
        return mistakes.stream().anyMatch(mistake -> mistake.message().startsWith(setting.name() + " "));
    }

    private void with(Setting<?> setting, String message) {
        if (values.isGiven(setting)) {
            add(setting, message);
        }
    }

    private void add(Setting<?> setting, String message) {
        mistakes.add(new ConfigMistake(values.place(setting).orElse(file), message, false));
    }
}
