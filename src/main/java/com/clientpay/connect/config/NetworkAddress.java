package com.clientpay.connect.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.InetAddressPattern;

/** What can be said about addresses without asking a name server. */
public final class NetworkAddress {
    private static final Pattern LITERAL = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");
    private static final Pattern RULE = Pattern.compile("[0-9a-fA-F:.]+([/-][0-9a-fA-F:.]+)?");
    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,252}[A-Za-z0-9])?");

    private NetworkAddress() {}

    /** Whether a listener on this host is reached from this machine only: 127.0.0.0/8, ::1 or localhost. */
    public static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || literal(host).map(InetAddress::isLoopbackAddress).orElse(false);
    }

    /** An address or a host name, without a port. */
    static boolean isHost(String text) {
        return literal(text).isPresent()
                || (!text.matches("[0-9.]+") && HOST_NAME.matcher(text).matches());
    }

    /** An address, a CIDR block whose host bits are zero, or a range. */
    static boolean isRule(String text) {
        if (!RULE.matcher(text).matches() || literal(text.split("[/-]", 2)[0]).isEmpty()) {
            return false;
        }
        try {
            InetAddressPattern.from(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<InetAddress> literal(String text) {
        if (!LITERAL.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
