package com.clientpay.connect.database.scripts;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.database.Connections;
import com.clientpay.connect.database.DatabaseUnreachableException;
import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;

/** A connection to the firm's SQL Server under the DBA's login, rather than the connector's. */
public final class DbaConnection {
    private DbaConnection() {}

    /**
     * Connects with the URL of the settings. Without a user the URL says how to log in; where it does not, Windows
     * authentication. The driver's habit of making a broken connection anew by itself is off: the new one would be without
     * the lock and the settings of the old.
     *
     * @param properties further ones of the driver
     * @throws DatabaseUnreachableException with the reason in plain words
     * @throws ScriptException when the URL is not one of SQL Server
     */
    public static Connection open(DatabaseSettings settings, Map<String, String> properties)
            throws DatabaseUnreachableException {
        String url = settings.url();
        if (!url.startsWith("jdbc:sqlserver:")) {
            throw new ScriptException("Scripts run on SQL Server only, and database.url is another database's.");
        }
        Map<String, String> all = new HashMap<>(properties);
        all.put("applicationName", "ClientPay Connect scripts");
        all.put("connectRetryCount", "0");
        all.put("socketTimeout", "0");
        if (settings.user().isPresent()) {
            all.put("integratedSecurity", "false");
        } else if (!url.matches("(?i).*;\\s*(integratedSecurity|authentication|user|userName)\\s*=.*")) {
            all.put("integratedSecurity", "true");
        }
        return Connections.open(settings, all);
    }
}
