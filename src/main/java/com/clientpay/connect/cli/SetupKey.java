package com.clientpay.connect.cli;

import com.clientpay.connect.config.LoadedConfig;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.DatabaseException;
import com.clientpay.connect.database.DatabasePool;
import com.clientpay.connect.http.Scope;
import com.clientpay.connect.keys.KeyRefusedException;
import com.clientpay.connect.keys.KeyService;
import com.clientpay.connect.keys.NewKey;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;

/** The set-up's step of the key that the cloud calls with. */
final class SetupKey {
    private static final String NONE = "none";

    private final PrintWriter out;
    private final SetupQuestions questions;

    SetupKey(PrintWriter out, SetupQuestions questions) {
        this.out = out;
        this.questions = questions;
    }

    void make(LoadedConfig loaded) {
        try (Database database =
                new Database(DatabasePool.open(loaded.config().database().withPoolSize(1)))) {
            KeyService keys = new KeyService(database, Clock.systemUTC());
            long valid = keys.list().stream()
                    .filter(key -> !key.isRevoked() && !key.isExpired(Instant.now()))
                    .count();
            String name = questions.ask(
                    "key",
                    "Make a key with the scopes read, post and settings; its name (" + NONE + ": make none)",
                    Optional.of(valid > 0 ? NONE : "portal"),
                    answer -> Optional.empty());
            if (name.equals(NONE)) {
                out.println(
                        valid == 0 ? "No key was made: nobody can call yet." : "There are " + valid + " valid keys.");
                return;
            }
            make(keys, name, loaded);
        } catch (DatabaseException e) {
            out.println("Not done: " + Terminal.clean(e.getMessage()) + " connect key create makes one later.");
        }
    }

    private void make(KeyService keys, String name, LoadedConfig loaded) {
        String file = questions.isDriven()
                ? questions.ask(
                        "key.file",
                        "",
                        Optional.empty(),
                        answer -> answer.isEmpty()
                                ? Optional.of(
                                        "it is needed to make a key: the file that the key is written to, readable by"
                                                + " you only; or key = none.")
                                : Optional.empty())
                : "";
        try {
            String key = keys.create(
                            new NewKey(
                                    name,
                                    EnumSet.of(Scope.READ, Scope.POST, Scope.SETTINGS),
                                    loaded.config().server().allowedAddresses(),
                                    Optional.empty()),
                            Home.actor())
                    .token()
                    .reveal();
            if (file.isEmpty()) {
                out.println("The key, shown this once: " + key);
            } else {
                OwnerOnlyFile.replace(Path.of(file), content -> content.write(key.getBytes(StandardCharsets.US_ASCII)));
                out.println("The key " + name + " is written to " + file + ".");
            }
        } catch (KeyRefusedException e) {
            out.println("Not done: " + Terminal.clean(e.getMessage()) + " connect key create makes one later.");
        }
    }
}
