package com.clientpay.connect.cli;

import com.clientpay.connect.database.Database;
import com.clientpay.connect.http.Json;
import com.clientpay.connect.http.Scope;
import com.clientpay.connect.keys.ApiKey;
import com.clientpay.connect.keys.KeyService;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code connect key list} */
@Command(
        name = "list",
        description = {
            "List all keys: what each may do, from where, until when, and who made or revoked it.",
            "The keys themselves cannot be shown: only their hashes are kept."
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  the list was printed",
            "  1  it could not be had; standard error says why",
            "  2  the command was not understood"
        })
final class KeyListCommand implements Runnable {
    @Mixin
    private JsonOption json;

    @Mixin
    private DatabaseOption database;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        List<ApiKey> keys;
        try (Database open = database.open()) {
            keys = new KeyService(open, Clock.systemUTC()).list();
        }
        var out = spec.commandLine().getOut();
        if (json.isWanted()) {
            out.println(Json.pretty(keys));
            return;
        }
        Table table = new Table("NAME", "STATE", "SCOPES", "ADDRESSES", "EXPIRES", "CREATED", "BY");
        for (ApiKey key : keys) {
            table.row(
                    key.name(),
                    state(key),
                    new TreeSet<>(key.scopes())
                            .stream()
                                    .map(Scope::name)
                                    .map(name -> name.toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(" ")),
                    key.addresses().isEmpty() ? "anywhere" : String.join(" ", key.addresses()),
                    key.expiresAt().map(KeyListCommand::seconds).orElse("never"),
                    seconds(key.createdAt()),
                    key.createdBy());
        }
        table.print(out, "There is no key yet. connect key create makes one.");
    }

    private static String state(ApiKey key) {
        if (key.isRevoked()) {
            return "revoked";
        }
        return key.isExpired(Instant.now()) ? "expired" : "valid";
    }

    private static String seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
