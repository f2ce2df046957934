package com.clientpay.connect.keys;

import com.clientpay.connect.database.DatabaseException;
import com.clientpay.connect.http.Authenticator;
import com.clientpay.connect.http.Caller;
import com.clientpay.connect.http.Problem;
import com.clientpay.connect.http.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows callers by their key. Whatever is wrong with a key, the caller gets one and the same answer, after the same work:
 * one hash, also where there is no key of that name. The log says what it was, without the secret.
 */
public final class KeyAuthenticator implements Authenticator {
    private static final Logger log = LoggerFactory.getLogger(KeyAuthenticator.class);

    /** Is told of every wrong key. Must be quick and must not throw. */
    @FunctionalInterface
    public interface Observer {
        /**
         * @param what was wrong, such as "revoked key portal"; no secret
         * @param address where it came from
         */
        void wrongKey(String what, String address);
    }

    private final KeyRing keys;
    private final GuessLimit limit;
    private final Clock clock;
    private final Observer observer;

    public KeyAuthenticator(KeyService keys, Clock clock, Observer observer) {
        this(keys::stored, clock, observer);
    }

    KeyAuthenticator(Supplier<List<StoredKey>> keys, Clock clock, Observer observer) {
        this.observer = observer;
        this.keys = new KeyRing(keys, clock);
        this.limit = new GuessLimit(clock);
        this.clock = clock;
    }

    /**
     * @throws ProblemException 401 {@code unauthenticated} without a valid key; 403 {@code address-not-allowed} when the
     *     key may not be used from there; 429 {@code too-many-wrong-keys} when too many wrong ones came from there
     * @throws DatabaseException when the keys could not be read for five minutes
     */
    @Override
    public Caller authenticate(Optional<String> authorization, String address, boolean loopback) {
        if (authorization.isEmpty()) {
            throw unauthenticated();
        }
        Token token = Token.ofHeader(authorization.get()).orElseThrow(() -> wrong("no key of ours", address));
        Optional<StoredKey> stored = keys.find(token.name());
        boolean right = stored.map(StoredKey::hash).orElse(SecretHash.NONE).matches(token.secret());

        ApiKey key = stored.map(StoredKey::key).orElseThrow(() -> wrong("unknown key " + token.name(), address));
        if (!right) {
            throw wrong("wrong secret for key " + key.name(), address);
        }
        Instant now = clock.instant();
        if (key.isRevoked()) {
            throw wrong("revoked key " + key.name(), address);
        }
        if (key.isExpired(now)) {
            throw wrong("expired key " + key.name(), address);
        }
        if (!stored.get().allows(address)) {
            log.warn("Refused a call from {}: key {} may not be used from there.", address, key.name());
            throw Problem.of(
                            403,
                            "address-not-allowed",
                            "Not from this address",
                            "The key is right, but may not be used from the address " + address + ".")
                    .asException();
        }
        return new Caller(key.name(), key.scopes(), address, loopback);
    }

    /**
     * The caller that the key of this name stands for now; empty when it was revoked, has expired or may not be used from
     * there.
     *
     * @throws DatabaseException when the keys could not be read for five minutes
     */
    public Optional<Caller> holder(String name, String address, boolean loopback) {
        return keys.find(name)
                .filter(stored -> !stored.key().isRevoked() && !stored.key().isExpired(clock.instant()))
                .filter(stored -> stored.allows(address))
                .map(stored -> new Caller(name, stored.key().scopes(), address, loopback));
    }

    /** Logs and counts a wrong key. */
    private RuntimeException wrong(String what, String address) {
        observer.wrongKey(what, address);
        Optional<Duration> wait = limit.count(address);
        if (wait.isPresent()) {
            log.debug("Refused a call from {}: {}; too many wrong keys.", address, what);
            return Problem.of(
                            429,
                            "too-many-wrong-keys",
                            "Too many wrong keys",
                            "Too many calls with wrong keys came from your address. Wait, then use a valid key.")
                    .retryAfter(wait.get())
                    .asException();
        }
        log.warn("Refused a call from {}: {}.", address, what);
        return unauthenticated();
    }

    private static ProblemException unauthenticated() {
        return Problem.of(
                        401,
                        "unauthenticated",
                        "A valid key is required",
                        "Send a valid key in the header \"Authorization: Bearer cpk_NAME_SECRET\".")
                .header("WWW-Authenticate", "Bearer")
                .asException();
    }
}
