package com.clientpay.connect.console;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cookie that carries a session's id. Browsers send a cookie of 127.0.0.1 to every port, so its name holds the port:
 * two connectors on one machine do not sign each other's browsers out.
 */
final class SessionCookie {
    private static final String ATTRIBUTES = "; Path=/v1; HttpOnly; SameSite=Strict";

    private SessionCookie() {}

    /** The value of the header Set-Cookie that begins the session. */
    static String of(Map<String, List<String>> headers, Session session) {
        return name(headers) + "=" + session.id() + ATTRIBUTES;
    }

    /** The value of the header Set-Cookie that ends any session. */
    static String none(Map<String, List<String>> headers) {
        return name(headers) + "=; Max-Age=0" + ATTRIBUTES;
    }

    /** The session's id that a request carries. */
    static Optional<String> id(Map<String, List<String>> headers) {
        String start = name(headers) + "=";
        return headers.getOrDefault("cookie", List.of()).stream()
                .flatMap(header -> Arrays.stream(header.split(";")))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(start))
                .map(cookie -> cookie.substring(start.length()))
                .findFirst();
    }

    private static String name(Map<String, List<String>> headers) {
        String host = headers.getOrDefault("host", List.of("")).get(0);
        String port = host.replaceFirst("^.*:", "");
        return "clientpay_console_" + (port.matches("[0-9]{1,5}") ? port : "80");
    }
}
