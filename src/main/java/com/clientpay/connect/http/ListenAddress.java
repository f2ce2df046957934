package com.clientpay.connect.http;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.jetty.server.ServerConnector;

/** Opens listeners, and explains it when that fails. */
final class ListenAddress {
    private ListenAddress() {}

    /**
     * Plain HTTP would show keys and payers to the network, so it is for this machine only.
     *
     * @throws CannotListenException when one of the host's addresses can be reached from another machine
     */
    static void requireLoopback(String host) {
        try {
            boolean loopback = Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
            if (!loopback) {
                throw new CannotListenException(
                        "Without TLS the connector listens on a loopback address only, and server.host is " + host
                                + ". Configure a certificate under [tls] (connect cert self-signed makes one), or set"
                                + " server.host to 127.0.0.1.",
                        null);
            }
        } catch (UnknownHostException e) {
            throw unknown(host, e);
        }
    }

    /** @param key the configuration's key of the port, for the message */
    static void open(ServerConnector connector, String key) {
        try {
            connector.open();
        } catch (IOException e) {
            throw explained(connector.getHost(), connector.getPort(), key, e);
        }
    }

    private static CannotListenException explained(String host, int port, String key, IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String reason = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (cause instanceof UnknownHostException || reason.contains("unresolved")) {
                return unknown(host, failure);
            }
            if (reason.contains("permission") || reason.contains("forbidden")) {
                return new CannotListenException(
                        "Port " + port + " may not be opened by this account. Choose a port above 1023 as " + key + ".",
                        failure);
            }
            if (cause instanceof BindException && reason.contains("assign")) {
                return new CannotListenException(
                        host + " is no address of this machine. Correct server.host.", failure);
            }
        }
        return new CannotListenException(
                "Port " + port + " on " + host + " is in use, perhaps by a connector that runs already. Stop the other"
                        + " program, or choose another port as " + key + ".",
                failure);
    }

    private static CannotListenException unknown(String host, Exception cause) {
        return new CannotListenException("The host name " + host + " cannot be resolved. Correct server.host.", cause);
    }
}
