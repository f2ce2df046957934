package com.clientpay.connect.cli;

import com.clientpay.connect.database.Database;
import com.clientpay.connect.http.Scope;
import com.clientpay.connect.keys.ApiKey;
import com.clientpay.connect.keys.KeyService;
import com.clientpay.connect.keys.NewKey;
import com.clientpay.connect.keys.Token;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A key of every scope that a command makes for itself, and keeps in a file that only its owner can read. */
final class KeptKey {
    private KeptKey() {}

    /**
     * The key in the file if it is still valid; else a new one, which the file then holds.
     *
     * @param name of the key; with a number when it is taken
     * @param addresses where it may be used from; empty: anywhere
     * @param file empty: it is kept nowhere
     * @throws CommandFailed when the file can't be written; there is no new key then
     */
    static String of(Database database, String name, List<String> addresses, Optional<Path> file) {
        KeyService keys = new KeyService(database, Clock.systemUTC());
        List<ApiKey> all = keys.list();
        Set<String> valid =
                all.stream().filter(key -> !key.isRevoked()).map(ApiKey::name).collect(Collectors.toSet());
        Optional<String> kept = file.flatMap(KeptKey::read)
                .filter(key -> valid.contains(Token.parse(key).orElseThrow().name()));
        if (kept.isPresent()) {
            return kept.get();
        }
        Set<String> taken = all.stream().map(ApiKey::name).collect(Collectors.toSet());
        String free = IntStream.iterate(1, i -> i + 1)
                .mapToObj(i -> i == 1 ? name : name + "-" + i)
                .filter(candidate -> !taken.contains(candidate))
                .findFirst()
                .orElseThrow();
        String key = keys.create(
                        new NewKey(free, EnumSet.allOf(Scope.class), addresses, Optional.empty()), Home.actor())
                .token()
                .reveal();
        try {
            file.ifPresent(path -> write(path, key));
        } catch (CommandFailed e) {
            keys.revoke(free, Home.actor());
            throw e;
        }
        return key;
    }

    static void write(Path file, String key) {
        OwnerOnlyFile.replace(file, out -> out.write(key.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The key in the file; empty when there is none, or none that can be read. */
    static Optional<String> read(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.of(Files.readString(file).strip())
                            .filter(key -> Token.parse(key).isPresent())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
