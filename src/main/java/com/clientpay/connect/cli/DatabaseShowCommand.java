package com.clientpay.connect.cli;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.DatabasePool;
import com.clientpay.connect.database.DatabaseProbe;
import com.clientpay.connect.database.DatabaseUnreachableException;
import com.clientpay.connect.http.Json;
import com.clientpay.connect.posting.MappingStanding;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code connect database show} */
@Command(
        name = "show",
        description = {
            "Show which database this is: its id, the scripts in it, the matter management system and the server.",
            "Use it before you set database.id, and to tell a firm's database from a copy of it."
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  it was shown",
            "  1  it could not be asked; standard error says why",
            "  2  the command was not understood"
        })
final class DatabaseShowCommand implements Runnable {
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
        String product = product(settings);
        InstalledDatabase installed;
        try (Database open = new Database(DatabasePool.open(settings))) {
            installed = InstalledDatabase.read(open);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json.isWanted()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("database", installed);
            answer.put("product", product);
            answer.put("configuredId", settings.id());
            out.println(Json.pretty(answer));
            return;
        }
        line(out, "Database id", installed.id());
        line(out, "Configured", configured(settings.id(), installed.id()));
        line(out, "Product", product);
        line(out, "Contract", String.valueOf(installed.contractVersion()));
        line(out, "Scripts", installed.scriptVersion());
        line(out, "System", installed.systemTitle() + " (" + installed.systemName() + ")");
        line(out, "Posts", installed.delivery().equals("BATCH") ? "by import batches" : "at once");
        line(out, "Last posting", installed.lastPosting().map(Object::toString).orElse("none"));
        line(
                out,
                "Durability",
                installed.delaysDurability() ? "delayed: nothing is posted to it" : "what is committed is on the disk");
        line(out, "Mapping", mapping(installed.mapping()));
    }

    private static String mapping(MappingStanding standing) {
        return switch (standing) {
            case NOT_NEEDED -> "needs no sign-off";
            case SIGNED -> "signed off";
            case MISSING -> "not signed off: nothing is posted to it";
            case UNSEEN ->
                "cannot be compared with its sign-off: this login has no VIEW DEFINITION on clientpay_internal, and nothing is"
                        + " posted to it";
            case VOID -> "changed after its sign-off: nothing is posted to it";
        };
    }

    private static String product(DatabaseSettings settings) {
        try (DatabaseProbe probe = DatabaseProbe.open(settings)) {
            return probe.product();
        } catch (DatabaseUnreachableException e) {
            throw new CommandFailed(e.getMessage() + " " + e.action());
        }
    }

    private static String configured(Optional<String> configured, String id) {
        return configured
                .map(expected -> expected.equals(id)
                        ? "this one is posted to"
                        : "database.id is " + expected + ": nothing is posted to this one")
                .orElse("database.id is not set: any database is posted to");
    }

    private static void line(PrintWriter out, String name, String value) {
        out.println(Terminal.clean(String.format("%-14s%s", name, value)));
    }
}
