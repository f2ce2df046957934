package com.clientpay.connect.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.NanoTime;

/**
 * Ends connections whose next request does not come. The idle time-out ends silent ones; those that send a byte now and
 * then, to keep the server waiting, are found here: {@link #sweep} closes what has waited too long since it was opened or
 * had its last answer. A stop uses the same to end connections between two requests.
 */
final class SlowClients implements Connection.Listener {
    private final Map<Connection, Long> waitingSince = new ConcurrentHashMap<>();

    @Override
    public void onOpened(Connection connection) {
        if (!(connection instanceof SslConnection)) {
            waitingSince.put(connection, NanoTime.now());
        }
    }

    @Override
    public void onClosed(Connection connection) {
        waitingSince.remove(connection);
    }

    void begins(Request request) {
        waitingSince.remove(request.getConnectionMetaData().getConnection());
    }

    void ends(Request request) {
        waitingSince.put(request.getConnectionMetaData().getConnection(), NanoTime.now());
    }

    void sweep(Duration longest) {
        waitingSince.forEach((connection, since) -> {
            if (!connection.getEndPoint().isOpen()) {
                waitingSince.remove(connection, since);
            } else if (NanoTime.since(since) > longest.toNanos() && waitingSince.remove(connection, since)) {
                connection.getEndPoint().close();
            }
        });
    }
}
