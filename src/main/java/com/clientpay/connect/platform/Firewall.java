package com.clientpay.connect.platform;

import java.util.List;

/** The system's firewall. */
public interface Firewall {

    /** Our rule, as far as there is one. */
    enum Rule {
        NONE,
        FOR_PORT,
        FOR_OTHER_PORT
    }

    /**
     * Whether our rule is there and names the port.
     *
     * @throws IllegalStateException when the system does not tell; the message says why
     */
    Rule rule(int port);

    /**
     * Lets these addresses, and no others by this rule, connect to the port. Takes the place of the rule that was made before.
     *
     * @param addresses single ones, CIDR blocks or ranges; at least one
     * @throws IllegalStateException when the system refuses; the message says why
     */
    void allow(int port, List<String> addresses);

    /** The command that does it, for whoever wants to look at it or to do it by hand. */
    String command(int port, List<String> addresses);
}
