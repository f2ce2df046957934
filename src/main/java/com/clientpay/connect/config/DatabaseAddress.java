package com.clientpay.connect.config;

import java.nio.file.Path;
import java.util.Optional;

/** Where the firm's database is, and how it is connected to. */
public sealed interface DatabaseAddress {

    /** A JDBC URL of somebody who knows the driver, {@code jdbc:sqlserver:} or {@code jdbc:h2:}. Its properties win. */
    record Url(String url) implements DatabaseAddress {}

    /**
     * A SQL Server by its parts.
     *
     * @param host name or address, without port and instance
     * @param port empty: 1433, or the one that the instance's browser service names
     * @param instance a named instance; never given beside a port
     * @param database its name on that server
     * @param trustedCertificates PEM or DER file of the authority that signed the server's certificate, or of that
     *     certificate; empty: what this machine trusts
     * @param trustAnyCertificate the server's certificate is not looked at
     * @param certificateHost the name that the server's certificate must be for; empty: the host
     * @param multiSubnetFailover whether all addresses of the host are tried at once: for availability groups
     */
    record SqlServer(
            String host,
            Optional<Integer> port,
            Optional<String> instance,
            String database,
            Authentication authentication,
            Encryption encryption,
            Optional<Path> trustedCertificates,
            boolean trustAnyCertificate,
            Optional<String> certificateHost,
            boolean multiSubnetFailover)
            implements DatabaseAddress {}

    /** How the connector logs in. */
    enum Authentication {
        /** With a user and a password that SQL Server keeps. */
        SQL,
        /** As the Windows account that the connector runs as; there is no password. */
        WINDOWS
    }

    /** How the connection is encrypted. There is no way without. */
    enum Encryption {
        /** TLS within the protocol of SQL Server: every version can. */
        MANDATORY,
        /** TLS around it (TDS 8.0): SQL Server 2022 and newer. */
        STRICT
    }
}
