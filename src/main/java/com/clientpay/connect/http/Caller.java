package com.clientpay.connect.http;

import java.util.Set;

/**
 * Who calls: the key's name and scopes, and the address the call came from (behind a configured proxy, the address it
 * names). Routes that ask for no scope are called by {@link #anonymous}.
 *
 * @param loopback whether the call came in by the loopback listener
 */
public record Caller(String name, Set<Scope> scopes, String address, boolean loopback) {

    /** The caller as histories and the audit log name it. */
    public String actor() {
        return "key:" + name;
    }

    public static Caller anonymous(String address, boolean loopback) {
        return new Caller("-", Set.of(), address, loopback);
    }
}
