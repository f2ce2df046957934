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

/** The demo's key, which may do everything. A kept firm keeps it, in the file {@code demo.key} of its folder. */
final class DemoKey {
    private static final Pattern KEY = Pattern.compile("cpk_([a-z0-9-]{1,32})_[A-Za-z0-9_-]{43}");

    private DemoKey() {}

    /** @param folder where the firm is kept; empty: nowhere */
    static String of(Database database, Optional<Path> folder) {
        KeyService keys = new KeyService(database, Clock.systemUTC());
        Set<String> valid = keys.list().stream()
                .filter(key -> !key.isRevoked())
                .map(ApiKey::name)
                .collect(Collectors.toSet());
        Optional<Path> file = folder.map(path -> path.resolve("demo.key"));
        Optional<String> kept = file.flatMap(DemoKey::read).filter(key -> valid.contains(name(key)));
        if (kept.isPresent()) {
            return kept.get();
        }
        Set<String> taken = keys.list().stream().map(ApiKey::name).collect(Collectors.toSet());
        String name = IntStream.iterate(1, i -> i + 1)
                .mapToObj(i -> i == 1 ? "demo" : "demo-" + i)
                .filter(free -> !taken.contains(free))
                .findFirst()
                .orElseThrow();
        String key = keys.create(
                        new NewKey(name, EnumSet.allOf(Scope.class), List.of(), Optional.empty()), Home.actor())
                .token()
                .reveal();
        file.ifPresent(path -> OwnerOnlyFile.replace(path, out -> out.write(key.getBytes(StandardCharsets.US_ASCII))));
        return key;
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // another is made
        }
    }

    private static String name(String key) {
        Matcher matcher = KEY.matcher(key);
        return matcher.matches() ? matcher.group(1) : "";
    }
}
