package com.clientpay.connect.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;

/**
 * Where a call came from: the connection's other end, or behind proxies we trust, what they say. Each proxy appends the
 * address it was called from to {@code X-Forwarded-For}, so the list is believed from its right end, as far as trusted
 * proxies wrote it.
 */
final class CallerAddress {
    private final AddressSet trustedProxies;

    CallerAddress(AddressSet trustedProxies) {
        this.trustedProxies = trustedProxies;
    }

    InetAddress of(Request request) {
        if (request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress socket
                && socket.getAddress() != null) {
            return trustedProxies.isEmpty()
                    ? socket.getAddress()
                    : forwarded(socket.getAddress(), request.getHeaders());
        }
        throw new IllegalStateException("The connection has no address.");
    }

    private InetAddress forwarded(InetAddress socket, HttpFields headers) {
        List<String> hops = headers.getCSV("X-Forwarded-For", false);
        InetAddress caller = socket;
        for (int i = hops.size() - 1; i >= 0 && trustedProxies.contains(caller); i--) {
            Optional<InetAddress> hop = AddressSet.address(withoutPort(hops.get(i)));
            if (hop.isEmpty()) {
                return caller;
            }
            caller = hop.get();
        }
        return caller;
    }

    /** Some proxies write {@code 192.0.2.7:4711} or {@code [2001:db8::1]:4711}. */
    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            int end = hop.indexOf(']');
            return end < 0 ? hop : hop.substring(1, end);
        }
        int colon = hop.indexOf(':');
        return colon >= 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }
}
