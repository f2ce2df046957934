package com.clientpay.connect.http;

import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Requests of the loopback listener must name this machine as their host. A page of another host whose name leads to
 * 127.0.0.1 (DNS rebinding) could else read what is open on this machine.
 */
final class LoopbackHost {
    private static final Pattern HOST =
            Pattern.compile("(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]{1,5})?", Pattern.CASE_INSENSITIVE);

    private LoopbackHost() {}

    /** @throws ProblemException 421 when another host is named */
    static void require(Request request) {
        String host = request.getHeaders().get(HttpHeader.HOST);
        if (host == null || !HOST.matcher(host).matches()) {
            throw Problem.of(
                            421,
                            "not-this-host",
                            "Not this host",
                            "On this port the connector answers to http://127.0.0.1 and http://localhost only.")
                    .asException();
        }
    }
}
