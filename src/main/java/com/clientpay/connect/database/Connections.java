package com.clientpay.connect.database;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.config.Secret;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Single connections outside the pool, for what is done once by a person. */
public final class Connections {
    private Connections() {}

    /**
     * A new connection in auto-commit mode; the caller closes it.
     *
     * @param properties further ones of the driver, which go before those of the URL
     * @throws DatabaseUnreachableException with the reason in plain words
     */
    public static Connection open(DatabaseSettings settings, Map<String, String> properties)
            throws DatabaseUnreachableException {
        DriverLog.quiet();
        if (isWindowsLogin(settings, properties)) {
            Optional<ConnectFailure> obstacle = WindowsLogin.obstacle();
            if (obstacle.isPresent()) {
                throw new DatabaseUnreachableException(obstacle.get(), null);
            }
        }
        Properties all = new Properties();
        settings.user().ifPresent(user -> all.setProperty("user", user));
        settings.password().map(Secret::reveal).ifPresent(password -> all.setProperty("password", password));
        all.putAll(properties);
        try {
            return Drivers.connect(DriverUrl.of(settings), all);
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(ConnectFailure.of(e, settings), e);
        }
    }

    private static boolean isWindowsLogin(DatabaseSettings settings, Map<String, String> properties) {
        return Optional.ofNullable(properties.get("integratedSecurity"))
                .map(Boolean::parseBoolean)
                .orElseGet(() -> WindowsLogin.isConfigured(settings));
    }
}
