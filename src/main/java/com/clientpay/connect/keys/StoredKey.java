package com.clientpay.connect.keys;

import com.clientpay.connect.database.Row;
import com.clientpay.connect.http.AddressSet;
import com.clientpay.connect.http.Scope;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A key as the connector checks it.
 *
 * @param allowed the key's addresses, parsed; empty when they cannot be, and then no call is allowed
 */
record StoredKey(ApiKey key, SecretHash hash, Optional<AddressSet> allowed) {
    private static final Logger log = LoggerFactory.getLogger(StoredKey.class);

    static StoredKey of(ApiKey key, SecretHash hash) {
        return new StoredKey(key, hash, parse(key));
    }

    static StoredKey read(Row row) {
        return of(key(row), new SecretHash(row.text("Salt"), row.text("Hash")));
    }

    static ApiKey key(Row row) {
        return new ApiKey(
                row.text("Name"),
                scopes(row.text("Scopes")),
                words(row.optionalText("Addresses").orElse("")),
                row.optionalInstant("ExpiresAt"),
                row.instant("CreatedAt"),
                row.text("CreatedBy"),
                row.optionalInstant("RevokedAt"),
                row.optionalText("RevokedBy"));
    }

    boolean allows(String address) {
        return key.addresses().isEmpty()
                || (allowed.isPresent()
                        && AddressSet.address(address)
                                .filter(allowed.get()::contains)
                                .isPresent());
    }

    /** A scope that a newer connector knows and this one doesn't opens nothing here. */
    private static Set<Scope> scopes(String text) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String word : words(text)) {
            Arrays.stream(Scope.values())
                    .filter(scope -> scope.name().equalsIgnoreCase(word))
                    .forEach(scopes::add);
        }
        return scopes;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    private static Optional<AddressSet> parse(ApiKey key) {
        try {
            return Optional.of(AddressSet.of(key.addresses()));
        } catch (IllegalArgumentException e) {
            log.warn("The addresses of key {} cannot be read; its calls are refused. {}", key.name(), e.getMessage());
            return Optional.empty();
        }
    }
}
