package com.clientpay.connect.cli;

import com.clientpay.connect.audit.AuditLog;
import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.DatabasePool;
import com.clientpay.connect.http.Json;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code connect database adopt} */
@Command(
        name = "adopt",
        description = {
            "Give a restored copy of the firm's database an id of its own, so that postings can be tried on it.",
            "Every connector that is configured for the old id (database.id) posts nothing to it from then on. Never do it"
                    + " to the firm's real database: its connectors would stop posting. What waits in the copy stays: a"
                    + " connector with the new id finishes it there. It is written into the audit trail of the settings."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect database adopt          # says what would happen",
            "  connect database adopt --yes",
            "",
            "Exit codes:",
            "  0  it has a new id, which is printed with the line for connect.toml",
            "  1  nothing was changed; standard error says why",
            "  2  the command was not understood"
        })
final class DatabaseAdoptCommand implements Runnable {
    /** Those that somebody or something will still take into the books. */
    private static final List<String> WAITING = List.of("PENDING", "INCOMPLETE", "QUEUED", "REVERSING");

    @Option(names = "--yes", description = "Do it. Without, nothing is changed.")
    private boolean yes;

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
        DatabaseSettings settings = database.settings();
        String newId = UUID.randomUUID().toString();
        String oldId;
        try (Database open = new Database(DatabasePool.open(settings))) {
            oldId = InstalledDatabase.read(open).id();
            warn(settings.id(), oldId, waiting(open));
            if (!yes) {
                throw new CommandFailed("Database " + oldId
                        + " would get a new id. Nothing was changed: repeat the command with --yes if it is a copy.");
            }
            adopt(open, oldId, newId);
        }
        AuditLog.write(Home.actor(), "database-adopted", newId, "from=" + oldId);
        report(oldId, newId);
    }

    private static void adopt(Database open, String oldId, String newId) {
        String outcome = open.transaction(transaction -> transaction.one(
                Contract.ADOPT_DATABASE, row -> row.text("Outcome"), oldId, newId, Home.actor(), Instant.now()));
        if (!outcome.equals("DONE")) {
            throw new CommandFailed(
                    "Somebody else has changed the database's id meanwhile. Nothing was changed: look with connect"
                            + " database show, and repeat the command if it is still right.");
        }
    }

    private static Map<String, Long> waiting(Database open) {
        Map<String, Long> counts = new LinkedHashMap<>();
        open.list(
                        Contract.COUNT_POSTINGS,
                        row -> Map.entry(row.text("Status"), row.number("Postings")),
                        null,
                        null,
                        null,
                        null,
                        null)
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        Map<String, Long> waiting = new LinkedHashMap<>();
        WAITING.stream()
                .filter(status -> counts.getOrDefault(status, 0L) > 0)
                .forEach(status -> waiting.put(status, counts.get(status)));
        return waiting;
    }

    private void warn(Optional<String> configured, String id, Map<String, Long> waiting) {
        PrintWriter err = spec.commandLine().getErr();
        if (configured.equals(Optional.of(id))) {
            err.println(
                    "Warning: this configuration's database.id is this very id, so it posts here. Is it really a copy?");
        }
        if (!waiting.isEmpty()) {
            err.println("Warning: the copy holds " + joined(waiting)
                    + ". A connector with the new id would take them into the copy's books.");
        }
        if (waiting.containsKey("QUEUED") || waiting.containsKey("REVERSING")) {
            err.println(
                    "Warning: what is queued was handed to an import of the firm. See that the copy's import and its"
                            + " folders are not those of the real books.");
        }
    }

    private static String joined(Map<String, Long> waiting) {
        return String.join(
                ", ",
                waiting.entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey())
                        .toList());
    }

    private void report(String oldId, String newId) {
        PrintWriter out = spec.commandLine().getOut();
        if (json.isWanted()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("oldId", oldId);
            answer.put("newId", newId);
            out.println(Json.pretty(answer));
            return;
        }
        out.println("Old id  " + oldId);
        out.println("New id  " + newId);
        out.println();
        out.println("For the copy's connector, in section [database] of its connect.toml; then start it again:");
        out.println("id = \"" + newId + "\"");
    }
}
