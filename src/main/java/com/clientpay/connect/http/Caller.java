package com.clientpay.connect.http;

import java.util.Optional;
import java.util.Set;

/**
 * Who calls: the key's name and scopes, and the address the call came from (behind a configured proxy, the address it
 * names). Routes that ask for no scope are called by {@link #anonymous}.
 *
 * @param loopback whether the call came in by the loopback listener
 * @param user who sits there, of those that share the key; as the command said that opened the console for them
 */
public record Caller(String name, Set<Scope> scopes, String address, boolean loopback, Optional<String> user) {

    public Caller(String name, Set<Scope> scopes, String address, boolean loopback) {
        this(name, scopes, address, loopback, Optional.empty());
    }

    /** The caller as histories and the audit log name it. */
    public String actor() {
        return actor(name, user);
    }

    /** {@code key:NAME}, or {@code key:NAME:USER}. */
    public static String actor(String name, Optional<String> user) {
        return "key:" + name + user.map(who -> ":" + who).orElse("");
    }

    /** The same, with who it is of those that share the key. */
    public Caller of(Optional<String> who) {
        return new Caller(name, scopes, address, loopback, who);
    }

    public static Caller anonymous(String address, boolean loopback) {
        return new Caller("-", Set.of(), address, loopback);
    }
}
