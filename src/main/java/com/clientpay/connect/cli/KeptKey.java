package com.clientpay.connect.cli;

import com.clientpay.connect.database.Database;
import com.clientpay.connect.http.Scope;
import com.clientpay.connect.keys.ApiKey;
import com.clientpay.connect.keys.KeyService;
import com.clientpay.connect.keys.NewKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A key of every scope that a command makes for itself, and keeps in a file that only its owner can read. */
final class KeptKey {
    private static final Pattern KEY = Pattern.compile("cpk_([a-z0-9-]{1,32})_[A-Za-z0-9_-]{43}");

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
        Optional<String> kept = file.flatMap(KeptKey::read).filter(key -> valid.contains(name(key)));
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
                            .filter(key -> KEY.matcher(key).matches())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String name(String key) {
        Matcher matcher = KEY.matcher(key);
        return matcher.matches() ? matcher.group(1) : "";
    }
}
