package com.clientpay.connect.cli;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.DatabasePool;
import com.clientpay.connect.http.Json;
import com.clientpay.connect.platform.ThisSystem;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code connect console} */
@Command(
        name = "console",
        description = {
            "Open the console in the browser: settings, postings, health, and searches to try.",
            "The connector must run on this machine. The browser is signed in by a link that works once, within a minute;"
                    + " the session may do what its key may do. With a key of scope admin in CONNECT_KEY or --key-file it"
                    + " is that key. Without one you need what an administrator of this machine has: the right to read"
                    + " the configuration and to write beside it. Then a key named console is made in the database,"
                    + " valid on this machine only, and kept in the file console.key beside the configuration. All"
                    + " administrators share it: histories name it with the user of this system who gave this command.",
            "On Windows that needs a window opened with \"Run as administrator\"."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect console",
            "  connect console --print                  (only the link, for a browser of your choice on this machine)",
            "  connect console --key-file anna.key      (as the key that anna was given)",
            "",
            "Exit codes:",
            "  0  the console is open, or its link printed",
            "  1  it is not; standard error says why",
            "  2  the command was not understood"
        })
final class ConsoleCommand implements Runnable {
    private static final List<String> THIS_MACHINE = List.of("127.0.0.1", "::1");
    /** A connector knows a new key within a second. */
    private static final Duration NEW_KEY_KNOWN = Duration.ofSeconds(2);

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final String LINKS = "/v1/admin/console-links";

    @Option(names = "--print", description = "Print the link and open nothing.")
    private boolean print;

    @Mixin
    private ConnectorOption connector;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        URI base = connector.base();
        new Api(base, Optional.empty()).get("/v1/health/live");
        String link = base + Shown.text(link(base).json(), "path");
        var out = spec.commandLine().getOut();
        if (print) {
            out.println(link);
        } else if (Browser.open(link)) {
            out.println("The console opens in your browser. If it does not: connect console --print");
        } else {
            out.println("No browser could be started. Open this in one on this machine, within a minute:");
            out.println(link);
        }
    }

    private ApiAnswer link(URI base) {
        Optional<String> given = connector.key();
        if (given.isPresent()) {
            return ask(base, given.get(), Map.of()).orFail();
        }
        Optional<String> demo = KeptKey.read(DemoKey.fileForConsole(base.getPort()));
        if (demo.isPresent()) {
            ApiAnswer answer = ask(base, demo.get(), Map.of());
            if (answer.status() != 401) {
                return answer.orFail();
            }
        }
        String key = administratorsKey();
        Map<String, String> who = Map.of("user", Home.user());
        long end = System.nanoTime() + NEW_KEY_KNOWN.toNanos();
        ApiAnswer answer = ask(base, key, who);
        while (answer.status() == 401 && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = ask(base, key, who);
        }
        return answer.orFail();
    }

    private static ApiAnswer ask(URI base, String key, Map<String, String> body) {
        ApiAnswer answer = new Api(base, Optional.of(key))
                .send(
                        "POST",
                        LINKS,
                        Map.of("Content-Type", "application/json"),
                        Optional.of(Json.text(body).getBytes(StandardCharsets.UTF_8)));
        if (answer.status() == 404) {
            throw new CommandFailed("The console is not at " + base
                    + ": it is on the loopback listener only, which server.loopback_port names.");
        }
        return answer;
    }

    private String administratorsKey() {
        DatabaseSettings settings;
        try {
            settings = connector.config().load().config().database();
        } catch (CommandFailed e) {
            throw new CommandFailed(e.getMessage()
                    + "\nThe console without a key is for who may read the configuration. Ask for a key of scope admin"
                    + " (CONNECT_KEY or --key-file)"
                    + (ThisSystem.isWindows()
                            ? "; as an administrator repeat this in a window opened with \"Run as administrator\"."
                            : ", or repeat this as the user that the connector runs as."));
        }
        Path file = connector.config().file().toAbsolutePath().resolveSibling("console.key");
        try (Database database = new Database(DatabasePool.open(settings.withPoolSize(1)))) {
            return KeptKey.of(database, "console", THIS_MACHINE, Optional.of(file));
        }
    }
}
