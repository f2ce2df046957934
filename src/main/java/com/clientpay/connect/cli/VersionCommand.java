package com.clientpay.connect.cli;

import com.clientpay.connect.config.Version;
import com.clientpay.connect.database.Contract;
import com.clientpay.connect.http.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code connect version} */
@Command(
        name = "version",
        description = {
            "Say which version this is, of which database contract, and which Java runs it.",
            "Quote it when you ask for support."
        },
        footerHeading = "%nExit codes:%n",
        footer = "  0  always")
final class VersionCommand implements Runnable {
    @Mixin
    private JsonOption json;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        var out = spec.commandLine().getOut();
        String java = System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version");
        String system = System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch");
        if (json.isWanted()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("version", Version.current());
            answer.put("contractVersion", Contract.VERSION);
            answer.put("java", java);
            answer.put("javaHome", System.getProperty("java.home"));
            answer.put("system", system);
            out.println(Json.pretty(answer));
            return;
        }
        out.println("ClientPay Connect " + Version.current());
        out.println("Database contract " + Contract.VERSION);
        out.println("Java              " + java + " in " + System.getProperty("java.home"));
        out.println("System            " + system);
    }
}
