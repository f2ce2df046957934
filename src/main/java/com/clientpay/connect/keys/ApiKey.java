package com.clientpay.connect.keys;

import com.clientpay.connect.http.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a key; its secret is known to its holder only.
 *
 * @param name 1–32 of a–z, 0–9 and the hyphen; never given twice
 * @param addresses where calls may come from, as {@link com.clientpay.connect.http.AddressSet} reads them; empty: anywhere
 * @param expiresAt the first instant at which it is no longer valid
 * @param createdBy the actor, such as {@code cli:USER}
 * @param revokedAt when it was ended, for ever
 */
public record ApiKey(
        String name,
        Set<Scope> scopes,
        List<String> addresses,
        Optional<Instant> expiresAt,
        Instant createdAt,
        String createdBy,
        Optional<Instant> revokedAt,
        Optional<String> revokedBy) {

    public boolean isRevoked() {
        return revokedAt.isPresent();
    }

    public boolean isExpired(Instant now) {
        return expiresAt.filter(end -> !now.isBefore(end)).isPresent();
    }
}
