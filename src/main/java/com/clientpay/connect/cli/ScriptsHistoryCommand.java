package com.clientpay.connect.cli;

import com.clientpay.connect.database.scripts.AppliedScript;
import com.clientpay.connect.database.scripts.ScriptDatabase;
import com.clientpay.connect.http.Json;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code connect scripts history} */
@Command(
        name = "history",
        description = "List every script that ever ran in the database, newest first: when, by whom, from where.",
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  the list was printed",
            "  1  it could not be had; standard error says why",
            "  2  the command was not understood"
        })
final class ScriptsHistoryCommand implements Runnable {
    private static final int SHOWN_OF_CHECKSUM = 12;

    @Mixin
    private DbaOption dba;

    @Mixin
    private JsonOption json;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        List<AppliedScript> history;
        try (ScriptDatabase database = dba.open(ScriptDatabase::open)) {
            history = new ArrayList<>(database.installed().history());
        }
        Collections.reverse(history);
        var out = spec.commandLine().getOut();
        if (json.isWanted()) {
            out.println(Json.pretty(history));
            return;
        }
        Table table = new Table("AT", "SCRIPT", "VERSION", "SHA-256", "BY", "FROM");
        for (AppliedScript row : history) {
            table.row(
                    row.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                    row.name(),
                    row.version(),
                    row.sha256()
                            .substring(
                                    0, Math.min(SHOWN_OF_CHECKSUM, row.sha256().length())),
                    row.by(),
                    row.from());
        }
        table.print(out, "No script has run in this database yet.");
    }
}
