package com.clientpay.connect.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.InetAddressPattern;

/**
 * Addresses a call may come from: single ones ({@code 192.0.2.7}, {@code 2001:db8::1}), CIDR blocks
 * ({@code 192.0.2.0/24}) and ranges ({@code 192.0.2.1-192.0.2.9}). Names are not resolved.
 */
public final class AddressSet {
    private static final Pattern LITERAL = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");
    private static final Pattern RULE = Pattern.compile("[0-9a-fA-F:.]+([/-][0-9a-fA-F:.]+)?");

    private final List<InetAddressPattern> patterns;

    private AddressSet(List<InetAddressPattern> patterns) {
        this.patterns = patterns;
    }

    /** @throws IllegalArgumentException naming the entry that is none of the three forms */
    public static AddressSet of(List<String> entries) {
        return new AddressSet(entries.stream().map(AddressSet::pattern).toList());
    }

    private static InetAddressPattern pattern(String entry) {
        String first = entry.split("[/-]", 2)[0];
        if (RULE.matcher(entry).matches() && address(first).isPresent()) {
            try {
                return InetAddressPattern.from(entry);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(wrong(entry), e);
            }
        }
        throw new IllegalArgumentException(wrong(entry));
    }

    private static String wrong(String entry) {
        return "\"" + entry + "\" is no address (192.0.2.7), block (192.0.2.0/24, its host bits zero) or range"
                + " (192.0.2.1-192.0.2.9).";
    }

    public boolean isEmpty() {
        return patterns.isEmpty();
    }

    public boolean contains(InetAddress address) {
        return patterns.stream().anyMatch(pattern -> pattern.test(address));
    }

    /** The address that the text is; empty for anything but an address, above all for names. */
    public static Optional<InetAddress> address(String text) {
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
