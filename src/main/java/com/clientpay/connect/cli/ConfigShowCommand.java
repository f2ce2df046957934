package com.clientpay.connect.cli;

import com.clientpay.connect.config.DatabaseUrl;
import com.clientpay.connect.config.LoadedConfig;
import com.clientpay.connect.database.DriverUrl;
import com.clientpay.connect.http.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code connect config show} */
@Command(
        name = "show",
        description = {
            "Show every setting with the value that holds, and where it came from: the file's line, the environment,"
                    + " or the default.",
            "Below them the URL that the database driver is given, made of them. Secrets are shown as the references they"
                    + " are. Use it when a setting does not seem to hold."
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  the configuration is right",
            "  1  it has mistakes; standard error names each, with its line",
            "  2  the command was not understood"
        })
final class ConfigShowCommand implements Runnable {
    @Mixin
    private JsonOption json;

    @Mixin
    private ConfigOption config;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        LoadedConfig loaded = config.load();
        String driverUrl = DatabaseUrl.masked(DriverUrl.of(loaded.config().database()));
        var out = spec.commandLine().getOut();
        if (json.isWanted()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("file", loaded.file().toString());
            answer.put("settings", loaded.effective().values());
            answer.put("driverUrl", driverUrl);
            answer.put("warnings", loaded.warnings());
            out.println(Json.pretty(answer));
            return;
        }
        out.println(loaded.file());
        out.println();
        out.print(Terminal.clean(loaded.effective().table()));
        out.println();
        out.println("The database driver is given");
        out.println(Terminal.clean(driverUrl));
        loaded.warnings().forEach(warning -> spec.commandLine().getErr().println("Warning: " + warning));
    }
}
