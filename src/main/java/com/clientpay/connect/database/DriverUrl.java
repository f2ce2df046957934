package com.clientpay.connect.database;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.config.DatabaseAddress;
import com.clientpay.connect.config.DatabaseAddress.Authentication;
import com.clientpay.connect.config.DatabaseAddress.Encryption;
import com.clientpay.connect.config.DatabaseAddress.SqlServer;

/** The URL that the driver is given: the configured connection in the driver's words, with the time-outs. No secret. */
public final class DriverUrl {
    /** After a statement's time-out, how long the server may take to give it up before the connection is dropped. */
    private static final int CANCEL_SECONDS = 5;

    private DriverUrl() {}

    public static String of(DatabaseSettings settings) {
        if (settings.address() instanceof SqlServer server) {
            return completed(connection(server), settings);
        }
        String url = ((DatabaseAddress.Url) settings.address()).url();
        return url.startsWith(SqlServerUrl.BEGINNING) ? completed(SqlServerUrl.continued(url), settings) : url;
    }

    private static SqlServerUrl connection(SqlServer server) {
        SqlServerUrl url = address(server);
        server.instance().ifPresent(instance -> url.with("instanceName", instance));
        url.with("databaseName", server.database());
        if (server.authentication() == Authentication.WINDOWS) {
            url.with("integratedSecurity", true);
        }
        url.with("encrypt", server.encryption() == Encryption.STRICT ? "strict" : "true");
        url.with("trustServerCertificate", server.trustAnyCertificate());
        if (!server.trustAnyCertificate()) {
            url.with("trustManagerClass", ServerTrust.class.getName());
            url.with("trustManagerConstructorArg", ServerTrust.argument(server));
        }
        if (server.multiSubnetFailover()) {
            url.with("multiSubnetFailover", true);
        }
        return url;
    }

    /** The colons of an IPv6 address would be taken for that of a port. */
    private static SqlServerUrl address(SqlServer server) {
        if (!server.host().contains(":")) {
            return SqlServerUrl.to(
                    server.host() + server.port().map(port -> ":" + port).orElse(""));
        }
        SqlServerUrl url = SqlServerUrl.to("").with("serverName", server.host());
        server.port().ifPresent(port -> url.with("portNumber", port));
        return url;
    }

    /**
     * What the URL does not say already. The driver's own way of opening a broken connection again is off: it would hide
     * from a transaction that its connection broke, and the pool replaces it anyway.
     */
    private static String completed(SqlServerUrl url, DatabaseSettings settings) {
        return url.unlessGiven("loginTimeout", settings.connectTimeout().toSeconds())
                .unlessGiven("queryTimeout", settings.statementTimeout().toSeconds())
                .unlessGiven("cancelQueryTimeout", CANCEL_SECONDS)
                .unlessGiven("socketTimeout", settings.readTimeout().toMillis())
                .unlessGiven("connectRetryCount", 0)
                .unlessGiven("applicationName", settings.applicationName())
                .toString();
    }
}
