package com.clientpay.connect.console;

import com.clientpay.connect.http.Authenticator;
import com.clientpay.connect.http.Caller;
import com.clientpay.connect.http.Problem;
import com.clientpay.connect.keys.KeyAuthenticator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Knows callers by their key, and on the loopback listener browsers by their session. A session may do what its key may do
 * now, and is over when the key is.
 */
public final class ConsoleAuthenticator implements Authenticator {
    /** Fetch metadata (W3C): what a page of ours, or an address that somebody typed, sends. */
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private static final Set<String> READS = Set.of("GET", "HEAD");

    private final KeyAuthenticator keys;
    private final ConsoleRoutes console;

    public ConsoleAuthenticator(KeyAuthenticator keys, ConsoleRoutes console) {
        this.keys = keys;
        this.console = console;
    }

    @Override
    public Caller authenticate(Optional<String> authorization, String address, boolean loopback) {
        return keys.authenticate(authorization, address, loopback);
    }

    /**
     * A cookie goes wherever the browser goes, also to requests that another page makes: a request that a page of another
     * origin made is refused, and a change needs the session's token besides.
     */
    @Override
    public Optional<Caller> session(String method, Map<String, List<String>> headers, String address) {
        Optional<Session> session = console.session(headers);
        if (session.isEmpty()) {
            return Optional.empty();
        }
        Optional<Caller> caller = keys.holder(session.get().holder().keyName(), address, true)
                .map(holder -> holder.of(session.get().holder().user()));
        if (caller.isEmpty()) {
            console.end(session.get());
            return Optional.empty();
        }
        boolean ours =
                headers.getOrDefault("sec-fetch-site", List.of()).stream().allMatch(OURS::contains);
        if (!ours || !(READS.contains(method) || hasToken(headers, session.get()))) {
            throw Problem.of(
                            403,
                            "not-from-the-console",
                            "Not from the console",
                            "With a session a request must come from a page of the console, and a change must carry"
                                    + " its token as X-CSRF-Token. Reload the page.")
                    .asException();
        }
        return caller;
    }

    private static boolean hasToken(Map<String, List<String>> headers, Session session) {
        String sent = headers.getOrDefault("x-csrf-token", List.of("")).get(0);
        return MessageDigest.isEqual(
                sent.getBytes(StandardCharsets.UTF_8), session.csrfToken().getBytes(StandardCharsets.UTF_8));
    }
}
