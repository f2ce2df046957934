package com.clientpay.connect.keys;

import com.clientpay.connect.http.Scope;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Keys for tests. Every one has the same secret. */
final class KeyFixture {
    static final String SECRET = "0123456789abcdefghijklmnopqrstuvwxyz-_ABCDE";
    static final String WRONG_SECRET = "0123456789abcdefghijklmnopqrstuvwxyz-_ABCDF";

    private static final Instant CREATED = Instant.parse("2026-10-01T08:00:00Z");
    private static final SecretHash HASH = SecretHash.of(SECRET, new SecureRandom());

    private KeyFixture() {}

    static StoredKey key(String name, String... addresses) {
        return stored(name, Optional.empty(), Optional.empty(), addresses);
    }

    static StoredKey expiring(String name, Instant expiresAt) {
        return stored(name, Optional.of(expiresAt), Optional.empty());
    }

    static StoredKey revoked(String name) {
        return stored(name, Optional.empty(), Optional.of(CREATED));
    }

    private static StoredKey stored(
            String name, Optional<Instant> expiresAt, Optional<Instant> revokedAt, String... addresses) {
        return StoredKey.of(
                new ApiKey(
                        name,
                        EnumSet.of(Scope.READ, Scope.POST),
                        List.of(addresses),
                        expiresAt,
                        CREATED,
                        "cli:tester",
                        revokedAt,
                        revokedAt.map(at -> "cli:tester")),
                HASH);
    }

    static Optional<String> bearer(String name) {
        return Optional.of("Bearer cpk_" + name + "_" + SECRET);
    }

    static Optional<String> wrongBearer(String name) {
        return Optional.of("Bearer cpk_" + name + "_" + WRONG_SECRET);
    }
}
