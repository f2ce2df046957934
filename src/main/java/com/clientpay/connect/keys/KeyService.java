package com.clientpay.connect.keys;

import com.clientpay.connect.audit.AuditLog;
import com.clientpay.connect.config.Secret;
import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.http.AddressSet;
import com.clientpay.connect.http.Scope;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes, lists and revokes keys. Every connector on the database honours a change within a second. */
public final class KeyService {
    /** The most characters that all addresses of a key may have, with a blank between two. */
    static final int MOST_ADDRESS_CHARACTERS = 4_000;

    private final Database database;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public KeyService(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Every key, revoked ones too, by name. */
    public List<ApiKey> list() {
        return database.list(Contract.LIST_API_KEYS, StoredKey::key);
    }

    /** Every key with what is needed to check it. */
    List<StoredKey> stored() {
        return database.list(Contract.LIST_API_KEYS, StoredKey::read);
    }

    /**
     * Makes a key with a new secret, which is in the answer and nowhere else.
     *
     * @throws KeyRefusedException when the name is taken or something about the wish is wrong
     */
    public CreatedKey create(NewKey wanted, String actor) {
        Instant now = clock.instant();
        check(wanted, now);
        Token token = new Token(wanted.name(), secret());
        SecretHash hash = SecretHash.of(token.secret(), random);
        String scopes = scopes(wanted);
        String outcome = database.transaction(transaction -> transaction.one(
                Contract.CREATE_API_KEY,
                row -> row.text("Outcome"),
                wanted.name(),
                hash.salt(),
                hash.hash(),
                scopes,
                Optional.of(String.join(" ", wanted.addresses())).filter(addresses -> !addresses.isEmpty()),
                wanted.expiresAt(),
                actor,
                now));
        if (outcome.equals("NAME_TAKEN")) {
            throw new KeyRefusedException("A key named " + wanted.name()
                    + " exists or existed; names are not given twice. Choose another name.");
        }
        AuditLog.write(actor, "api-key-created", wanted.name(), "scopes " + scopes);
        ApiKey key = new ApiKey(
                wanted.name(),
                wanted.scopes(),
                wanted.addresses(),
                wanted.expiresAt(),
                now,
                actor,
                Optional.empty(),
                Optional.empty());
        return new CreatedKey(key, new Secret("cpk_" + wanted.name() + "_…", token.reveal()));
    }

    /** Ends the key for ever. */
    public Revocation revoke(String name, String actor) {
        if (!Token.isName(name)) {
            return Revocation.NOT_FOUND;
        }
        Revocation revocation = database.transaction(transaction -> transaction.one(
                Contract.REVOKE_API_KEY, row -> row.oneOf(Revocation.class, "Outcome"), name, actor, clock.instant()));
        if (revocation == Revocation.DONE) {
            AuditLog.write(actor, "api-key-revoked", name, "");
        }
        return revocation;
    }

    private static void check(NewKey wanted, Instant now) {
        if (!Token.isName(wanted.name())) {
            throw new KeyRefusedException("The name \"" + wanted.name()
                    + "\" is not possible: use 1 to 32 of the letters a to z, digits and hyphens.");
        }
        if (wanted.scopes().isEmpty()) {
            throw new KeyRefusedException(
                    "A key without a scope could do nothing: give it one or more of read, post, settings, admin.");
        }
        if (wanted.expiresAt().filter(end -> !end.isAfter(now)).isPresent()) {
            throw new KeyRefusedException("The key would have expired already, at "
                    + wanted.expiresAt().get() + ".");
        }
        try {
            AddressSet.of(wanted.addresses());
        } catch (IllegalArgumentException e) {
            throw new KeyRefusedException(e.getMessage());
        }
        if (String.join(" ", wanted.addresses()).length() > MOST_ADDRESS_CHARACTERS) {
            throw new KeyRefusedException("The addresses have more than " + MOST_ADDRESS_CHARACTERS
                    + " characters together: use CIDR blocks for neighbouring ones.");
        }
    }

    private String secret() {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private static String scopes(NewKey wanted) {
        return new TreeSet<>(wanted.scopes())
                .stream()
                        .map(Scope::name)
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" "));
    }
}
