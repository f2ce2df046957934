package com.clientpay.connect.platform;

import java.util.List;

/** The system's firewall. */
public interface Firewall {

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
