package com.clientpay.connect.database;

import java.sql.SQLException;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/**
 * What SQL Server's driver says by itself, when there is no number of the server to go by. The driver speaks the language of
 * this machine, so its texts are recognised by the driver's own list of them and not by their words.
 */
enum DriverMessage {
    /** These two stand within the next one, so they come first. */
    NO_SQL_SERVER("R_notSQLServer"),
    TIMED_OUT("R_connectionTimedOut"),
    TCP_FAILED("R_tcpipConnectionFailed"),
    BROWSER_SILENT("R_sqlBrowserFailed"),
    INSTANCE_WITHOUT_TCP("R_notConfiguredToListentcpip"),
    NO_ENCRYPTION("R_sslRequiredNoServerSupport"),
    ENCRYPTION_FAILED("R_sslFailed"),
    NO_WINDOWS_LOGIN("R_notConfiguredForIntegrated"),
    WINDOWS_LOGIN_FAILED("R_integratedAuthenticationFailed"),
    CLOSED_WITHOUT_ANSWER("R_noServerResponse"),
    ANSWER_CUT_OFF("R_truncatedServerResponse"),
    ANSWER_UNKNOWN("R_invalidTDS");

    private static final String BUNDLE = "com.microsoft.sqlserver.jdbc.SQLServerResource";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    private final String key;

    DriverMessage(String key) {
        this.key = key;
    }

    /** Which of these the error is; empty when it is none, or there is no such driver. */
    static Optional<DriverMessage> of(SQLException error) {
        String text = String.valueOf(error.getMessage());
        try {
            ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE);
            for (DriverMessage message : values()) {
                if (message.pattern(bundle).matcher(text).find()) {
                    return Optional.of(message);
                }
            }
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** The text as the driver keeps it, with anything in its gaps; a doubled quote stands for one, as in MessageFormat. */
    private Pattern pattern(ResourceBundle bundle) {
        StringBuilder pattern = new StringBuilder();
        for (String part : PLACEHOLDER.split(bundle.getString(key).replace("''", "'"), -1)) {
            pattern.append(pattern.length() == 0 ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.compile(pattern.toString(), Pattern.DOTALL);
    }
}
