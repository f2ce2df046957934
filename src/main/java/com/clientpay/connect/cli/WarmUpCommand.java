package com.clientpay.connect.cli;

import com.clientpay.connect.Connector;
import com.clientpay.connect.config.ConnectConfig;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.DatabasePool;
import com.clientpay.connect.demo.DemoFirm;
import com.clientpay.connect.demo.DemoOptions;
import com.clientpay.connect.demo.DemoSize;
import com.clientpay.connect.demo.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code connect warm-up}: loads the classes that {@link SharedArchive} archives, by a short run of everything. */
@Command(
        name = "warm-up",
        hidden = true,
        description = {
            "Start a small demo firm without showing it, use the API once, and stop.",
            "The connector runs this by itself to make the archive of loaded classes."
        },
        footerHeading = "%nExit codes:%n",
        footer = {"  0  it ran", "  1  it did not"})
final class WarmUpCommand implements Runnable {
    @Parameters(paramLabel = "FOLDER", description = "Where the archive is being made; deleted if it is given up.")
    private Path folder;

    @Mixin
    private HelpOption help;

    @Override
    public void run() {
        endWithTheStarter();
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        try (DemoFirm firm = DemoFirm.open(new DemoOptions(new DemoSize(200, 3), Optional.empty()), Progress.NONE)) {
            ConnectConfig config = DemoConfig.of(firm.url(), firm.importFolder(), false, 0, 0);
            String key;
            try (Database database = new Database(DatabasePool.open(config.database()))) {
                key = DemoKey.of(database, Optional.empty());
            }
            try (Connector connector =
                    Connector.start(config, DemoConfig.source(config), Clock.systemUTC(), DemoConfig.bundle(config))) {
                Api api = new Api(URI.create(connector.url()), Optional.of(key));
                DemoIntroduction introduction =
                        new DemoIntroduction(api, connector.url(), key, DemoIntroduction.Quoting.POSIX);
                introduction.print(nowhere, Optional.empty(), "connect console");
                introduction.post();
                api.get("/v1/status");
                Table table = new Table("ID");
                Api.items(api.get("/v1/postings?limit=1")).forEach(item -> table.row(Shown.text(item, "id")));
                table.print(nowhere, "");
                Shown.json(api.get("/v1/bank-accounts"));
            }
        }
    }

    /**
     * Standard input ends when the process that started this one ends, however it ends. An ending JVM still writes its
     * archive; without the folder it can't.
     */
    private void endWithTheStarter() {
        Thread watch = new Thread(
                () -> {
                    try {
                        while (System.in.read() >= 0) {}
                    } catch (IOException e) {
                        // as good as its end
                    }
                    SharedArchive.delete(folder);
                    Runtime.getRuntime().halt(1);
                },
                "starter");
        watch.setDaemon(true);
        watch.start();
    }
}
